import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { renderIndex } from '../../src/render/page/render-index.js';
import { fontFaces, readTemplates } from './sample.js';

let running: RunningBrowser | undefined;

beforeAll(async () => {
  running = (await startBrowser({})).value;
}, 120_000);

afterAll(async () => {
  await running?.[Symbol.asyncDispose]();
});

const ENTRY = {
  slug: 'a',
  title: 'Harbour',
  standfirst: undefined,
  date: '2026-01-01',
  lang: 'en-GB',
  illustrative: false,
  isDraft: false,
  outputs: [{ label: 'Brief', href: 'a/brief.html' }],
  files: [],
  picture: undefined,
};

describe('the index in a browser', { timeout: 60_000 }, () => {
  test('lists drafts, the latest first, with their outputs, fits and has no accessibility fault', async () => {
    const outputs = [{ label: 'Brief', href: 'a b/brief.html' }];
    const files = [{ label: 'Figures', href: 'a b/figures.json' }];
    const entry = {
      slug: 'a',
      standfirst: undefined,
      lang: 'en-GB',
      picture: undefined,
      outputs,
      files,
      isDraft: false,
    };
    const entries = [
      { ...entry, title: 'Old', date: '2026-01-01', illustrative: false, isDraft: true },
      { ...entry, title: 'New <b>', date: '2026-02-01', illustrative: true, standfirst: 'What it says' },
    ];
    const { value, messages } = await renderIndex(entries, readTemplates(), fontFaces, 'en-GB');
    expect(messages).toEqual([]);
    await withPage(value, async (page) => {
      await page.setViewport({ width: 320, height: 800 });
      const seen = await page.evaluate(() => ({
        titles: [...document.querySelectorAll('h2, h3')].map((heading) => heading.textContent),
        links: [...document.querySelectorAll('.links a')].map((link) => link.getAttribute('href')),
        marked: [...document.querySelectorAll('.flag')].map(
          (flag) => flag.closest('article')?.querySelector('h2, h3')?.textContent,
        ),
        overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }));
      expect(seen).toEqual({
        titles: ['New <b>', 'Old'],
        links: ['./a%20b/brief.html', './a%20b/figures.json', './a%20b/brief.html', './a%20b/figures.json'],
        marked: ['New <b>', 'Old'],
        overflows: false,
      });
      expect(await axe(page)).toEqual([]);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      expect(await axe(page)).toEqual([]);
    });
  });

  test('fits with fifty drafts, words without a space and from right to left, at every width', async () => {
    const words = ['Überschriftenlängenprüfung'.repeat(6), 'A title of usual length', 'عمليات في يوم واحد'];
    const entries = Array.from({ length: 50 }, (_, index) => ({
      slug: `draft-${index}`,
      title: words[index % 3] ?? '',
      standfirst: index % 2 === 0 ? 'What it says, in a sentence that takes a line or two on a phone.' : undefined,
      date: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
      lang: index % 3 === 2 ? 'ar' : 'en-GB',
      illustrative: index % 5 === 0,
      isDraft: index % 7 === 0,
      outputs: [{ label: 'Brief', href: `draft-${index}/brief.html` }],
      files: [],
      picture: undefined,
    }));
    const { value } = await renderIndex(entries, readTemplates(), fontFaces, 'en-GB');
    await withPage(value, async (page, requests) => {
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      expect(await page.$$eval('.draft', (all) => all.length)).toBe(50);
      expect(await axe(page)).toEqual([]);
      expect(requests).toEqual([]);
    });
  });

  test('speaks the language of each entry, and in its frame the project’s or that of all', async () => {
    const entry = {
      slug: 'a',
      title: 'عمليات',
      standfirst: undefined,
      date: '2026-01-01',
      lang: 'ar-LB',
      illustrative: true,
      isDraft: true,
      outputs: [{ label: { word: 'brief' }, href: 'a/brief.html' }],
      files: [{ label: 'X', href: 'a/thread.x.txt' }],
      picture: undefined,
    } as const;
    const page = async (langs: readonly string[], own: string): Promise<string> =>
      (
        await renderIndex(
          langs.map((lang) => ({ ...entry, lang })),
          readTemplates(),
          fontFaces,
          own,
        )
      ).value;
    const arabic = await page(['ar-LB'], 'en-GB');
    expect(arabic).toContain('<html lang="ar-LB" dir="rtl">');
    const words = arabic.replace(/<(style|head)\b[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
    expect(words.match(/[A-Za-z]+/g)).toEqual(['X']);
    const mixed = await page(['ar', 'en-GB'], 'en-GB');
    expect(mixed).toContain('<html lang="en-GB" dir="ltr">');
    expect(mixed).toMatch(
      /<article [^>]*lang="ar" dir="rtl">[^]*>الموجز<[^]*<article [^>]*lang="en-GB" dir="ltr">[^]*>Brief</,
    );
    expect(await page(['ar', 'en-GB'], 'ar')).toContain('<html lang="ar" dir="rtl">');
    expect(await page(['de'], 'en-GB')).toContain('<html lang="en" dir="ltr">');
  });

  test('leads with the latest and puts the others under their years, with links to each year', async () => {
    const dates = ['2024-05-01', '2026-01-02', '2025-03-01', '2026-02-01', '2024-04-01'];
    const { value } = await renderIndex(
      dates.map((date) => ({ ...ENTRY, title: date, date })),
      readTemplates(),
      fontFaces,
      'en-GB',
    );
    await withPage(value, async (page) => {
      const heads = await page.$$eval('h1, h2, h3', (all) => all.map((one) => `${one.tagName} ${one.textContent}`));
      expect(heads).toEqual([
        'H1 Publications',
        'H2 2026-02-01',
        'H2 2026',
        'H3 2026-01-02',
        'H2 2025',
        'H3 2025-03-01',
        'H2 2024',
        'H3 2024-05-01',
        'H3 2024-04-01',
      ]);
      const led = await page.$$eval('.years a', (links) =>
        links.map((link) => document.querySelector(link.getAttribute('href') ?? '')?.querySelector('h2')?.textContent),
      );
      expect(led).toEqual(['2026', '2025', '2024']);
      expect(await axe(page)).toEqual([]);
    });
    const one = await renderIndex(
      ['2026-01-02', '2026-02-01'].map((date) => ({ ...ENTRY, title: date, date })),
      readTemplates(),
      fontFaces,
      'en-GB',
    );
    expect(one.value).not.toContain('class="year');
  });

  test('has a picture that takes its room before it has come, the dark one in the dark, else a key figure', async () => {
    const picture = { path: 'a/charts/daily.svg', dark: 'a/charts/daily.dark.svg', width: 1200, height: 600 };
    const figure = { value: '238', label: 'boats in four weeks' };
    const entries = [
      { ...ENTRY, title: 'New', date: '2026-02-01', picture, figure },
      { ...ENTRY, title: 'Older', date: '2026-01-03', picture, figure },
      { ...ENTRY, title: 'Old', date: '2026-01-02', figure },
      { ...ENTRY, title: 'Oldest', date: '2026-01-01' },
    ];
    const { value } = await renderIndex(entries, readTemplates(), fontFaces, 'en-GB');
    await withPage(value, async (page) => {
      await page.setViewport({ width: 1280, height: 800 });
      const shown = () =>
        page.$$eval('.draft', (drafts) =>
          drafts.map((draft) => {
            const image = draft.querySelector('img');
            const { width = 0, height = 0 } = image?.getBoundingClientRect() ?? {};
            const ratio = image ? Math.round((100 * width) / height) / 100 : undefined;
            return [
              ratio ?? '',
              image?.getAttribute('loading') ?? '',
              draft.querySelector('.figure')?.textContent ?? '',
            ];
          }),
        );
      expect(await shown()).toEqual([
        [2, '', ''],
        [2, 'lazy', ''],
        ['', '', '238 boats in four weeks'],
        ['', '', ''],
      ]);
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await axe(page)).toEqual([]);
      }
    });
    expect(value).toContain(
      '<source media="screen and (prefers-color-scheme: dark)" srcset="./a/charts/daily.dark.svg"><img src="./a/charts/daily.svg"',
    );
  });

  test('folds the texts and data of each draft, which the keyboard unfolds without a script', async () => {
    const files = [{ label: 'X', href: 'a/thread.x.txt' }];
    const { value } = await renderIndex([{ ...ENTRY, files }], readTemplates(), fontFaces, 'en-GB');
    await withPage(value, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.setContent(value);
      const seen = () => page.$eval('.files a', (link) => link.checkVisibility());
      expect(await seen()).toBe(false);
      await page.focus('.files summary');
      await page.keyboard.press('Enter');
      expect(await seen()).toBe(true);
      await page.setViewport({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });

  test('says so when there is nothing', async () => {
    expect((await renderIndex([], readTemplates(), fontFaces, 'en-GB')).value).toContain('Nothing has been built yet');
  });
});

async function withPage(html: string, look: (page: Page, requests: readonly string[]) => Promise<void>): Promise<void> {
  const page = await browser().newPage();
  try {
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:') && request.url() !== 'about:blank') requests.push(request.url());
    });
    await page.setContent(html);
    await look(page, requests);
  } finally {
    await page.close();
  }
}

function browser(): Browser {
  if (!running) throw new Error('No browser was found for this test');
  return running.browser;
}

/** Runs axe over a page, whose own policy would refuse the script. */
async function axe(page: Page): Promise<readonly string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const found = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
