import { nearestName } from '../diagnostic/nearest-name.js';
import { visibleLine } from '../diagnostic/visible-text.js';
import type { ColumnType, DataSource, DeclaredColumn } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { quoteName } from './quote.js';
import { relationOf } from './relation-of.js';

/**
 * Gives columns the names and types that `columns` declares: the rows as SQL, or what keeps a value from its type.
 * A source without `columns`, or one that the engine cannot read, stays as it is.
 *
 * @param words Columns of the file that are text, whatever they look like.
 */
export async function shapeColumns(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
  words: readonly string[] = [],
): Promise<string | DataProblem> {
  const plain = relationOf(source, files, words);
  if (source.columns.length === 0) return plain;
  const described = await engine.select(`SELECT column_name FROM (DESCRIBE FROM ${plain})`);
  if (described.kind === 'problem') return plain;
  const names = described.value.map(([name]) => name ?? '');
  const found = new Map<string, DeclaredColumn>();
  for (const column of source.columns) {
    const name = names.find((each) => each.toLowerCase() === column.name.toLowerCase());
    if (name === undefined) return unknownColumn(source, column, names);
    found.set(name, column);
  }
  const clash = nameClash(source, names, found);
  if (clash) return clash;
  const typed = [...found].flatMap(([name, { type, span }]) => (type ? [{ name, type, span }] : []));
  // As text first: what the engine makes of `007` has lost its zeros
  const texts = [...new Set([...words, ...typed.map(({ name }) => name)])];
  const relation = relationOf(source, files, texts);
  for (const column of typed) {
    const bad = await findBadValue(source, column, { engine, relation, isOneFile: files.length === 1 });
    if (bad) return bad;
  }
  const selected = names.map((name) => {
    const { rename, type } = found.get(name) ?? {};
    const value = type ? `CAST(${valueOf(name, source)} AS ${SQL_TYPES[type]})` : quoteName(name);
    return `${value} AS ${quoteName(rename ?? name)}`;
  });
  return `(SELECT ${selected.join(', ')} FROM ${relation})`;
}

interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly span: DeclaredColumn['span'];
}

const SQL_TYPES = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
} as const satisfies Record<ColumnType, string>;

/** The value as text, with a point for the decimal sign; nothing but blanks is no value. */
function valueOf(name: string, { decimal, columns }: DataSource): string {
  const type = columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.type;
  const text = `CAST(${quoteName(name)} AS VARCHAR)`;
  if (type === 'text') return text;
  const isNumber = type === 'number' || type === 'integer';
  const bare = `nullif(trim(${text}), '')`;
  return decimal === ',' && isNumber ? `replace(${bare}, ',', '.')` : bare;
}

/** What a value of each type looks like, as SQL over `v`; the engine would round 1.5 and take `nan` for a number. */
const FITS = {
  text: 'true',
  integer: String.raw`regexp_full_match(v, '[+-]?[0-9]+([.]0*)?') AND TRY_CAST(v AS BIGINT) IS NOT NULL`,
  number: 'coalesce(isfinite(TRY_CAST(v AS DOUBLE)), false)',
  boolean: 'TRY_CAST(v AS BOOLEAN) IS NOT NULL',
  date: 'TRY_CAST(v AS DATE) IS NOT NULL',
  timestamp: 'TRY_CAST(v AS TIMESTAMP) IS NOT NULL',
} as const satisfies Record<ColumnType, string>;

async function findBadValue(
  source: DataSource,
  { name, type, span }: TypedColumn,
  {
    engine,
    relation,
    isOneFile,
  }: { readonly engine: OpenEngine; readonly relation: string; readonly isOneFile: boolean },
): Promise<DataProblem | undefined> {
  const read = await engine.select(
    `SELECT count(*), min_by(v, nr), min(nr) FROM (
      SELECT ${valueOf(name, source)} AS v, row_number() OVER () AS nr FROM ${relation}
    ) WHERE v IS NOT NULL AND NOT (${FITS[type]})`,
  );
  // What cannot be read at all is told when the table is made
  if (read.kind === 'problem') return undefined;
  const [rows = '0', value = '', nr = ''] = read.value[0] ?? [];
  if (rows === '0') return undefined;
  const text = visibleLine(String(value));
  const shown = `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
  const where = isOneFile ? ` in row ${String(nr)}` : '';
  const others = Number(rows) - 1;
  const more = others === 0 ? '' : `, and ${others} more like it`;
  return {
    rule: 'data-type',
    span,
    reason: `Unexpected ${shown} in the column \`${name}\` of \`${source.file}\`${where}${more}, expected ${WORDS[type]}`,
    note: hint(text, type, source),
  };
}

const WORDS = {
  text: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  date: 'a date',
  timestamp: 'a date and a time',
} as const satisfies Record<ColumnType, string>;

function hint(value: string, type: ColumnType, { decimal }: DataSource): string {
  if (/^(?:n\/?a|#n\/a|nan|null|none|nil|unknown|missing|[-–—.?*]+)$/i.test(value)) {
    return 'A value that is not known is an empty one in the file; or declare `text`, and say in a query what it means';
  }
  if (type === 'date' || type === 'timestamp') return 'Write dates as `2021-09-23`, in the file';
  if (type === 'boolean') return "Declare `text`, and compare it in a query: `answer = 'Yes'`";
  const bare = value.replace(/[\s'’,.](?=\d{3}(?!\d))/g, '');
  if (/^[+-]?\d+$/.test(bare) && bare !== value) {
    const isDecimal = decimal === '.' && /^[^,]*,\d+$/.test(value);
    const other = isDecimal ? "; or write `decimal: ','`, if it is the decimal sign" : '';
    return `Write \`${bare}\` in the file, without signs between thousands${other}`;
  }
  if (type === 'number' && decimal === '.' && /^[+-]?\d+,\d+$/.test(value)) return "Write `decimal: ','` beside `file`";
  if (type === 'integer' && /^[+-]?\d*[.,]\d+$/.test(value)) return 'Declare `number`, if it has decimals';
  return 'Correct the value in the file, or declare `text`';
}

function unknownColumn({ name }: DataSource, column: DeclaredColumn, names: readonly string[]): DataProblem {
  const near = nearestName(column.name, names);
  return {
    rule: 'data-column',
    span: column.span,
    reason: `Unexpected \`${column.name}\` in \`columns\`, expected a column of \`${name}\``,
    note:
      near === undefined
        ? `Its columns are ${names.map((each) => `\`${each}\``).join(', ')}`
        : `Did you mean \`${near}\`?`,
  };
}

function nameClash(
  { name: table }: DataSource,
  names: readonly string[],
  found: ReadonlyMap<string, DeclaredColumn>,
): DataProblem | undefined {
  for (const [name, { rename, span }] of found) {
    if (rename === undefined) continue;
    const twin = names.find(
      (other) => other !== name && (found.get(other)?.rename ?? other).toLowerCase() === rename.toLowerCase(),
    );
    if (twin === undefined) continue;
    return {
      rule: 'data-column',
      span,
      reason: `Unexpected name \`${rename}\` for the column \`${name}\` of \`${table}\`, which \`${twin}\` has too`,
      note: 'Case makes no difference in SQL; choose another name',
    };
  }
  return undefined;
}
