import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { HELPERS, REFERENCES } from '../../src/figure/helpers.js';
import { pdfPages } from '../browser/read-pdf.js';
import { makeProject, type Project } from '../cli/project.js';

const FIXTURE = 'test/fixture/arabic';

/** Names that have no Arabic ones: of platforms, tools, files, licences, and of the draft’s own queries and columns. */
const NAMES =
  /^(?:X|Bluesky|Mastodon|Threads|LinkedIn|PDF|SHA|Threadwright|DuckDB|CC|BY|ships|csv|charts|tables|daily|ports|total|none|png|mastodon|example)$/;

let project: Project;
let running: RunningBrowser | undefined;
let draft: string;

beforeAll(async () => {
  draft = await readFile(join(FIXTURE, 'harbour.md'), 'utf8');
  project = await makeProject({
    'threadwright.config.yaml': 'lang: ar\n',
    'harbour.md': draft,
    'ships.csv': await readFile(join(FIXTURE, 'ships.csv'), 'utf8'),
  });
  await chmod(project.folder, 0o755);
  const { drafts, messages } = await buildDrafts({ drafts: ['harbour.md'], cwd: project.folder });
  const all = [...messages, ...drafts.flatMap((one) => one.messages)];
  expect(all.filter(({ severity }) => severity !== 'note')).toEqual([]);
  running = (await startBrowser({})).value;
}, 180_000);

afterAll(async () => {
  await running?.[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

describe('a whole draft in Arabic', { timeout: 120_000 }, () => {
  test('calls every helper', () => {
    const called = [...HELPERS.keys(), ...REFERENCES.keys()].filter((name) =>
      new RegExp(`(?:\\{\\{|\\(|<check:)(?:#if \\()*${name}(?= )`).test(draft),
    );
    expect(called.sort()).toEqual([...HELPERS.keys(), ...REFERENCES.keys()].sort());
  });

  test.each(['harbour/brief.html', 'harbour/thread.html', 'index.html'])(
    '%s says nothing in another language, to eyes or ears',
    async (file) => {
      await withPage(file, async (page) => {
        expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
          'ar',
          'rtl',
        ]);
        expect(foreign(await said(page))).toEqual([]);
      });
    },
  );

  test('answers in its language whatever is pressed', async () => {
    await withPage('harbour/thread.html', async (page) => {
      const status = async (): Promise<string> => {
        await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent !== '');
        return page.$eval('[data-said]', (place) => place.textContent);
      };
      const press = async (key: string): Promise<string> => {
        await page.$eval('[data-said]', (place) => (place.textContent = ''));
        await page.keyboard.press(key as 'KeyM');
        return status();
      };
      expect(await press('m')).toBe('عُلّم المنشور 1 منشوراً، 1 من 4');
      expect(await press('m')).toBe('أزيلت علامة المنشور 1');
      for (const key of ['c', 'a', 'i']) expect(foreign([await press(key)])).toEqual([]);
      // As an Arabic keyboard has it
      await page.$eval('[data-said]', (place) => (place.textContent = ''));
      await page.evaluate(() =>
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ة', code: 'KeyM', bubbles: true })),
      );
      expect(await status()).toMatch(/^عُلّم المنشور 1 /);
      expect(await page.$eval('[data-progress]', (place) => place.textContent)).toBe('نُشر 1 من 4');
    });
  });

  test('has tabs that follow each other from the right', async () => {
    await withPage('harbour/thread.html', async (page) => {
      await page.focus('#tab-x');
      await page.keyboard.press('ArrowLeft');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-bluesky');
      const [x, bluesky] = await page.$$eval('[role=tab]', (tabs) =>
        tabs.map((tab) => tab.getBoundingClientRect().left),
      );
      expect(x).toBeGreaterThan(bluesky ?? Infinity);
    });
  });

  test.each([320, 375, 1280])('fits a screen of %i pixels', async (width) => {
    for (const file of ['harbour/brief.html', 'harbour/thread.html', 'index.html']) {
      await withPage(file, async (page) => {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    }
  });

  test('has a report in its language alone', async () => {
    const words = (await pdfPages(await readFile(join(project.folder, 'out/harbour/report.pdf')))).join(' ');
    // Code and its names are what the draft typed
    const prose = words.replace(/^[^]*?المصادر/, '');
    expect(words.length).toBeGreaterThan(1000);
    expect(prose).not.toMatch(/\b(?:Figure|Table|Source|Data|row|rows|Line|lines|true|and|more|Page|of the)\b(?![.(])/);
  });

  test('has threads whose words follow their numbers', async () => {
    const thread = await readFile(join(project.folder, 'out/harbour/thread.mastodon.txt'), 'utf8');
    expect(thread).toContain('1. وصلت خمس وأربعون من السفن الـ61 في موعدها');
    expect(thread).toContain('بلغ عددها إحدى وستين');
    expect(thread).toContain('استمر الرصد أسبوعين');
    expect(thread).not.toMatch(/[A-Za-z]/);
  });
});

/** What a page shows and what a screen reader hears of it, but for code and keys. */
function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('code, pre, kbd, script, style, .input')) words.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [alt], [placeholder], [title]')) {
      for (const name of ['aria-label', 'alt', 'placeholder', 'title']) words.push(element.getAttribute(name) ?? '');
    }
    return words.map((text) => text.trim()).filter((text) => text !== '');
  });
}

function foreign(texts: readonly string[]): readonly string[] {
  return texts.filter((text) =>
    (text.match(/(?<![\w.])[A-Za-z]+(?![\w])/g) ?? []).some((word) => !NAMES.test(word) && !/^[0-9a-f]+$/.test(word)),
  );
}

async function withPage(file: string, look: (page: Page) => Promise<void>): Promise<void> {
  if (!running) throw new Error('No browser was found for this test');
  const page = await running.browser.newPage();
  try {
    await page.goto(pathToFileURL(join(project.folder, 'out', file)).href);
    await look(page);
  } finally {
    await page.close();
  }
}
