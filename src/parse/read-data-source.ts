import type { DataFormat, DataSource, Encoding } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { openMapping, type Fields } from './open-mapping.js';
import { readColumns } from './read-columns.js';
import { alternatives, quote, refuse, report, type ReadContext } from './read-context.js';
import { readCovers } from './read-covers.js';
import { readDataPath } from './read-data-path.js';
import { readDelimiter } from './read-delimiter.js';
import { choice, readBoolean } from './read-simple.js';
import { readText } from './read-text.js';
import type { YamlEntry } from './yaml-value.js';

/** Reads one table of `data`: a path, or a mapping with `file`. */
export function readDataSource(context: ReadContext, { key: name, keySpan, value }: YamlEntry): DataSource | undefined {
  const declaredIn = context.where === 'draft' ? 'draft' : 'config';
  const base = { name, declaredIn, ...DEFAULTS } as const;
  if (value.kind === 'text' || value.kind === 'broken') {
    const file = readDataPath(context, value, name);
    const format = file === undefined ? undefined : formatByEnding(context, file, value.span);
    return file === undefined || !format ? undefined : { ...base, file, format, span: value.span };
  }
  if (value.kind !== 'mapping') {
    const at = value.kind === 'null' ? { ...value, span: keySpan } : value;
    refuse(context, at, 'a path, or a mapping with `file`');
    return undefined;
  }
  const fields = openMapping(context, value, 'data.*');
  if (!fields?.need('file', `Write \`${name}: {file: data/${name}.csv}\``)) return undefined;
  const details = readDetails(fields);
  const declared = fields.read('format', choice(FORMATS, { meant: MEANT }));
  const file = fields.read('file', readDataPath);
  const span = fields.spanOf('file') ?? value.span;
  if (file === undefined) return undefined;
  const format = declared ?? (fields.spanOf('format') ? undefined : formatByEnding(context, file, span));
  if (!format) return undefined;
  checkMeaning(context, fields, format);
  return { ...base, ...details, file, format, span };
}

const DEFAULTS = {
  delimiter: undefined,
  decimal: '.',
  encoding: undefined,
  sheet: undefined,
  columns: [],
  datedBy: undefined,
  undated: 'drop',
  covers: undefined,
  coversSpan: undefined,
  source: undefined,
  licence: undefined,
  illustrative: false,
} as const;

function readDetails(fields: Fields): Omit<DataSource, 'name' | 'file' | 'format' | 'declaredIn' | 'span'> {
  return {
    delimiter: fields.read('delimiter', readDelimiter),
    decimal: fields.read('decimal', choice(['.', ','])) ?? DEFAULTS.decimal,
    encoding: fields.read('encoding', choice(ENCODINGS, { meant: MEANT_ENCODING })),
    sheet: fields.read('sheet', readText),
    columns: fields.read('columns', readColumns) ?? DEFAULTS.columns,
    datedBy: fields.read('dated_by', readText),
    undated: fields.read('undated', choice(['keep', 'drop', 'error'])) ?? DEFAULTS.undated,
    covers: fields.read('covers', readCovers),
    coversSpan: fields.spanOf('covers'),
    source: fields.read('source', readText),
    licence: fields.read('licence', readText),
    illustrative: fields.read('illustrative', readBoolean) ?? DEFAULTS.illustrative,
  };
}

const ENCODINGS = [
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'latin-1',
  'windows-1252',
] as const satisfies readonly Encoding[];

const MEANT_ENCODING = {
  utf8: 'utf-8',
  utf16: 'utf-16',
  latin1: 'latin-1',
  'iso-8859-1': 'latin-1',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
} as const;

const FORMATS = ['csv', 'tsv', 'json', 'ndjson', 'parquet', 'xlsx'] as const satisfies readonly DataFormat[];

const MEANT = { jsonl: 'ndjson', jsonlines: 'ndjson', excel: 'xlsx', 'json-lines': 'ndjson', tab: 'tsv' } as const;

const ENDINGS = new Map<string, DataFormat>([
  ...FORMATS.map((format) => [format, format] as const),
  ['jsonl', 'ndjson'],
]);

function formatByEnding(context: ReadContext, file: string, span: Span): DataFormat | undefined {
  const ending = /\.([^./]+)$/u.exec(file)?.[1]?.toLowerCase();
  const format = ending === undefined ? undefined : ENDINGS.get(ending);
  if (format) return format;
  const expected = alternatives([...ENDINGS.keys()].map((each) => `.${each}`));
  const what = ending === undefined ? `path ${quote(file)} without an ending` : `\`.${ending}\``;
  const note = ending === 'xls' || ending === 'ods' ? 'Save it as XLSX or CSV' : 'Write `format: csv`, if it is CSV';
  report(context, context.rules.value, span, `Unexpected ${what}, expected ${expected}`, note);
  return undefined;
}

/** Keys that say something of a few formats only. */
const MEANINGFUL: Readonly<Record<string, readonly DataFormat[]>> = {
  delimiter: ['csv'],
  decimal: ['csv', 'tsv'],
  encoding: ['csv', 'tsv', 'json', 'ndjson'],
  sheet: ['xlsx'],
};

/** What is written and can have no effect is a mistake. */
function checkMeaning(context: ReadContext, fields: Fields, format: DataFormat): void {
  for (const [key, formats] of Object.entries(MEANINGFUL)) {
    const span = fields.spanOf(key);
    if (!span || formats.includes(format)) continue;
    const reason = `Unexpected \`${key}\` for the format \`${format}\`, expected it for ${alternatives(formats)}`;
    report(
      context,
      context.rules.value,
      span,
      reason,
      `Leave \`${key}\` out, or write \`format: ${formats[0] ?? ''}\``,
    );
  }
  const undated = fields.spanOf('undated');
  if (undated && !fields.spanOf('dated_by')) {
    const reason = 'Unexpected `undated` without `dated_by`, expected the column of dates';
    report(context, context.rules.value, undated, reason, 'Write `dated_by: COLUMN`, or leave `undated` out');
  }
}
