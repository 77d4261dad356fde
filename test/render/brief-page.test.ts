import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import { renderIndex } from '../../src/render/page/render-index.js';
import {
  figure,
  fontFaces,
  markdown,
  paragraph,
  parts,
  readTemplates,
  sampleParts,
  sampleStory,
  story,
} from './sample.js';

let running: RunningBrowser | undefined;
let brief = '';

beforeAll(async () => {
  running = (await startBrowser({})).value;
  brief = (await renderBrief(sampleStory({ kind: 'brief' }), sampleParts())).value.html;
}, 120_000);

afterAll(async () => {
  await running?.[Symbol.asyncDispose]();
});

describe('a brief in a browser', { timeout: 60_000 }, () => {
  test('fits every width from a phone to a desk without sideways scroll', async () => {
    await withPage(brief, async (page) => {
      for (const summary of await page.$$('summary')) await summary.click();
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        const size = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(size).toEqual([width, width]);
      }
    });
  });

  test('is complete without scripts, and asks for nothing', async () => {
    await withPage(brief, async (page, requests) => {
      await page.setJavaScriptEnabled(false);
      await page.reload();
      await page.setContent(brief);
      expect(await page.evaluate(() => document.body.innerText)).not.toContain('as_of()');
      for (const summary of await page.$$('summary')) await summary.click();
      const words = await page.evaluate(() => document.body.innerText);
      const record = ['How we know', 'count burst.n "operation"', 'burst.n = 7', 'as_of()'];
      for (const part of ['seven operations in a day', 'about 1,200', '21', '30 August', 'where, and how', ...record]) {
        expect(words).toContain(part);
      }
      expect(await page.evaluate(() => document.querySelectorAll('script').length)).toBe(0);
      expect(requests).toEqual([]);
    });
  });

  test('shows how a figure came about where it stands: by mouse and by keyboard, Escape closes, focus returns', async () => {
    await withPage(brief, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.setContent(brief);
      await page.setViewport({ width: 1280, height: 800 });
      const state = () =>
        page.evaluate(() => ({
          open: [...document.querySelectorAll<HTMLElement>(':popover-open')].map((card) => card.innerText.trim()),
          focus: document.activeElement?.id,
        }));
      const [words] = await page.$$('.body .mark [data-figure=n-2]');
      if (!words) throw new Error('The figure is not marked');
      await words.click();
      const card = (await state()).open.join();
      for (const part of [
        'seven operations',
        'count burst.n "operation"',
        'burst.n = 7',
        'events.csv',
        '23 September',
        'WHERE date = as_of()',
      ])
        expect(card).toContain(part);
      await page.mouse.click(4, 4);
      expect((await state()).open).toEqual([]);

      await page.focus('#mark-known-1');
      await page.keyboard.press('Enter');
      expect((await state()).open).toHaveLength(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect((await state()).open.join()).toContain('WHERE date = as_of()');
      await page.keyboard.press('Escape');
      expect((await state()).open).toHaveLength(1);
      await page.keyboard.press('Escape');
      expect(await state()).toEqual({ open: [], focus: 'mark-known-1' });
    });
  });

  test('sets notes beside their lines where there is room, in order and none over another', async () => {
    const source = `Counted[^a] and counted[^b] again.[^c]\n\n[^a]: ${'By hand. '.repeat(20)}\n\n[^b]: Twice.\n\n[^c]: Thrice.`;
    const { html } = (await renderBrief(story(markdown(source)), parts({ fontFaces }))).value;
    await withPage(html, async (page) => {
      const boxes = () =>
        page.$$eval('.footnotes li, .body > p', (all) =>
          all
            .map((element) => element.getBoundingClientRect())
            .map(({ top, bottom, left, right }) => {
              return { top, bottom, left, right };
            }),
        );
      await page.setViewport({ width: 1280, height: 800 });
      const [text, ...notes] = await boxes();
      expect(notes).toHaveLength(3);
      for (const [index, note] of notes.entries()) {
        expect(note.left).toBeGreaterThan(text?.right ?? 0);
        expect(note.right).toBeLessThanOrEqual(1280);
        if (index > 0) expect(note.top).toBeGreaterThanOrEqual(notes[index - 1]?.bottom ?? 0);
      }
      expect(Math.abs((notes[0]?.top ?? 0) - (text?.top ?? 0))).toBeLessThan(20);
      expect(await axe(page)).toEqual([]);
      await page.setViewport({ width: 768, height: 800 });
      const [narrow, first] = await boxes();
      expect(first?.top).toBeGreaterThan(narrow?.bottom ?? 0);
    });
  });

  test('unfolds on paper', async () => {
    await withPage(brief, async (page) => {
      const isShown = () => page.evaluate(() => document.querySelector('.query pre')?.checkVisibility());
      expect(await isShown()).toBe(false);
      await page.click('.body .mark label');
      const isOpen = () => page.$eval(':popover-open', (card) => card.checkVisibility());
      expect(await isOpen()).toBe(true);
      await page.emulateMediaType('print');
      expect(await isShown()).toBe(true);
      expect(await isOpen()).toBe(false);
    });
  });

  test('is set in its own fonts', async () => {
    await withPage(brief, async (page) => {
      const loaded = await page.evaluate(async () => {
        await document.fonts.ready;
        return [...document.fonts]
          .filter((face) => face.status === 'loaded')
          .map((face) => face.family.replace(/"/g, ''));
      });
      expect(new Set(loaded)).toEqual(new Set(['Threadwright Sans', 'Threadwright Serif']));
    });
  });

  test.each([360, 1280])('has no accessibility fault at %i pixels, in the light and in the dark', async (width) => {
    await withPage(brief, async (page) => {
      await page.setViewport({ width, height: 800 });
      expect(await axe(page)).toEqual([]);
      for (const summary of await page.$$('summary')) await summary.click();
      expect(await axe(page)).toEqual([]);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      expect(await axe(page)).toEqual([]);
    });
  });

  test('changes its colours in the dark, charts too, but not in print', async () => {
    await withPage(brief, async (page) => {
      const colours = () =>
        page.evaluate(() => {
          const bar = document.querySelector('figure svg rect:nth-of-type(2)');
          return [getComputedStyle(document.documentElement).backgroundColor, bar && getComputedStyle(bar).fill];
        });
      const light = await colours();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      const dark = await colours();
      expect(dark[0]).not.toBe(light[0]);
      expect(dark[1]).not.toBe(light[1]);
      await page.emulateMediaType('print');
      expect(await colours()).toEqual(light);
    });
  });

  test('shows values that look like markup as the text they are', async () => {
    const values = ['<script>x</script>', '{{title}}', '&amp;', '"><b>', "'", '</title>', '<!--'];
    const figures = values.map((value) => ({ ...figure(value, value), origin: 'data' as const }));
    const page = story([paragraph(...figures)], { title: figures, description: figures });
    const { html } = (await renderBrief(page, parts())).value;
    await withPage(html, async (open) => {
      const joined = values.join('');
      const seen = await open.evaluate(() => ({
        title: document.title,
        heading: document.querySelector('h1')?.textContent,
        body: document.querySelector('.body p')?.textContent,
        description: document.querySelector('meta[name=description]')?.getAttribute('content'),
        ids: [...document.querySelectorAll('.body [data-figure]')].map((element) =>
          element.getAttribute('data-figure'),
        ),
      }));
      expect(seen).toEqual({ title: joined, heading: joined, body: joined, description: joined, ids: values });
    });
  });
});

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
        titles: [...document.querySelectorAll('h2')].map((heading) => heading.textContent),
        links: [...document.querySelectorAll('.outputs a')].map((link) => link.getAttribute('href')),
        marked: [...document.querySelectorAll('.flag')].map(
          (flag) => flag.closest('li')?.querySelector('h2')?.textContent,
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
      date: `${2026 - (index % 3)}-01-${String((index % 28) + 1).padStart(2, '0')}`,
      lang: index % 3 === 2 ? 'ar' : 'en-GB',
      illustrative: index % 5 === 0,
      isDraft: index % 7 === 0,
      outputs: [{ label: 'Brief', href: `draft-${index}/brief.html` }],
      files: [],
      picture:
        index % 4 === 0
          ? { path: `draft-${index}/charts/a.svg`, dark: undefined, width: 1200, height: 800 }
          : undefined,
    }));
    const { value } = await renderIndex(entries, readTemplates(), fontFaces, 'en-GB');
    await withPage(value, async (page, requests) => {
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewport({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      expect(await page.$$eval('.draft', (all) => all.length)).toBe(50);
      // Below the latest year, which the first draft says
      expect(await page.$$eval('.year', (all) => all.map(({ textContent }) => textContent))).toEqual(['2025', '2024']);
      // A picture that has not come has its room all the same
      const shapes = await page.$$eval('.picture img', (all) =>
        all.map((image) => {
          const { width, height } = image.getBoundingClientRect();
          return Math.round((width / height) * 100) / 100;
        }),
      );
      expect(shapes).toEqual(Array.from({ length: 13 }, () => 1.5));
      expect(await axe(page)).toEqual([]);
      expect(requests.every((url) => /^about:|charts\/a\.svg$/.test(url))).toBe(true);
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
    expect(mixed).toMatch(/<li lang="ar" dir="rtl">[^]*>الموجز<[^]*<li lang="en-GB" dir="ltr">[^]*>Brief</);
    expect(await page(['ar', 'en-GB'], 'ar')).toContain('<html lang="ar" dir="rtl">');
    expect(await page(['de'], 'en-GB')).toContain('<html lang="en" dir="ltr">');
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
