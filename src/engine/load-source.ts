import type { DataSource } from '../model/draft.js';
import { checkHeader, doubtHeader } from './check-header.js';
import { csvDialect } from './csv-dialect.js';
import { cutByDate } from './cut-by-date.js';
import { isDataProblem, type DataProblem } from './data-problem.js';
import { endsAsItBegins } from './ends-as-it-begins.js';
import { explainDataError } from './explain-data-error.js';
import { fingerprint, type Fingerprint } from './fingerprint.js';
import type { OpenEngine } from './open-engine.js';
import { exactPath, quoteName, quoteText } from './quote.js';
import { readCsvHeader, type CsvHeader } from './read-csv-header.js';
import { resolveDataPath, type DataFile, type ProjectFolders } from './resolve-data-path.js';

export interface LoadSourceOptions extends ProjectFolders {
  readonly asOf: string;
}

export interface LoadedSource {
  /** The real path. */
  readonly path: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly bytes: number;
  readonly hash: string;
  readonly rows: number;
  readonly warnings: readonly DataProblem[];
}

/** Makes a table (of a Parquet file: a view) of one data file, cut at `as_of`. */
export async function loadSource(
  source: DataSource,
  engine: OpenEngine,
  options: LoadSourceOptions,
): Promise<LoadedSource | DataProblem> {
  const badName = await checkName(source, engine);
  if (badName) return badName;
  const file = await resolveDataPath(source, options);
  if (isDataProblem(file)) return file;
  if (file.bytes === 0) return { rule: 'data-unreadable', reason: `The data file \`${source.file}\` is empty` };
  const print = await fingerprint(file.path);
  const badText = source.format === 'parquet' ? undefined : checkText(source, print);
  if (badText) return badText;
  const header = isDelimited(source) ? await readCsvHeader(file.path, source) : undefined;
  const badHeader = header && checkHeader(source, header);
  if (badHeader) return badHeader;

  if (source.format === 'json' && !(await endsAsItBegins(file))) {
    return {
      rule: 'data-unreadable',
      reason: `The list in \`${source.file}\` has no end`,
      note: 'Was the file cut off?',
    };
  }
  const relation = relationOf(source, file, header);
  const kind = source.format === 'parquet' ? 'VIEW' : 'TABLE';
  const created = await engine.execute(`CREATE ${kind} ${quoteName(source.name)} AS FROM ${relation}`);
  if (created.kind === 'problem') return explainDataError(created.problem, { source, file, header, engine });
  const cut = await cutByDate(source, { engine, asOf: options.asOf, relation });
  if (isDataProblem(cut)) return cut;
  const doubt = header && doubtHeader(source, header);
  const warnings = doubt ? [doubt, ...cut.warnings] : cut.warnings;
  return { path: file.path, file: file.name, bytes: file.bytes, hash: print.hash, rows: cut.rows, warnings };
}

/** A name that SQL can read a table by, as it is written. */
async function checkName({ name }: DataSource, engine: OpenEngine): Promise<DataProblem | undefined> {
  const tree = await engine.parse(`FROM ${name}`);
  const from = tree.kind === 'ok' ? tree.value[0]?.node['from_table'] : undefined;
  if ((from as { table_name?: unknown } | undefined)?.table_name === name) return undefined;
  if (tree.kind === 'problem' && tree.problem.kind !== 'sql') return undefined;
  return {
    rule: 'front-matter-value',
    reason: `Unexpected data name \`${name}\`, expected a name that is no reserved word of SQL`,
    note: `Write \`${name}_data\`, for example`,
  };
}

function checkText({ file }: DataSource, { badLine, binary }: Fingerprint): DataProblem | undefined {
  if (badLine !== undefined) {
    return {
      rule: 'data-unreadable',
      reason: `Line ${badLine} of \`${file}\` is not UTF-8, the encoding that is expected`,
      note: `Save it as UTF-8; if it is Windows-1252, \`iconv -f WINDOWS-1252 -t UTF-8\` converts it`,
    };
  }
  if (!binary) return undefined;
  return {
    rule: 'data-unreadable',
    reason: `Unexpected zero byte in \`${file}\`, expected text in UTF-8`,
    note: 'Save it as UTF-8; `iconv -f UTF-16 -t UTF-8` converts a UTF-16 file',
  };
}

function isDelimited({ format }: DataSource): boolean {
  return format === 'csv' || format === 'tsv';
}

function relationOf(source: DataSource, { path }: DataFile, header: CsvHeader | undefined): string {
  const literal = quoteText(exactPath(path));
  switch (source.format) {
    case 'csv':
    case 'tsv':
      return `read_csv(${literal}, sample_size = -1${header ? `, ${csvDialect(header, source)}` : ''})`;
    case 'json':
      return `read_json(${literal}, sample_size = -1, ${JSON_OPTIONS})`;
    case 'ndjson':
      return `read_json(${literal}, format = 'newline_delimited', records = true, sample_size = -1, ${JSON_OPTIONS})`;
    case 'parquet':
      return `read_parquet(${literal}, hive_partitioning = false)`;
  }
}

const JSON_OPTIONS = `compression = 'uncompressed', hive_partitioning = false`;
