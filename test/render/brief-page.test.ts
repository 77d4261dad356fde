import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import { figure, fontFaces, markdown, paragraph, parts, sampleParts, sampleStory, story } from './sample.js';

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
