import { open } from 'node:fs/promises';
import type { DataSource } from '../model/draft.js';

export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** The values below the names; none in a file of a header alone. */
  readonly first: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_BYTES = 256 * 1024;

/**
 * Reads the first record of a CSV or TSV file: its names, and with them the delimiter where none is declared, the one
 * that parts most names. The engine's own guess would rather take a ragged file as one wide column than say that it is
 * ragged.
 */
export async function readCsvHeader(path: string, source: DataSource): Promise<CsvHeader> {
  const head = await readHead(path);
  const readings = candidates(source).map((delimiter): CsvHeader => {
    const names = readRecord(head, 0, delimiter);
    const next = /\r?\n|\r/y;
    next.lastIndex = names.end;
    const first =
      next.test(head) && next.lastIndex < head.length ? readRecord(head, next.lastIndex, delimiter) : undefined;
    return { delimiter, columns: names.fields, first: first?.fields ?? [] };
  });
  return readings.reduce((best, each) => (each.columns.length > best.columns.length ? each : best));
}

function candidates({ format, delimiter, decimal }: DataSource): readonly string[] {
  if (format === 'tsv') return ['\t'];
  if (delimiter !== undefined) return [delimiter];
  return decimal === ',' ? DELIMITERS.filter((each) => each !== ',') : DELIMITERS;
}

async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } finally {
    await file.close();
  }
}

interface CsvRecord {
  readonly fields: readonly string[];
  readonly end: number;
}

function readRecord(text: string, start: number, delimiter: string): CsvRecord {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"[ ]*/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    let end = match ? quoted.lastIndex : at;
    if (!match) while (end < text.length && !endsField(text[end], delimiter)) end++;
    fields.push(match ? (match[1] ?? '').replaceAll('""', '"') : text.slice(at, end).trim());
    if (text[end] !== delimiter) return { fields, end };
    at = end + 1;
  }
}

function endsField(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
