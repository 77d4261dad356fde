import { isAbbreviation } from '../../figure/abbreviations.js';

/** Languages that write an ordinal as a number with a full stop: `25. August`. */
const ORDINAL_STOPS = new Set('bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr sv tr'.split(' '));

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Finds where the sentences of a line end but for the last, behind their closing quotes and brackets. The line is taken
 * apart as its language does (UAX 29); an abbreviation, an initial, the mark of a list and what goes on in lower case end none.
 *
 * @param lang A BCP 47 tag.
 */
export function sentenceEnds(line: string, lang: string): number[] {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return Array.from(segmenter.segment(line), ({ segment, index }) => index + segment.trimEnd().length).filter(
    (end) => end < line.trimEnd().length && endsSentence(line.slice(0, end), line.slice(end).trimStart(), lang),
  );
}

/** Looked at for an abbreviation, in UTF-16 units; the longest is far shorter. */
const LONGEST_WORD = 40;

function endsSentence(before: string, after: string, lang: string): boolean {
  if (/^[\p{Ps}\p{Pi}"']*\p{Ll}/u.test(after)) return false;
  const word = /(?:^|[\s\p{Ps}\p{Pi}"'—–])([^\s\p{Ps}\p{Pi}"'—–]*)\.[\p{Pe}\p{Pf}"']*$/u.exec(
    before.slice(-LONGEST_WORD),
  )?.[1];
  if (word === undefined) return true;
  if (isAbbreviation(word, lang)) return false;
  if (!/^\p{Nd}+$/u.test(word)) return true;
  const isMark = before.trim() === `${word}.`;
  return !isMark && !(word.length <= 2 && ORDINAL_STOPS.has(lang.split('-')[0]?.toLowerCase() ?? ''));
}
