import type { Thread } from '../../model/thread.js';

/**
 * Formats a thread as plain text: posts parted by a line `---`, a line break at the end. A line of a post that would read as
 * such a line has a backslash before it, and one more if it had some already.
 */
export function formatThread({ posts }: Thread): string {
  return `${posts.map(({ text }) => text.replace(/^(?=\\*---$)/gm, '\\')).join('\n---\n')}\n`;
}
