import type { Readable } from 'node:stream';

/**
 * Calls back for each line of a UTF-8 stream.
 * `node:readline` also ends a line at U+2028 and U+2029, which JSON leaves bare inside strings.
 */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let pending: string[] = [];
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      pending.push(chunk.slice(start, end));
      const line = pending.join('');
      pending = [];
      start = end + 1;
      onLine(line);
    }
    if (start < chunk.length) pending.push(chunk.slice(start));
  });
}
