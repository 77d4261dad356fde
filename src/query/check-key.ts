import type { Message } from '../diagnostic/message.js';
import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { QueryBlock } from '../model/draft.js';
import { keyText } from '../model/key-text.js';
import type { Span } from '../model/position.js';
import type { Column } from '../model/value.js';
import { quoteList } from './quote-list.js';
import type { Rows } from './engine.js';

/** Checks before running that the column of `key=` exists. */
export function checkKeyColumn(query: QueryBlock, columns: readonly Column[]): Message | undefined {
  const { key } = query;
  if (key === undefined || keyIndex(key, columns) >= 0) return undefined;
  const names = columns.map(({ name }) => name);
  const near = nearestName(key, names);
  const note = near === undefined ? `Its columns are ${quoteList(names)}` : `Did you mean \`${near}\`?`;
  const reason = `The query \`${query.name}\` has no column \`${key}\` for its key`;
  return messageAt(query.source, keySpan(query), 'column-unknown', reason, note);
}

/** Checks that every row has a key of its own. */
export function checkKeys(query: QueryBlock, { columns, rows }: Rows): Message | undefined {
  if (query.key === undefined) return undefined;
  const index = keyIndex(query.key, columns);
  const seen = new Set<string>();
  const at = (reason: string, note: string) => messageAt(query.source, keySpan(query), 'query-key', reason, note);
  for (const row of rows) {
    const cell = row[index];
    if (!cell || cell.kind === 'null') {
      return at(`A row of \`${query.name}\` has no \`${query.key}\``, `Add \`WHERE ${query.key} IS NOT NULL\``);
    }
    const value = keyText(cell);
    if (value === undefined)
      return at(
        `The \`${query.key}\` of \`${query.name}\` is a list, expected one value in each row`,
        'Choose a column of texts, numbers or days',
      );
    if (seen.has(value)) {
      return at(
        `\`${value}\` is the \`${query.key}\` of more than one row of \`${query.name}\``,
        `Group by \`${query.key}\`, or choose a column that differs in every row`,
      );
    }
    seen.add(value);
  }
  return undefined;
}

/** The key as its column is spelled, whatever case the query's line has. */
export function keyColumn({ key }: QueryBlock, columns: readonly Column[]): string | undefined {
  return key === undefined ? undefined : columns[keyIndex(key, columns)]?.name;
}

function keyIndex(key: string, columns: readonly Column[]): number {
  return columns.findIndex(({ name }) => name.toLowerCase() === key.toLowerCase());
}

/** The column's name in the line that names the query. */
function keySpan({ key = '', nameSpan, source: { text } }: QueryBlock): Span {
  const line = /[^\r\n]*/y;
  line.lastIndex = nameSpan.end;
  const found = line.exec(text)?.[0].lastIndexOf(key) ?? -1;
  const start = nameSpan.end + found;
  return found < 0 ? nameSpan : { start, end: start + key.length };
}
