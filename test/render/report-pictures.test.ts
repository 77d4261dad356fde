import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/browser/open-printer.js';
import { renderReport } from '../../src/render/report/render-report.js';
import { openEye, type Picture } from '../browser/pdf-picture.js';
import { whyNotCompared } from '../browser/why-not-compared.js';
import { draft, sampleParts, sampleStory } from './sample.js';

/**
 * The pages of a report with every element, in grey at 36 dpi, as somebody looked at them and found them right.
 * After a change of the look: `THREADWRIGHT_UPDATE_PICTURES=1 npx vitest run test/render/report-pictures.test.ts`, then look at the pages
 * (each is a PGM picture, packed with gzip).
 */
const FOLDER = join(import.meta.dirname, '..', 'fixture', 'report');
const IS_UPDATE = process.env['THREADWRIGHT_UPDATE_PICTURES'] === '1';
const UPDATE_HINT =
  'If the change is meant, look at the pages and store them: THREADWRIGHT_UPDATE_PICTURES=1 npx vitest run test/render/report-pictures.test.ts';

/** Grey levels, of 256, that a page may differ on average; a line of text that moved is more. */
const MOST_DIFFERENCE = 0.6;

interface Page {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

describe('the pages of a report', { timeout: 120_000 }, () => {
  test('look as they did', async ({ skip }) => {
    await using printer = openPrinter();
    await using eye = await openEye();
    const { frontMatter } = sampleParts().draft;
    const parts = sampleParts({ draft: draft({ ...frontMatter, cover: true }) });
    const { value } = await renderReport(sampleStory({ kind: 'report' }), parts);
    const { value: pdf, messages } = await printer.print(value);
    expect(messages).toEqual([]);
    const pages = (await eye.pdf(pdf ?? new Uint8Array())).map(halved);
    const running = printer.running();
    if (!running) throw new Error('No browser was found for this test');
    const reason = IS_UPDATE ? undefined : whyNotCompared(running);
    skip(reason !== undefined, reason);
    if (IS_UPDATE) write(pages);
    const known = readdirSync(FOLDER).filter((name) => name.endsWith('.pgm.gz'));
    expect(pages).toHaveLength(known.length);
    const differences = pages.map((page, index) => [`page ${index + 1}`, difference(page, read(index))] as const);
    expect(
      differences.filter(([, each]) => each > MOST_DIFFERENCE),
      UPDATE_HINT,
    ).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
  });

  test('would be seen to differ when a line moves', () => {
    const page = read(1);
    const moved = { ...page, grey: page.grey.map((_, at) => page.grey[at - 6 * page.width] ?? 255) };
    expect(difference(page, page)).toBe(0);
    expect(difference(page, moved)).toBeGreaterThan(MOST_DIFFERENCE);
  });
});

/** A picture in grey, at half its size. */
function halved({ width, height, at }: Picture): Page {
  const [across, down] = [Math.floor(width / 2), Math.floor(height / 2)];
  const grey = new Uint8Array(across * down);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const four = [0, 1].flatMap((dy) => [0, 1].flatMap((dx) => [...at(2 * x + dx, 2 * y + dy)]));
      grey[y * across + x] = Math.round(four.reduce((sum, value) => sum + value, 0) / four.length);
    }
  return { width: across, height: down, grey };
}

function difference(one: Page, other: Page): number {
  if (one.width !== other.width || one.height !== other.height) return 256;
  return one.grey.reduce((sum, value, at) => sum + Math.abs(value - (other.grey[at] ?? 0)), 0) / one.grey.length;
}

function fileOf(index: number): string {
  return join(FOLDER, `page-${index + 1}.pgm.gz`);
}

function read(index: number): Page {
  const bytes = existsSync(fileOf(index)) ? gunzipSync(readFileSync(fileOf(index))) : Buffer.from('P5 0 0 255\n');
  const [head = '', width, height] = /^P5 (\d+) (\d+) 255\n/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
}

function write(pages: readonly Page[]): void {
  for (const name of readdirSync(FOLDER)) rmSync(join(FOLDER, name));
  for (const [index, { width, height, grey }] of pages.entries())
    writeFileSync(
      fileOf(index),
      gzipSync(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]), { level: 9 }),
    );
}
