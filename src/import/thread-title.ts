import { graphemes } from '../platform/graphemes.js';

/** A head of a page has no more, and neither has a file's name that people read. */
const MOST_GRAPHEMES = 90;

/** Far more than a title has, in UTF-16 units: the rest of a long text is not looked at. */
const MOST_READ = 4000;

/** What a sentence ends with; a number or a single letter before the full stop is an abbreviation. */
const END =
  /(?<![\s.(]\p{L}|\b(?:Dr|Mr|Mrs|Ms|St|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec))[.!?…。！？؟](?:["”’')\]]*)(?=\s|$)/u;

/** The title that a thread gets: its first sentence in one line, without addresses, cut at a word when it is long. */
export function threadTitle(text: string): string {
  const words = text
    .slice(0, MOST_READ)
    .replace(/https?:\/\/\S+/gi, '')
    .replace(/[\u{1F9F5}👇⬇🔽]\uFE0F?/gu, '')
    .trim();
  const [paragraph = ''] = words.split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, ' ').trim();
  const match = END.exec(line);
  const sentence = (match ? line.slice(0, match.index + (/[!?！？؟]/.test(match[0]) ? 1 : 0)) : line)
    .replace(/[\s:;,–—-]+$/u, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(sentence)) return 'Thread';
  return cut(sentence);
}

function cut(sentence: string): string {
  const all = graphemes(sentence);
  if (all.length <= MOST_GRAPHEMES) return sentence;
  const kept = all.slice(0, MOST_GRAPHEMES - 1).join('');
  return `${kept.replace(/[\s:;,–—-]*\s\S*$/u, '')}…`;
}
