import { createHash } from 'node:crypto';
import type { FileRecord } from '../model/answers.js';
import type { DataSource } from '../model/draft.js';
import { checkJsonKeys } from './check-json-keys.js';
import { checkSameColumns } from './check-same-columns.js';
import { cutByDate } from './cut-by-date.js';
import { isDataProblem, type DataProblem } from './data-problem.js';
import { explainDataError } from './explain-data-error.js';
import { findDataFiles } from './find-data-files.js';
import type { EngineResult } from '../query/engine.js';
import type { OpenEngine } from './open-engine.js';
import { findWords } from './find-words.js';
import { openScratch } from './open-scratch.js';
import { prepareFile, type ReadyFile } from './prepare-file.js';
import { quoteName } from './quote.js';
import type { DataFile, ProjectFolders } from './resolve-data-path.js';
import { shapeColumns } from './shape-columns.js';

export interface LoadSourceOptions extends ProjectFolders {
  readonly asOf: string;
}

export interface LoadedSource extends FileRecord {
  /** The real paths. */
  readonly paths: readonly string[];
  /** Each of several files. */
  readonly files: readonly FileRecord[] | undefined;
  readonly rows: number;
  readonly warnings: readonly DataProblem[];
}

/** Makes a table (of Parquet: a view) of a source's files, cut at `as_of`. */
export async function loadSource(
  source: DataSource,
  engine: OpenEngine,
  options: LoadSourceOptions,
): Promise<LoadedSource | DataProblem> {
  const badName = await checkName(source, engine);
  if (badName) return badName;
  const found = await findDataFiles(source, options);
  if (isDataProblem(found)) return found;
  await using scratch = openScratch();
  const files = await prepareFiles(source, found.files, scratch.folder);
  if (isDataProblem(files)) return files;
  const different = source.format === 'xlsx' ? undefined : await checkSameColumns(source, files, engine);
  if (different) return different;
  const created = await createTable(source, files, engine);
  if (isDataProblem(created)) return created;
  if (created.kind === 'problem') return await explainDataError(created.problem, { source, files, engine });
  const relation = created.value;
  const cut = await cutByDate(source, { engine, asOf: options.asOf, relation });
  if (isDataProblem(cut)) return cut;
  const warnings = [...files.flatMap((file) => file.warnings), ...cut.warnings];
  return { ...recordOf(found.name, files), paths: files.map(({ path }) => path), rows: cut.rows, warnings };
}

/** Makes the table or view; returns where its rows come from, as SQL. */
async function createTable(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
): Promise<EngineResult<string> | DataProblem> {
  const isWorkbook = source.format === 'xlsx';
  if (isWorkbook) {
    const params = {
      table: source.name,
      sheet: source.sheet,
      files: files.map(({ path, file }) => [path, file.written] as const),
    };
    const loaded = await engine.loadWorkbooks(params);
    if (loaded.kind === 'problem') return loaded;
    if (loaded.value) return loaded.value;
  }
  const relation = await shapeColumns(source, files, engine);
  if (typeof relation !== 'string') return relation;
  if (isWorkbook && source.columns.length === 0) return { kind: 'ok', value: relation };
  const kind = source.format === 'parquet' ? 'VIEW' : isWorkbook ? 'OR REPLACE TABLE' : 'TABLE';
  const made = await engine.execute(`CREATE ${kind} ${quoteName(source.name)} AS FROM ${relation}`);
  if (made.kind === 'problem') return made;
  const twins = await checkJsonKeys(source, files, engine);
  if (twins) return twins;
  const words = await findWords(source, files, engine);
  if (words.length === 0) return { kind: 'ok', value: relation };
  const plainer = await shapeColumns(source, files, engine, words);
  if (typeof plainer !== 'string') return plainer;
  const again = await engine.execute(`CREATE OR REPLACE TABLE ${quoteName(source.name)} AS FROM ${plainer}`);
  return again.kind === 'ok' ? { kind: 'ok', value: plainer } : again;
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

async function prepareFiles(
  source: DataSource,
  files: readonly DataFile[],
  scratch: () => Promise<string>,
): Promise<readonly ReadyFile[] | DataProblem> {
  const ready: ReadyFile[] = [];
  for (const file of files) {
    const prepared = await prepareFile(source, file, scratch);
    if (isDataProblem(prepared)) return prepared;
    ready.push(prepared);
  }
  return ready;
}

/** Of one file its own record; of several the sum of them, with a hash over the list of their hashes and names. */
function recordOf(name: string, ready: readonly ReadyFile[]): FileRecord & Pick<LoadedSource, 'files'> {
  const files = ready.map(({ file, hash }): FileRecord => ({ file: file.name, bytes: file.bytes, hash }));
  const [first] = files;
  if (first && files.length === 1) return { ...first, files: undefined };
  const list = files.map(({ hash, file }) => `${hash}  ${file}\n`).join('');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { file: name, bytes, hash: createHash('sha256').update(list).digest('hex'), files };
}
