import type { Value } from '../model/value.js';

const LONGEST = 40;

/** Names a value for a message: "text `Sandwick`", "table `daily` (2 rows)". */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'NULL';
    case 'boolean':
      return `\`${String(value.value)}\``;
    case 'number':
      return Number.isFinite(value.value) ? `number \`${value.exact}\`` : `\`${String(value.value)}\``;
    case 'date':
      return `date \`${value.value}\``;
    case 'text':
      return value.value === '' ? 'empty text' : `text \`${shorten(value.value)}\``;
    case 'list':
      return `list of ${items(value.items.length, 'item')}`;
    case 'row':
      return `row of \`${value.table.query}\``;
    case 'table':
      return `table \`${value.table.query}\` (${items(value.table.rows.length, 'row')})`;
    default:
      return value satisfies never;
  }
}

function shorten(text: string): string {
  const line = text.replace(/[\s`]+/g, ' ');
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : line;
}

function items(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
