import { join } from 'node:path';
import type { DataSource } from '../model/draft.js';
import { checkEncoding, doubtEncoding } from './check-encoding.js';
import { checkHeader, doubtHeader } from './check-header.js';
import { type DataProblem } from './data-problem.js';
import { decodeFile } from './decode-file.js';
import { endsAsItBegins } from './ends-as-it-begins.js';
import { fingerprint } from './fingerprint.js';
import { readCsvHeader, type CsvHeader } from './read-csv-header.js';
import type { DataFile } from './resolve-data-path.js';
import { mixesLines, unifyLines } from './unify-lines.js';

/** A file that the engine can read. */
export interface ReadyFile {
  readonly file: DataFile;
  /** Where it lies, or its copy in UTF-8 with lines that end alike. */
  readonly path: string;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  readonly header: CsvHeader | undefined;
  readonly warnings: readonly DataProblem[];
}

/**
 * Looks through a file before the engine does, and makes a copy in the folder `scratch` where it is not in
 * UTF-8 or its lines end in several ways.
 */
export async function prepareFile(
  source: DataSource,
  file: DataFile,
  scratch: () => Promise<string>,
): Promise<ReadyFile | DataProblem> {
  const named = { ...source, file: file.written };
  if (file.bytes === 0) return { rule: 'data-unreadable', reason: `The data file \`${file.written}\` is empty` };
  const print = await fingerprint(file.path);
  const ready = { file, hash: print.hash };
  if (source.format === 'parquet' || source.format === 'xlsx')
    return { ...ready, path: file.path, header: undefined, warnings: [] };
  const encoding = checkEncoding(named, print);
  if (typeof encoding !== 'string') return encoding;
  const path = encoding === 'utf-8' ? file.path : join(await scratch(), `${print.hash}.txt`);
  const bad = encoding === 'utf-8' ? undefined : await decodeFile(file.path, path, encoding);
  if (bad) {
    const what = bad.byte === undefined ? 'half a character' : `byte \`${bad.byte}\``;
    return {
      rule: 'data-unreadable',
      reason: `Unexpected ${what} in line ${bad.line} of \`${file.written}\`, expected text in ${encoding}`,
      note: encoding === 'latin-1' ? 'Write `encoding: windows-1252`, if that is what it is' : undefined,
    };
  }
  const header = isDelimited(source) ? await readCsvHeader(path, source) : undefined;
  const problem = header ? checkHeader(named, header) : await checkEnd(named, path);
  if (problem) return problem;
  const doubts = [doubtEncoding(named, print), header && doubtHeader(named, header)];
  const warnings = doubts.filter((doubt) => doubt !== undefined);
  if (!header || !(await mixesLines(path))) return { ...ready, path, header, warnings };
  const unified = join(await scratch(), `${print.hash}.lines.txt`);
  await unifyLines(path, unified, header.delimiter);
  return { ...ready, path: unified, header, warnings };
}

function isDelimited({ format }: DataSource): boolean {
  return format === 'csv' || format === 'tsv';
}

async function checkEnd({ format, file }: DataSource, path: string): Promise<DataProblem | undefined> {
  if (format !== 'json' || (await endsAsItBegins(path))) return undefined;
  return { rule: 'data-unreadable', reason: `The list in \`${file}\` has no end`, note: 'Was the file cut off?' };
}
