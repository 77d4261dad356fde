import type { EngineProblem, SqlError } from '../query/engine.js';
import type { DataSource } from '../model/draft.js';
import { csvDialect } from './csv-dialect.js';
import type { DataProblem } from './data-problem.js';
import { findBadJson } from './find-bad-json.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { exactPath, quoteText } from './quote.js';
import type { CsvHeader } from './read-csv-header.js';
import { relationOf } from './relation-of.js';

export interface DataErrorContext {
  readonly source: DataSource;
  readonly files: readonly ReadyFile[];
  readonly engine: OpenEngine;
}

/** Says in plain words why the engine could not read a source's files. */
export async function explainDataError(problem: EngineProblem, context: DataErrorContext): Promise<DataProblem> {
  const { source, files, engine } = context;
  switch (problem.kind) {
    case 'limit':
      return {
        rule: 'data-unreadable',
        reason:
          problem.what === 'memory'
            ? `The data file \`${source.file}\` needs more than ${engine.limits.memoryMb} MB of memory`
            : `Reading the data file \`${source.file}\` took too long`,
        note: 'Save it as Parquet, which is read where it lies',
      };
    case 'ended':
      return { rule: 'data-unreadable', reason: `The data file \`${source.file}\` was not read: the engine had ended` };
    case 'sql': {
      for (const file of files) {
        const own = files.length === 1 ? problem : await readAlone(file, context);
        if (own) return explainFile(own, file, context);
      }
      // Each can be read by itself
      return plainError(problem.message, source);
    }
  }
}

async function readAlone(file: ReadyFile, { source, engine }: DataErrorContext): Promise<SqlError | undefined> {
  const read = await engine.execute(
    `CREATE OR REPLACE TABLE "threadwright alone" AS FROM ${relationOf(source, [file])}`,
  );
  await engine.execute('DROP TABLE IF EXISTS "threadwright alone"');
  return read.kind === 'problem' && read.problem.kind === 'sql' ? read.problem : undefined;
}

async function explainFile(problem: SqlError, ready: ReadyFile, context: DataErrorContext): Promise<DataProblem> {
  const { path, header, file } = ready;
  const source = { ...context.source, file: file.written };
  const said = header ? ((await csvError(path, header, context)) ?? problem) : problem;
  const badLine = source.format === 'ndjson' ? await findBadJson(path) : undefined;
  if (badLine !== undefined) return noObject(badLine, source);
  return plainError(said.message.replaceAll(path, file.written), source);
}

/** The engine's guess at types fails without a line; reading all as text does not. */
async function csvError(
  path: string,
  header: CsvHeader,
  { source, engine }: DataErrorContext,
): Promise<SqlError | undefined> {
  const columns = header.columns.map((_, index) => `'column${index}': 'VARCHAR'`).join(', ');
  const options = `auto_detect = false, ${csvDialect(header, source)}, columns = {${columns}}`;
  const read = await engine.select(`SELECT count(*) FROM read_csv(${quoteText(exactPath(path))}, ${options})`);
  return read.kind === 'problem' && read.problem.kind === 'sql' ? read.problem : undefined;
}

function plainError(message: string, { file, format }: DataSource): DataProblem {
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const where = line === undefined ? `\`${file}\`` : `line ${line} of \`${file}\``;
  const ragged = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (ragged) {
    return {
      rule: 'data-unreadable',
      reason: `Unexpected ${fields(ragged[2])} in ${where}, expected ${ragged[1]} as in the header`,
      note: 'A value that contains the delimiter stands in double quotes',
    };
  }
  const key = /has duplicate key "(.+?)"$/m.exec(message)?.[1];
  if (key !== undefined) {
    const reason = `Unexpected second key \`${key}\` in one object of \`${file}\`, expected each once`;
    return { rule: 'data-unreadable', reason, note: 'Rename or delete one of them' };
  }
  if (message.includes('unterminated quote')) {
    return { rule: 'data-unreadable', reason: `A quoted value that begins in ${where} is not closed` };
  }
  const first = (message.split('\n')[0] ?? '').replace(/ in file "[^"]*"/, '').replace(/[.!]\s*$/, '');
  return {
    rule: 'data-unreadable',
    reason: `The data file \`${file}\` cannot be read as ${NAMES[format]}`,
    note: line === undefined ? `The engine says: ${first}` : `The problem is in line ${line}`,
  };
}

function noObject(line: number, { file }: DataSource): DataProblem {
  return {
    rule: 'data-unreadable',
    reason: `Line ${line} of \`${file}\` is no JSON object, expected one on each line`,
    note: 'If it is one list or spans lines, write `format: json`',
  };
}

const NAMES = { csv: 'CSV', tsv: 'TSV', json: 'JSON', ndjson: 'NDJSON', parquet: 'Parquet', xlsx: 'XLSX' } as const;

function fields(count: string | undefined): string {
  return count === '1' ? '1 value' : `${count ?? ''} values`;
}
