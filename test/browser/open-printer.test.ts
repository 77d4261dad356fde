import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/browser/open-printer.js';
import { EXIT, exitCodeFor } from '../../src/cli/exit-codes.js';
import { browsersOf, profilesOf, renderersOf } from './processes.js';
import { pdfPages } from './read-pdf.js';
import { PRINT } from './print-options.js';

const PAGE = { html: '<!doctype html><title>T</title><p>Words', print: PRINT };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a printer', { timeout: 60_000 }, () => {
  test('prints one report after the other, and leaves no browser and no profile behind', async () => {
    const before = await profilesOf(process.pid);
    const printer = openPrinter();
    const results = await Promise.all([printer.print(PAGE), printer.print(PAGE)]);
    const pids = await browsersOf(process.pid);
    await printer[Symbol.asyncDispose]();
    for (const { value, messages } of results) {
      expect(messages).toEqual([]);
      expect(
        Buffer.from(value ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    expect(pids).toHaveLength(1);
    expect(await browsersOf(process.pid)).toEqual([]);
    expect(await profilesOf(process.pid)).toEqual(before);
  });

  test('says of every report that there is no browser', async () => {
    const missing = openPrinter({ browser: join(folder, 'none') });
    const first = await missing.print(PAGE);
    expect(first.messages).toMatchObject([{ rule: 'browser-missing', note: 'Correct or remove `--browser`' }]);
    expect(first.messages[0]?.reason).toContain('there is no such program');
    await missing[Symbol.asyncDispose]();
    expect((await missing.print(PAGE)).messages).toEqual(first.messages);
  });

  test.runIf(process.getuid?.() === 0)('says once that it prints without a sandbox', async () => {
    const printer = openPrinter({ env: { ...process.env, PATH: folder, THREADWRIGHT_ALLOW_NO_SANDBOX: '1' } });
    const [first, second] = await Promise.all([printer.print(PAGE), printer.print(PAGE)]);
    await printer[Symbol.asyncDispose]();
    expect(first.value).toBeDefined();
    expect(first.messages.map(({ rule }) => rule)).toEqual(['browser-unsandboxed']);
    expect(second.messages).toEqual([]);
  });

  test('prints on one page again and again: the same page whatever came before, and nothing of it', async () => {
    const plain = html('<h1 id="a">First</h1><p>Words <a href="#a">back</a>');
    const other = html('<style>p{color:red;font-size:40pt} @page{size:a5}</style><p>Secret<p>More');
    await using fresh = openPrinter();
    const alone = await fresh.print(plain);
    await using printer = openPrinter();
    await printer.print(other);
    const before = await renderersOf(process.pid);
    const after = await printer.print(plain);
    await printer.print(other);
    const again = await printer.print(plain);
    const [expected] = await looksOf([alone.value]);
    expect(await looksOf([after.value, again.value])).toEqual([expected, expected]);
    const ids = before.map(({ pid }) => pid);
    expect((await renderersOf(process.pid)).map(({ pid }) => pid)).toEqual(ids);
    expect(await browsersOf(process.pid)).toHaveLength(2);
  });

  test('survives a page that crashes while it prints: a second try, in the same browser, with a note', async () => {
    await using printer = openPrinter();
    await printer.print(PAGE);
    const [browser] = await browsersOf(process.pid);
    await signalPages('SIGSTOP');
    const printing = printer.print(PAGE, 'draft.md');
    await soon();
    await signalPages('SIGKILL');
    const { value, messages } = await printing;
    expect(await pdfPages(value)).toEqual(['Words']);
    expect(messages).toMatchObject([
      { rule: 'browser-retried', severity: 'note', reason: 'The page crashed, the second try succeeded' },
    ]);
    expect(messages[0]?.place?.file).toBe('draft.md');
    expect((await browsersOf(process.pid)).map(({ pid }) => pid)).toEqual([browser?.pid]);
  });

  test('gives up a page that crashes again at its second try, with one message', async () => {
    await using printer = openPrinter({ timeout: 5000 });
    await printer.print(PAGE);
    await signalPages('SIGSTOP');
    const ended = new AbortController();
    const printing = printer.print(PAGE, 'draft.md').finally(() => {
      ended.abort();
    });
    await soon();
    // Every page that opens from now on
    while (!ended.signal.aborted) {
      for (const { pid } of await renderersOf(process.pid)) process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { value, messages } = await printing;
    expect(value).toBeUndefined();
    expect(messages).toMatchObject([{ rule: 'browser-failed', severity: 'error', place: { file: 'draft.md' } }]);
    expect(messages[0]?.reason).toMatch(/^The report was not printed at the second try either: /);
    expect(exitCodeFor(messages)).toBe(EXIT.machine);
    expect(await pdfPages((await printer.print(PAGE)).value)).toEqual(['Words']);
  });

  test('survives a page that hangs, and a browser that ends, with another browser', async () => {
    for (const [signal, reason] of [
      ['SIGSTOP', 'It took more than 2 s, the second try succeeded'],
      ['SIGKILL', 'The browser ended while it printed, the second try succeeded'],
    ] as const) {
      await using printer = openPrinter({ timeout: 2000 });
      await printer.print(PAGE);
      const [browser] = await browsersOf(process.pid);
      if (!browser) throw new Error('No browser runs');
      await signalPages('SIGSTOP');
      const printing = printer.print(PAGE);
      await soon();
      if (signal === 'SIGKILL') process.kill(browser.pid, signal);
      const { value, messages } = await printing;
      expect(await pdfPages(value)).toEqual(['Words']);
      expect(messages).toMatchObject([{ rule: 'browser-retried', reason }]);
      expect((await browsersOf(process.pid)).map(({ pid }) => pid)).not.toContain(browser.pid);
    }
  });

  test('starts another browser, without a word, when the first ended between two reports', async () => {
    await using printer = openPrinter();
    await printer.print(PAGE);
    const [browser] = await browsersOf(process.pid);
    if (!browser) throw new Error('No browser runs');
    process.kill(browser.pid, 'SIGKILL');
    while (printer.running()?.browser.connected) await soon();
    const { value, messages } = await printer.print(PAGE);
    expect(value).toBeDefined();
    expect(messages).toEqual([]);
  });

  test('gives up at the second failure, names the draft, and prints the next report', async () => {
    await using printer = openPrinter({ timeout: 1500 });
    const deep = html(`${'<div style="column-count:2">'.repeat(400)}x`);
    const [hung, next] = await Promise.all([printer.print(deep, 'deep.md'), printer.print(PAGE, 'next.md')]);
    expect(hung.value).toBeUndefined();
    expect(hung.messages).toMatchObject([
      {
        rule: 'browser-failed',
        place: { file: 'deep.md', line: 1 },
        reason: 'The report was not printed at the second try either: It took more than 2 s',
      },
    ]);
    expect(await pdfPages(next.value)).toEqual(['Words']);
    expect(next.messages).toEqual([]);
  });

  test('prints no contents whose page numbers move each time they are set', async () => {
    await using printer = openPrinter();
    const body = (break_: string): string => `<a href="#x">Link</a><h2 id="x"${break_}>X</h2>`;
    const apart = ' style="break-before:page"';
    const paged = ({ count }: { readonly count: number }): string => html(body(count === 1 ? apart : '')).html;
    const counts: number[] = [];
    const { value, messages } = await printer.print({
      ...html(body('')),
      paged: (pages) => {
        counts.push(pages.count);
        return paged(pages);
      },
    });
    expect(value).toBeUndefined();
    expect(messages).toMatchObject([
      {
        rule: 'browser-failed',
        reason: 'The report was not printed: The page numbers of its contents move each time they are set',
      },
    ]);
    // It would end the same: no second try, and the page is good for the next
    expect(counts).toEqual([1, 2]);
    // One move is allowed: the third print has the numbers of the second
    const once = await printer.print({ ...html(body('')), paged: () => html(body(apart)).html });
    expect(await pdfPages(once.value)).toEqual(['Link', 'X']);
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    const printer = openPrinter({ signal: controller.signal });
    await printer.print(PAGE);
    const printing = printer.print({ ...PAGE, html: '<p>x'.repeat(200_000) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    controller.abort();
    expect((await printing).messages).toMatchObject([{ rule: 'browser-failed', reason: 'The build was stopped' }]);
    expect(await browsersOf(process.pid)).toEqual([]);
    await printer[Symbol.asyncDispose]();
  });
});

function html(body: string): typeof PAGE {
  return { ...PAGE, html: `<!doctype html><title>T</title>${body}` };
}

/** The text and the paper of each PDF. */
async function looksOf(pdfs: readonly (Uint8Array | undefined)[]): Promise<readonly unknown[]> {
  return Promise.all(
    pdfs.map(async (pdf) => [
      await pdfPages(pdf),
      Buffer.from(pdf ?? [])
        .toString('latin1')
        .match(/\/MediaBox \[[^\]]*\]/g),
      pdf?.length,
    ]),
  );
}

async function signalPages(signal: NodeJS.Signals): Promise<void> {
  const renderers = await renderersOf(process.pid);
  expect(renderers.length).toBeGreaterThan(0);
  for (const { pid } of renderers) process.kill(pid, signal);
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}
