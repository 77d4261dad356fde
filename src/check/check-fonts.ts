import { createMessage, messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';

/** More would not help. */
const MOST_SHOWN = 8;

/**
 * Says which characters of a page none of the bundled fonts has: in a brief the reader's own fonts step in, in a report
 * there would be a hole.
 */
export function checkFonts(page: 'brief' | 'report', missing: readonly string[], source: SourceFile): Message[] {
  const [first] = missing;
  if (first === undefined) return [];
  const shown = missing.slice(0, MOST_SHOWN).map((character) => `\`${character}\``);
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : '';
  const rule = page === 'report' ? 'font-missing' : 'font-fallback';
  const reason = `Unexpected ${shown.join(', ')}${more} in the ${page}: none of the bundled fonts has ${missing.length === 1 ? 'it' : 'them'}`;
  const note =
    page === 'report'
      ? 'Keep it out of the report, e.g. `{{#only "thread"}}…{{/only}}`'
      : 'Each reader sees it in a font of their own';
  const start = source.text.indexOf(first);
  if (start < 0)
    return [createMessage(rule, { file: source.path, line: 1, column: 1, endLine: 1, endColumn: 1 }, reason, note)];
  return [messageAt(source, { start, end: start + first.length }, rule, reason, note)];
}
