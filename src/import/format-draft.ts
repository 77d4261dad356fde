import type { Numbering } from '../model/draft.js';
import { escapeWords, type Care } from './escape-words.js';
import type { PastedThread } from './pasted.js';

export interface DraftHead {
  readonly title: string;
  readonly titleCare: Care;
  /** `YYYY-MM-DD`; `undefined` where nobody said it. */
  readonly date: string | undefined;
  /** True where a line break would be a space, if the draft did not say otherwise. */
  readonly joinsLines: boolean;
}

/** What stands for a date that nobody said: no draft with it passes a check. */
const NO_DATE = 'YYYY-MM-DD # the day of publication: fill in';

/**
 * Writes a thread as a draft.
 *
 * @param care How much each post is escaped, by its index.
 */
export function formatDraft(
  { posts, numbering }: PastedThread,
  { title, titleCare, date, joinsLines }: DraftHead,
  care: (post: number) => Care,
): string {
  const head = [
    `title: '${escapeWords(title, titleCare).replaceAll("'", "''")}'`,
    `date: ${date ?? NO_DATE}`,
    `numbering: ${formatNumbering(numbering)}`,
    ...(joinsLines ? ['breaks: keep'] : []),
  ];
  const body = posts.map(({ text }, index) => escapeWords(text, care(index)));
  return `---\n${head.join('\n')}\n---\n\n${body.join('\n\n---\n\n')}\n`;
}

function formatNumbering({ style, place, first, start }: Numbering): string {
  const parts = [
    `style: '${style}'`,
    ...(place === 'end' ? ['place: end'] : []),
    ...(first ? [] : ['first: false']),
    ...(start === 1 ? [] : [`start: ${start}`]),
  ];
  return parts.length > 1 ? `{${parts.join(', ')}}` : `'${style}'`;
}
