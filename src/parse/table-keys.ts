import { key, type KeyRow } from './key-row.js';

/** The keys of a `table` block. */
export const TABLE_KEYS: readonly KeyRow[] = [
  key('table.query', 'name', 'the table’s own name', 'The query whose rows it shows', 'query: harbours'),
  key(
    'table.columns',
    'list of columns or names',
    'every column',
    'What it shows, from left to right',
    'columns: [harbour, {field: ships, total: true}]',
  ),
  key('table.columns.*', 'name or mapping', 'none', 'One column', 'columns: [harbour]'),
  key('table.columns.*.field', 'name', 'required', 'The column of the query', 'columns: [{field: ships}]'),
  key(
    'table.columns.*.label',
    'text',
    'the name, `_` as a space',
    'What stands above it; tags may stand in it',
    'columns: [{field: ships, label: Ships seen}]',
  ),
  key(
    'table.columns.*.format',
    'a helper, with what it takes after the value',
    'as it is, in digits',
    'How a cell is written',
    'columns: [{field: share, format: pct digits=1}]',
  ),
  key(
    'table.columns.*.align',
    '`left`, `right` or `center`',
    'numbers `right`, else `left`',
    'Where its cells stand',
    'columns: [{field: code, align: center}]',
  ),
  key(
    'table.columns.*.total',
    '`true` or `false`',
    'false',
    'Whether the last line has its sum, over every row of the query',
    'columns: [harbour, {field: ships, total: true}]',
  ),
  key('table.limit', 'whole number', 'every row', 'The most rows; a line below says what was left out', 'limit: 10'),
  key('table.note', 'text', 'none', 'A line below the table; tags may stand in it', 'note: Fishing boats are left out'),
  key(
    'table.landscape',
    '`true` or `false`',
    'by its width',
    'A sheet of its own in the report, turned',
    'landscape: true',
  ),
];
