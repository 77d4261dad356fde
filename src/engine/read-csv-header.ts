import { open } from 'node:fs/promises';

export interface CsvHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_BYTES = 256 * 1024;

/**
 * Reads the first record of a CSV file: its names, and with them the delimiter, the one that parts most names.
 * The engine's own guess would rather take a ragged file as one wide column than say that it is ragged.
 */
export async function readCsvHeader(path: string): Promise<CsvHeader> {
  const head = await readHead(path);
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, columns: firstRecord(head, delimiter) }));
  return readings.reduce((best, each) => (each.columns.length > best.columns.length ? each : best));
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

function firstRecord(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"[ ]*/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    let end = match ? quoted.lastIndex : at;
    if (!match) while (end < text.length && !endsField(text[end], delimiter)) end++;
    fields.push(match ? (match[1] ?? '').replaceAll('""', '"') : text.slice(at, end).trim());
    if (text[end] !== delimiter) return fields;
    at = end + 1;
  }
}

function endsField(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
