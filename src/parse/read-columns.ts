import { nearestName } from '../diagnostic/nearest-name.js';
import type { ColumnType, DeclaredColumn } from '../model/draft.js';
import { distinctEntries, openMapping } from './open-mapping.js';
import { alternatives, quote, refuse, report, type ReadContext } from './read-context.js';
import { readText } from './read-text.js';
import type { YamlEntry, YamlValue } from './yaml-value.js';

/**
 * Reads the names and types of columns: `columns: {killed: integer, Total killed: total}`. A word for a type is a type,
 * any other word is the column's new name; both together are `{name: total, type: integer}`.
 */
export function readColumns(context: ReadContext, value: YamlValue): readonly DeclaredColumn[] | undefined {
  if (value.kind !== 'mapping') {
    refuse(context, value, 'a type or a new name for each column, as in `{killed: integer}`');
    return undefined;
  }
  return distinctEntries(context, value.entries).flatMap((entry) => readColumn(context, entry) ?? []);
}

const TYPES = ['text', 'integer', 'number', 'boolean', 'date', 'timestamp'] as const satisfies readonly ColumnType[];

/** What SQL and spreadsheets call them. */
const MEANT = new Map<string, ColumnType>([
  ...TYPES.map((type) => [type, type] as const),
  ...['varchar', 'string', 'char'].map((word) => [word, 'text'] as const),
  ...['int', 'bigint', 'smallint', 'whole number'].map((word) => [word, 'integer'] as const),
  ...['double', 'float', 'real', 'decimal', 'numeric'].map((word) => [word, 'number'] as const),
  ['bool', 'boolean'],
  ['day', 'date'],
  ['datetime', 'timestamp'],
]);

function readColumn(context: ReadContext, { key: name, keySpan: span, value }: YamlEntry): DeclaredColumn | undefined {
  if (value.kind === 'mapping') {
    const fields = openMapping(context, value, 'data.*.columns.*');
    const rename = fields?.read('name', readName);
    const type = fields?.read('type', readType);
    return fields && { name, span, rename, type };
  }
  const text = readText(context, value, name);
  if (text === undefined) return undefined;
  const type = MEANT.get(text.toLowerCase());
  if (type) return { name, span, rename: undefined, type };
  const rename = readName(context, value, name);
  return rename === undefined ? undefined : { name, span, rename, type: undefined };
}

function readType(context: ReadContext, value: YamlValue, key: string): ColumnType | undefined {
  const text = readText(context, value, key);
  if (text === undefined) return undefined;
  const type = MEANT.get(text.toLowerCase());
  if (type) return type;
  const near = nearestName(text.toLowerCase(), [...MEANT.keys()]);
  refuse(context, value, alternatives(TYPES), near && `Did you mean \`${MEANT.get(near) ?? near}\`?`);
  return undefined;
}

/** A new name is there to be written in SQL and in tags, so it is one that needs no quotes. */
function readName(context: ReadContext, value: YamlValue, key: string): string | undefined {
  const text = readText(context, value, key);
  if (text === undefined || /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) return text;
  const reason = `Unexpected name ${quote(text)} for a column, expected letters, digits and \`_\`, no digit first`;
  const types = `Types are ${alternatives(TYPES)}`;
  const better = text.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?=\p{N})/u, '_');
  const note = /\p{L}/u.test(better) ? `Write \`${better}\`; t${types.slice(1)}` : types;
  report(context, context.rules.value, value.span, reason, note);
  return undefined;
}
