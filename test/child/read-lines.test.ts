import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readLines } from '../../src/child/read-lines.js';

vi.setConfig({ testTimeout: 60_000 });

test('lines arrive whole, wherever the stream was cut', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' '));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 5 }), fc.array(fc.nat({ max: 40 })), async (lines, sizes) => {
      const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
      const seen: string[] = [];
      const stream = Readable.from(cut(bytes, sizes), { objectMode: false });
      readLines(stream, (each) => seen.push(each));
      await new Promise((resolve) => stream.once('end', resolve));
      expect(seen).toEqual(lines);
    }),
    { numRuns: 50 },
  );
});

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...chunks, bytes.subarray(at)].filter((chunk) => chunk.length > 0);
}
