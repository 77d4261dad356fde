import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { whyNotCompared } from '../browser/why-not-compared.js';

const STORED = join(import.meta.dirname, '..', 'fixture', 'gallery', 'expected');
const UPDATE = process.env['THREADWRIGHT_UPDATE_PICTURES'] === '1';
const UPDATE_HINT =
  'If the change is meant, look at it and store it: THREADWRIGHT_UPDATE_PICTURES=1 npx vitest run test/render/gallery.test.ts';

let running: RunningBrowser | undefined;
let out = '';
let html = '';

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'threadwright-gallery-'));
  const { messages } = await buildDrafts({ drafts: ['test/fixture/gallery'], out });
  expect(messages.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
  html = await readFile(join(out, 'gallery', 'brief.html'), 'utf8');
  running = (await startBrowser({})).value;
}, 120_000);

afterAll(async () => {
  await running?.[Symbol.asyncDispose]();
  await rm(out, { recursive: true });
});

const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
const CASES = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

describe('the gallery, which has every element of the design', { timeout: 60_000 }, () => {
  test.for(CASES)('looks as it did, $scheme, $width pixels wide', async ({ width, scheme }, { skip }) => {
    if (!running) throw new Error('No browser was found for this test');
    const reason = UPDATE ? undefined : whyNotCompared(running);
    skip(reason !== undefined, reason);
    await withPage(html, async (page) => {
      // Half of the pixels show what a change of the design changes
      await page.setViewport({ width, height: 900, deviceScaleFactor: 0.5 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.evaluate(() => document.fonts.ready);
      await compare(`${scheme}-${width}`, await page.screenshot({ fullPage: true }));
    });
  });

  test('has a card that looks as it did', async () => {
    const card = await sharp(await readFile(join(out, 'gallery', 'card.png')))
      .resize(600)
      .png()
      .toBuffer();
    await compare('card', card);
  });

  test.each(CASES)('has no accessibility fault and no sideways scroll, $scheme, $width pixels wide', async (one) => {
    await withPage(html, async (page) => {
      await page.setViewport({ width: one.width, height: 800 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: one.scheme }]);
      expect(await axe(page)).toEqual([]);
      for (const summary of await page.$$('summary')) await summary.click();
      expect(await axe(page)).toEqual([]);
      for (const width of [320, one.width]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });
  });

  test('asks for nothing, runs nothing and offends no policy of its own, records opened', async () => {
    const said: string[] = [];
    await withPage('', async (page) => {
      page.on('console', (message) => said.push(message.text()));
      page.on('request', (request) => {
        if (!/^(?:data:|about:blank)/.test(request.url())) said.push(request.url());
      });
      await page.goto('about:blank');
      await page.setContent(html);
      const marks = await page.$$('.body .mark label');
      expect(marks.length).toBeGreaterThan(5);
      for (const mark of marks) {
        await mark.click();
        expect(await page.$$eval(':popover-open', (open) => open.length)).toBe(1);
        await page.keyboard.press('Escape');
        expect(await page.$$eval(':popover-open', (open) => open.length)).toBe(0);
      }
      expect(said).toEqual([]);
      // The browser says in its console what a policy refuses
      await page.evaluate(() => {
        const image = new Image();
        image.src = 'https://example.org/x.png';
        document.body.append(image);
      });
      await expect.poll(() => said.join()).toContain('img-src');
    });
  });

  test('has lines of 60 to 75 letters on a desk', async () => {
    await withPage(html, async (page) => {
      await page.setViewport({ width: 1280, height: 800 });
      const letters = await page.evaluate(() => {
        const paragraph = document.createElement('p');
        paragraph.textContent =
          'In the United States fewer babies are born on a weekend day than on a day of the week. '.repeat(20);
        document.querySelector('.body')?.prepend(paragraph);
        const lines = paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight);
        return paragraph.textContent.length / lines;
      });
      expect(letters).toBeGreaterThan(60);
      expect(letters).toBeLessThan(75);
    });
  });
});

/** Holds a picture against the stored one: as large, and hardly a pixel of another colour. */
async function compare(name: string, png: Uint8Array): Promise<void> {
  const path = join(STORED, `${name}.png`);
  const small = await sharp(png).flatten().png({ palette: true, colours: 64, effort: 10 }).toBuffer();
  if (UPDATE) {
    await mkdir(STORED, { recursive: true });
    await writeFile(path, small);
    return;
  }
  const [seen, stored] = [await pixelsOf(small), await pixelsOf(await readFile(path))];
  expect([seen.width, seen.height], UPDATE_HINT).toEqual([stored.width, stored.height]);
  const different = countDifferent(seen.data, stored.data);
  const share = different / (seen.width * seen.height);
  if (share > MOST_DIFFERENT) {
    const kept = join(tmpdir(), `threadwright-gallery-${name}.png`);
    await writeFile(kept, png);
    expect.fail(`${different} pixels (${(share * 100).toFixed(2)}%) of ${name} differ; see ${kept}. ${UPDATE_HINT}`);
  }
}

/** Of all pixels. The same browser draws the same ones; the rest is for the colours that a small file leaves out. */
const MOST_DIFFERENT = 0.0001;
/** Of 255, in any channel. */
const TOLERANCE = 40;

async function pixelsOf(png: Uint8Array): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function countDifferent(one: Buffer, other: Buffer): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 3) {
    const far = (channel: number): boolean =>
      Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > TOLERANCE;
    if (far(0) || far(1) || far(2)) count += 1;
  }
  return count;
}

function browser(): RunningBrowser['browser'] {
  if (!running) throw new Error('No browser was found for this test');
  return running.browser;
}

async function withPage(content: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser().newPage();
  try {
    await page.setContent(content);
    await look(page);
  } finally {
    await page.close();
  }
}

async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html: one }) => one.slice(0, 120)).join(' | ')}`,
  );
}
