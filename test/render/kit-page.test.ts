import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningBrowser } from '../../src/browser/launch-browser.js';
import { startBrowser } from '../../src/browser/start-browser.js';
import { publishDraft } from '../../src/build/publish-draft.js';
import { runAxe } from '../browser/run-axe.js';

const DRAFT = `---
title: 'The harbour </script> & "notes"'
date: 2026-03-10
status: draft
authors: [Ada Ödegård, Sam Lee]
platforms: [x, bluesky, mastodon, threads, linkedin]
content_warning: Storms <b>and</b> floods
sensitive: true
lints: {unbound-figure: off}
---

\`\`\`sql evil
SELECT '<script>document.title = "run"</script><img src=x onerror=alert(1)> <!-- {' || '{x}} &amp; "q"' AS name
\`\`\`

\`\`\`sql boats
SELECT * FROM (VALUES ('Monday', 7), ('Tuesday', 3)) AS t(day, n) ORDER BY n DESC
\`\`\`

Boats in #Aldmouth: https://example.org/boats 👩‍👩‍👧 🇳🇴
A second line.

A paragraph, \u200Fנמל\u200F\u00A0three.

---

{{evil.name}}

---

Two images \`</script>\`, one \`<!--\`.

![Boats a day: {{evil.name}}](chart:boats) ![The same as a table](table:boats_table)

---

قالت السلطات إن القوارب عادت إلى الميناء.

And English after it.

\`\`\`vega-lite boats
mark: bar
encoding: {x: {field: day, type: nominal}, y: {field: n, type: quantitative}}
\`\`\`

\`\`\`table boats_table
query: boats
\`\`\`
`;

interface ThreadRecord {
  readonly platform: string;
  readonly posts: readonly { readonly text: string; readonly media: readonly { readonly alt: string }[] }[];
}

let folder = '';
let running: RunningBrowser | undefined;
let html: string;
let threads: readonly ThreadRecord[];
/** On X. */
let texts: readonly string[];

beforeAll(async () => {
  const { files, messages } = await publishDraft({ draft: 'test/notes.md', text: DRAFT, only: ['thread'] });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  // The browser may run as another user, who is let in here
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  await chmod(folder, 0o755);
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  html = await readFile(join(folder, 'thread.html'), 'utf8');
  const record = JSON.parse(await readFile(join(folder, 'thread.json'), 'utf8')) as { threads: ThreadRecord[] };
  threads = record.threads;
  texts = threads[0]?.posts.map(({ text }) => text) ?? [];
  running = (await startBrowser({})).value;
}, 120_000);

afterAll(async () => {
  await running?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe('the posting kit without scripts', { timeout: 60_000 }, () => {
  test('shows every post of every platform, its count and its alt texts, and nothing to press', async () => {
    await withKit(
      async ({ page }) => {
        const seen = await page.evaluate(() => ({
          words: document.body.innerText,
          texts: [...document.querySelectorAll('[data-text]')].map((element) => element.textContent),
          pressable: [
            ...document.querySelectorAll('button, input, select, summary, [role]:not([role=img], [role=status])'),
          ]
            .filter((element) => element.checkVisibility())
            .map((element) => element.outerHTML.slice(0, 80)),
          images: [...document.querySelectorAll('.picture svg')].map(
            (image) => image.getBoundingClientRect().height > 40,
          ),
        }));
        expect(seen.texts).toEqual(threads.flatMap(({ posts }) => posts.map(({ text }) => text)));
        for (const { posts } of threads)
          for (const { alt } of posts.flatMap(({ media }) => media)) expect(seen.words).toContain(alt.slice(0, 20));
        for (const part of [
          'Post 1 of 4',
          '/280',
          '/300',
          '/500',
          'LinkedIn',
          'Draft:',
          'Storms <b>and</b> floods',
          'Sensitive:',
        ])
          expect(seen.words).toContain(part);
        expect(seen.pressable).toEqual([]);
        expect(seen.images.length).toBeGreaterThan(4);
        expect(seen.images).not.toContain(false);
      },
      { scripts: false },
    );
  });

  test('fits a phone', async () => {
    await withKit(
      async ({ page }) => {
        await page.setViewport({ width: 320, height: 700 });
        expect(await widths(page)).toEqual([320, 320]);
      },
      { scripts: false },
    );
  });
});

describe('the posting kit', { timeout: 60_000 }, () => {
  test('copies the text of every post, byte for byte as thread.json has it', async () => {
    await withKit(async ({ page, clipboard }) => {
      expect(texts.join()).toMatch(/<\/script>.*<!--/s);
      expect(texts.join()).toMatch(/\u200F/);
      expect(texts.join()).toContain('\u00A0');
      for (const { platform, posts } of threads) {
        if (platform !== 'x') await page.click(`#tab-${platform}`);
        for (const [index, { text }] of posts.entries()) {
          await page.click(`#${platform}-${index + 1} [data-do=copy]`);
          await said(page, `Copied post ${index + 1}`);
          expect(await clipboard()).toBe(text);
        }
      }
    });
  });

  test('copies where the browser has no clipboard for pages, and selects the text where nothing can be copied', async () => {
    await withKit(
      async ({ page, clipboard }) => {
        await page.click('#x-1 [data-do=copy]');
        await said(page, 'Copied post 1');
        expect(await clipboard()).toBe(texts[0]);
        await page.evaluate(() => {
          Object.assign(document, { execCommand: () => false });
        });
        await page.click('#x-2 [data-do=copy]');
        await said(page, 'This browser does not let the page copy: post 2 is selected');
        expect(await page.evaluate(() => getSelection()?.toString())).toBe(texts[1]);
        await page.click('#x-3 [data-do=picture]');
        await said(page, 'This browser does not let the page copy images: download it, or drag it');
      },
      {
        before: () => {
          const refuse = () => Promise.reject(new Error('refused'));
          Object.assign(navigator.clipboard, { writeText: refuse, write: refuse });
        },
      },
    );
  });

  test('copies alt texts and images, and downloads an image under its own name with its own bytes', async () => {
    await withKit(async ({ page, clipboard }) => {
      await page.click('#x-3 [data-do=alt][data-at="0"]');
      await said(page, 'Copied alt text 1 of post 3');
      expect(await clipboard()).toBe(threads[0]?.posts[2]?.media[0]?.alt);
      await page.click('#x-3 [data-do=picture][data-at="1"]');
      await said(page, 'Copied image 2 of post 3');
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const image = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
        return [item?.types, image.width, image.height];
      });
      const shown = await page.$eval('#x-3 img[data-picture="1"]', (image) => [
        image.naturalWidth,
        image.naturalHeight,
      ]);
      expect(copied).toEqual([['image/png'], ...shown]);

      const downloads = join(folder, 'downloads');
      await mkdir(downloads);
      await chmod(downloads, 0o777);
      const session = await page.createCDPSession();
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        browserContextId: page.browserContext().id,
        downloadPath: downloads,
      });
      await page.click('#x-3 [data-do=download][data-at="0"]');
      await expect.poll(() => readdir(downloads)).toEqual(['boats.png']);
      await expect
        .poll(() => readFile(join(downloads, 'boats.png'), 'base64'))
        .toBe(await readFile(join(folder, 'charts/boats.png'), 'base64'));
    });
  });

  test('remembers what was posted, on its platform and with its text alone', async () => {
    await withKit(async ({ page }) => {
      await page.click('#x-2 [data-do=mark]');
      await said(page, 'Post 2 is marked as posted, 1 of 4');
      await page.reload();
      expect(await state(page)).toEqual({ progress: '1 of 4 posted', posted: ['x-2'] });
      await page.click('#tab-bluesky');
      expect(await state(page)).toEqual({ progress: '0 of 4 posted', posted: ['x-2'] });

      const key = createHash('sha256')
        .update(texts[1] ?? '')
        .digest('hex')
        .slice(0, 16);
      expect(html).toContain(key);
      const other = join(folder, 'changed.html');
      await writeFile(other, html.replaceAll(key, key.split('').reverse().join('')));
      await page.goto(pathToFileURL(other).href);
      expect((await state(page)).posted).toEqual([]);
    });
  });

  test('clears the marks of all platforms, and puts them back', async () => {
    await withKit(async ({ page }) => {
      await page.click('#x-1 [data-do=mark]');
      await page.click('#tab-mastodon');
      await page.click('#mastodon-2 [data-do=mark]');
      await page.click('.help summary');
      await page.click('[data-do=clear]');
      expect((await state(page)).posted).toEqual([]);
      await page.click('[data-do=clear]');
      expect((await state(page)).posted).toEqual(['x-1', 'mastodon-2']);
    });
  });

  test('works where nothing can be stored, and says so', async () => {
    await withKit(
      async ({ page }) => {
        expect(await page.$eval('.forgets', (notice) => notice.checkVisibility())).toBe(true);
        await page.click('#x-1 [data-do=mark]');
        expect(await state(page)).toEqual({ progress: '1 of 4 posted', posted: ['x-1'] });
        await page.reload();
        expect((await state(page)).posted).toEqual([]);
      },
      {
        before: () => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('refused', 'SecurityError');
            },
          });
        },
      },
    );
  });

  test('takes a whole thread from the first post to the last by keys alone', async () => {
    await withKit(async ({ page, clipboard }) => {
      await page.bringToFront();
      for (const [index, text] of texts.entries()) {
        await page.keyboard.press('n');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe(`x-${index + 1}`);
        await page.keyboard.press('c');
        await said(page, `Copied post ${index + 1}`);
        expect(await clipboard()).toBe(text);
        for (const { alt } of threads[0]?.posts[index]?.media ?? []) {
          await page.keyboard.press('a');
          await expect.poll(clipboard).toBe(alt);
        }
        await page.keyboard.press('m');
      }
      await said(page, 'Post 4 is marked as posted: all 4 are posted');
      expect(await state(page)).toMatchObject({ progress: '4 of 4 posted' });
      await page.keyboard.press('k');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('x-3');
      await page.keyboard.press('j');
      await page.keyboard.press('m');
      expect((await state(page)).posted).toEqual(['x-1', 'x-2', 'x-3']);
    });
  });

  test('takes no letter for a key that is typed into a field, with a modifier, or when keys are off', async () => {
    await withKit(async ({ page }) => {
      await page.type('#reply-x-2', 'mnc');
      await page.focus('#x-1');
      await page.keyboard.down('Control');
      await page.keyboard.press('m');
      await page.keyboard.up('Control');
      await page.keyboard.press('?');
      await page.click('[data-keys]');
      await page.focus('#x-1');
      await page.keyboard.press('m');
      expect((await state(page)).posted).toEqual([]);
      expect(await page.$eval('#reply-x-2', (field) => (field as HTMLInputElement).value)).toBe('mnc');
      await page.reload();
      await page.focus('#x-1');
      await page.keyboard.press('m');
      expect((await state(page)).posted).toEqual([]);
    });
  });

  test('has tabs as everybody knows them: arrows go round, one is in the order of tabs, the last is opened again', async () => {
    await withKit(async ({ page }) => {
      const tabs = () =>
        page.$$eval('[role=tab]', (all) =>
          all.map((tab) => [
            tab.id,
            tab.getAttribute('aria-selected'),
            tab.getAttribute('tabindex'),
            document.getElementById(tab.getAttribute('aria-controls') ?? '')?.checkVisibility(),
          ]),
        );
      const only = (chosen: string) =>
        threads.map(({ platform }) => [
          `tab-${platform}`,
          String(platform === chosen),
          platform === chosen ? '0' : '-1',
          platform === chosen,
        ]);
      expect(await tabs()).toEqual(only('x'));
      await page.focus('#tab-x');
      await page.keyboard.press('ArrowLeft');
      expect(await tabs()).toEqual(only('linkedin'));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-bluesky');
      await page.reload();
      expect(await tabs()).toEqual(only('bluesky'));
    });
  });

  test('opens the page to compose a post with its text, as a reply where the post before is named', async () => {
    await withKit(async ({ page }) => {
      const address = async (selector: string) =>
        new URL(await page.$eval(selector, (link) => (link as HTMLAnchorElement).href));
      const first = await address('#x-1 [data-compose]');
      expect([first.origin, first.searchParams.get('text')]).toEqual(['https://x.com', texts[0]]);
      await page.type('#reply-x-2', 'https://x.com/harbour/status/1234567890?s=20');
      const reply = await address('#x-2 [data-compose]');
      expect(Object.fromEntries(reply.searchParams)).toEqual({ text: texts[1], in_reply_to: '1234567890' });
      expect(await page.$eval('#x-2 [data-compose]', (link) => link.textContent)).toContain('Compose as reply');
      await page.type('#reply-x-3', 'javascript:alert(1)//x.com/a/status/1');
      expect((await address('#x-3 [data-compose]')).searchParams.has('in_reply_to')).toBe(false);
      expect(await page.$eval('#reply-x-3', (field) => field.getAttribute('aria-invalid'))).toBe('true');

      await page.click('#tab-bluesky');
      await page.type('#reply-bluesky-2', 'https://bsky.app/profile/harbour.example/post/3k');
      expect((await address('#bluesky-2 [data-before]')).href).toBe('https://bsky.app/profile/harbour.example/post/3k');
      await page.reload();
      expect((await address('#x-2 [data-compose]')).searchParams.get('in_reply_to')).toBe('1234567890');
    });
  });

  test('asks for the Mastodon server, and remembers it', async () => {
    await withKit(async ({ page, clipboard }) => {
      await page.click('#tab-mastodon');
      await page.click('#mastodon-1 [data-compose]');
      await said(page, 'Name your Mastodon server first');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('server-mastodon');
      await page.keyboard.type('@ada@Mastodon.example');
      await page.reload();
      const address = new URL(
        await page.$eval('#mastodon-1 [data-compose]', (link) => (link as HTMLAnchorElement).href),
      );
      expect([address.origin, address.pathname]).toEqual(['https://mastodon.example', '/share']);
      expect(address.searchParams.get('text')).toBe(threads[2]?.posts[0]?.text);
      await page.click('[data-do=warning]');
      await said(page, 'Copied the content warning');
      expect(await clipboard()).toBe('Storms <b>and</b> floods');
    });
  });

  test('sets each paragraph in its own direction', async () => {
    await withKit(async ({ page }) => {
      const edges = await page.$eval('#x-4 [data-text]', (element) => {
        const range = document.createRange();
        const text = element.firstChild as Text;
        const box = element.getBoundingClientRect();
        const gaps = (from: number, to: number): boolean => {
          range.setStart(text, from);
          range.setEnd(text, to);
          const line = range.getBoundingClientRect();
          return line.left - box.left > box.right - line.right;
        };
        const end = text.data.indexOf('\n');
        return { arabic: gaps(0, end), english: gaps(end + 2, text.length) };
      });
      expect(edges).toEqual({ arabic: true, english: false });
    });
  });

  test('takes what looks like markup for the text it is', async () => {
    await withKit(async ({ page }) => {
      const seen = await page.evaluate(() => ({
        title: document.title,
        heading: document.querySelector('h1')?.textContent,
        scripts: document.querySelectorAll('script').length,
        foreign: document.querySelectorAll('img[onerror], [data-text] img, [data-text] script, [data-alt] *').length,
        second: document.querySelector('#x-2 [data-text]')?.textContent,
      }));
      expect(seen).toEqual({
        title: 'Posting kit: The harbour </script> & "notes"',
        heading: 'The harbour </script> & "notes"',
        scripts: 2,
        foreign: 0,
        second: texts[1],
      });
    });
  });

  test.each([320, 360, 1280])(
    'has no accessibility fault and no sideways scroll at %i pixels, in the light and in the dark',
    async (width) => {
      await withKit(async ({ page }) => {
        await page.setViewport({ width, height: 800 });
        await page.click('#x-1 [data-do=mark]');
        await said(page, 'Post 1 is marked');
        await page.click('.help summary');
        for (const value of ['light', 'dark']) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
          for (const { platform } of threads) {
            await page.click(`#tab-${platform}`);
            expect(await widths(page)).toEqual([width, width]);
            if (platform === 'x' || platform === 'mastodon')
              expect([platform, value, await runAxe(page)]).toEqual([platform, value, []]);
          }
        }
      });
    },
  );

  test('has targets that a thumb can hit on a phone, and a pointer on a desk', async () => {
    await withKit(async ({ page }) => {
      for (const [width, least] of [
        [360, 44],
        [1280, 24],
      ] as const) {
        await page.setViewport({ width, height: 800 });
        const small = await page.$$eval(
          'button, .button, input:not([type=checkbox]), summary, label:has([type=checkbox])',
          (all, size) =>
            all
              .filter((element) => element.checkVisibility())
              .map((element) => ({
                what: element.textContent || element.id,
                height: element.getBoundingClientRect().height,
                width: element.getBoundingClientRect().width,
              }))
              .filter((box) => box.height < size || box.width < size),
          least,
        );
        expect(small).toEqual([]);
      }
    });
  });

  test('prints every platform, and nothing to press', async () => {
    await withKit(async ({ page }) => {
      await page.emulateMediaType('print');
      const seen = await page.evaluate(() => ({
        sections: [...document.querySelectorAll('section.thread')].map((section) => section.checkVisibility()),
        buttons: [...document.querySelectorAll('button, input')].filter((element) => element.checkVisibility()).length,
      }));
      expect(seen).toEqual({ sections: threads.map(() => true), buttons: 0 });
    });
  });

  test('runs no script but its own', async () => {
    await withKit(async ({ page, faults }) => {
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "run"';
        document.body.append(script);
      });
      expect(await page.title()).not.toBe('run');
      await expect.poll(() => faults.join()).toContain('Content Security Policy');
      faults.length = 0;
    });
  });
});

interface Look {
  readonly page: Page;
  readonly clipboard: () => Promise<string>;
  /** What the page complained of. */
  readonly faults: string[];
}

interface KitOptions {
  readonly scripts?: boolean;
  /** Runs in the page before its own script. */
  readonly before?: () => void;
}

/** Opens the kit from disk as somebody would who has never seen it; it must ask for nothing and complain of nothing. */
async function withKit(
  look: (opened: Look) => Promise<void>,
  { scripts = true, before }: KitOptions = {},
): Promise<void> {
  if (!running) throw new Error('No browser was found for this test');
  const context: BrowserContext = await running.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:data|blob|file):/.test(request.url())) requests.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => faults.push(message.text()));
    const session = await page.createCDPSession();
    await session.send('Browser.grantPermissions', {
      browserContextId: context.id,
      permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
    });
    await page.setJavaScriptEnabled(scripts);
    if (before) await page.evaluateOnNewDocument(before);
    await page.goto(pathToFileURL(join(folder, 'thread.html')).href);
    await look({ page, clipboard: () => page.evaluate(() => navigator.clipboard.readText()), faults });
    expect(requests).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Waits until the page says something that starts so. */
async function said(page: Page, words: string): Promise<void> {
  await expect
    .poll(() => page.$eval('[role=status]', (place) => place.textContent), { timeout: 5000 })
    .toMatch(new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
}

/** The progress that is shown, and the posts that are marked. */
function state(page: Page): Promise<{ progress: string | null | undefined; posted: string[] }> {
  return page.evaluate(() => ({
    progress: document.querySelector('[data-progress]')?.textContent,
    posted: [...document.querySelectorAll('[data-post]')]
      .filter((post) => post.querySelector('[data-do=mark]')?.getAttribute('aria-pressed') === 'true')
      .map(({ id }) => id),
  }));
}

/** How wide the page is, and how wide its window. */
function widths(page: Page): Promise<number[]> {
  return page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
}
