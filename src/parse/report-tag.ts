import { messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { Embedded, SourceFile } from '../model/position.js';

/** A tag in SQL would reach the engine as text. */
export function reportTag(sql: Embedded, source: SourceFile): readonly Message[] {
  const start = sql.text.indexOf('{{');
  if (start < 0) return [];
  const close = sql.text.indexOf('}}', start);
  const span = embeddedSpan(sql, start, close < 0 ? start + 2 : close + 2);
  const note = 'Read the other query as a table: `WHERE name = (SELECT name FROM other)`';
  return [messageAt(source, span, 'tag-place', 'Unexpected tag inside SQL', note)];
}
