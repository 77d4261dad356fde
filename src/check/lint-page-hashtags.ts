import { findHashtags } from '../platform/hashtag.js';
import type { Finding } from './finding.js';
import type { Passage } from './passage.js';

/** Finds hashtags behind the last sentence of a paragraph: they label a post, and a page prints them as words. */
export function lintPageHashtags({ text, units, isProse }: Passage): Finding[] {
  if (!isProse) return [];
  const hashtags = findHashtags(text).filter(({ start, end }) =>
    units.slice(start, end).every(({ kind }) => kind === 'typed'),
  );
  let from = text.length;
  for (const { start, end } of hashtags.toReversed()) {
    if (/\S/u.test(text.slice(end, from))) break;
    from = start;
  }
  if (from === text.length || !SENTENCE_END.test(text.slice(0, from))) return [];
  const run = text.slice(from).trimEnd();
  return [
    {
      rule: 'hashtag-on-page',
      start: from,
      end: from + run.length,
      reason: `Unexpected \`${run}\` behind the last sentence, a brief and a report print it as ${run.includes(' ') ? 'plain words' : 'a plain word'}`,
      note: `Keep it for the thread: \`{{#only "thread"}}${run}{{/only}}\``,
    },
  ];
}

const SENTENCE_END = /(?:^|[.!?…؟:][)\]"'”’»]*)\s*$/u;
