import type { Draft } from '../model/draft.js';
import {
  BEFORE_NONE,
  BETWEEN,
  comparesMonths,
  COUNTED_LIST,
  COUNTED_NOUN,
  FROM,
  HEDGE_BEFORE,
  HEDGED,
  NO_FIGURE,
  PART_OF_SENTENCE,
  readCount,
  SMALL_DIGIT,
  SMALL_WORD,
} from './english.js';
import type { Finding } from './finding.js';
import type { Passage } from './passage.js';
import { sentencesOf, type Sentence } from './sentences-of.js';

/** Finds sentences that read wrong as they are published, whether their words were typed or computed. */
export function lintSentences(passage: Passage, draft: Draft): Finding[] {
  return [
    ...bareCounts(passage, draft),
    ...hedgedNones(passage, draft),
    ...doubledWords(passage),
    ...countedLists(passage),
    ...(passage.isProse
      ? sentencesOf(passage.text).flatMap((sentence) => [
          ...digitFirst(passage, sentence),
          ...mixedNumerals(passage, sentence),
          ...partialMonth(sentence, draft),
        ])
      : []),
  ];
}

function digitFirst(passage: Passage, { text, start }: Sentence): Finding[] {
  const first = /^[\s\p{Ps}\p{Pi}"']*(\d[\d,.]*(?!\d))/u.exec(text);
  const digits = first?.[1];
  if (!first || digits === undefined) return [];
  const at = start + first[0].length - digits.length;
  const unit = passage.units[at];
  if (unit?.kind === 'other' || isName(passage, at) || isYear(digits.replace(/[.,]$/, ''))) return [];
  const note =
    unit?.kind === 'computed'
      ? 'Begin with other words; without `num`, 1 to 99 are spelled out'
      : 'Spell it out, or begin with other words';
  const reason = `Unexpected sentence that starts with the digits \`${digits.replace(/[.,]$/, '')}\``;
  return [{ rule: 'sentence-digit', start: at, end: at + digits.length, reason, note }];
}

/** A date, a code: as the data has it, or as a claim says, and no count. */
function isName({ text, units }: Passage, at: number): boolean {
  const starts = [...text.matchAll(NO_FIGURE)].map(({ index }) => index);
  return units[at]?.kind !== 'typed' && starts.includes(at);
}

function isYear(digits: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(digits);
}

function mixedNumerals({ units }: Passage, { text, start }: Sentence): Finding[] {
  const word = SMALL_WORD.exec(text);
  if (!word) return [];
  const names = [...text.matchAll(NO_FIGURE)].map((name) => ({ start: name.index, end: name.index + name[0].length }));
  const digit = [...text.matchAll(SMALL_DIGIT)].find(
    ({ index }) =>
      units[start + index]?.kind !== 'other' && !names.some((name) => name.start <= index && index < name.end),
  );
  if (!digit) return [];
  const at = start + digit.index;
  const reason = `Unexpected \`${digit[0]}\` in digits beside \`${word[0]}\` in words, in one sentence`;
  return [{ rule: 'mixed-numerals', start: at, end: at + 1, reason, note: 'Write both in the same way' }];
}

function partialMonth({ text, start }: Sentence, { frontMatter }: Draft): Finding[] {
  if (isMonthEnd(frontMatter.asOf) || !comparesMonths(text)) return [];
  const at = start + text.search(/\bthis month\b/iu);
  const reason = `Unexpected comparison of a month that ends on \`${frontMatter.asOf}\` with a whole one`;
  const note = 'Compare the same days of both, and say so: `in the same days of last month`';
  return [{ rule: 'partial-month', start: at, end: at + 'this month'.length, reason, note }];
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

function countedLists({ text, units }: Passage): Finding[] {
  return [...text.matchAll(COUNTED_LIST)].flatMap((match): Finding[] => {
    const { count = '', items = '' } = match.groups ?? {};
    const stated = readCount(count);
    const listed = readList(items);
    if (stated === undefined || !listed || listed.length === stated || /\bothers?\b|\bmore\b/iu.test(items)) return [];
    if (units[match.index]?.kind === 'other') return [];
    const reason = `Unexpected list of ${listed.length} behind \`${count}\``;
    const note = 'Count with `{{count query.n …}}` and list with `{{list query col="…"}}` of one query';
    return [{ rule: 'list-count', start: match.index, end: match.index + count.length, reason, note }];
  });
}

/** The items of a list; `undefined` for the parts of a sentence: `asked of ministers, written in May`. */
function readList(text: string): string[] | undefined {
  const parted = text.split(/,? and (?!\S+ (?:and|of) )|,? or |, /u);
  const items = parted.map((item) => item.trim()).filter((item) => item !== '');
  const isJoined = /(?:\band|\bor) /u.test(text) || items.every((item) => /^[^\p{Ll}]/u.test(item));
  const isShort = items.every((item) => item.split(/\s+/).length <= 4);
  return items.length > 1 && isJoined && isShort && !items.some((item) => PART_OF_SENTENCE.test(item))
    ? items
    : undefined;
}

/** `at least {{count q.n "boat"}}` where there are none. */
function hedgedNones({ text, units }: Passage, { source }: Draft): Finding[] {
  return units.flatMap((unit, at): Finding[] => {
    const { figure } = unit;
    if (!figure || units[at - 1]?.figure === figure || figure.machine.kind !== 'number') return [];
    const isCount = /^\{\{\s*count\s/u.test(source.text.slice(figure.span.start, figure.span.end));
    const before = isCount && /^no /iu.test(figure.text) ? BEFORE_NONE.exec(text.slice(0, at))?.[1] : undefined;
    if (before === undefined) return [];
    const start = text.slice(0, at).trimEnd().length - before.length;
    const reason = `Unexpected \`${before}\` before \`${figure.text}\``;
    const note = 'Say what stands there for none, `{{count … none="not one"}}`, or guard the words with `{{#if}}`';
    return [{ rule: 'hedged-none', start, end: at + figure.text.length, reason, note }];
  });
}

/** `about {{approx q.n}}`, `between {{span q.first q.last}}`: the figure brings its own words. */
function doubledWords({ text, units }: Passage): Finding[] {
  return units.flatMap(({ figure }, at): Finding[] => {
    if (!figure || units[at - 1]?.figure === figure) return [];
    const before = text.slice(0, at);
    const hedge = HEDGED.test(figure.text) ? HEDGE_BEFORE.exec(before)?.[1] : undefined;
    const preposition = figure.machine.kind === 'interval' ? prepositionBefore(before, figure.text) : undefined;
    const word = hedge ?? preposition;
    if (word === undefined) return [];
    const start = before.trimEnd().length - word.length;
    const reason = `Unexpected \`${word}\` before \`${figure.text}\``;
    const note = hedge
      ? `Take \`${word}\` away: the figure is hedged already`
      : `Take \`${word}\` away, or write both ends: \`between {{…}} and {{…}}\`, \`from {{…}} to {{…}}\``;
    return [{ rule: 'doubled-words', start, end: at + figure.text.length, reason, note }];
  });
}

function prepositionBefore(before: string, interval: string): string | undefined {
  return BETWEEN.exec(before)?.[1] ?? (interval.includes('–') ? FROM.exec(before)?.[1] : undefined);
}

/** `{{q.n}} attacks`: the noun does not know of one. */
function bareCounts({ text, units }: Passage, { source }: Draft): Finding[] {
  return units.flatMap((unit, at): Finding[] => {
    const next = units[at + 1];
    if (unit.kind !== 'computed' || next?.figure === unit.figure || unit.figure?.machine.kind !== 'number') return [];
    const path = /^\{\{\s*([^\s{}()"']+)\s*\}\}$/u.exec(source.text.slice(unit.span.start, unit.span.end))?.[1];
    const noun = next?.kind === 'typed' ? COUNTED_NOUN.exec(text.slice(at + 1)) : null;
    if (path === undefined || !noun) return [];
    const reason = `Unexpected \`${noun[1] ?? ''}\` behind a number that may be one, or none`;
    const note = `Write \`{{count ${path} "…"}}\` with the noun for one thing`;
    return [{ rule: 'bare-count', start: at + 2, end: at + 1 + noun[0].length, reason, note }];
  });
}
