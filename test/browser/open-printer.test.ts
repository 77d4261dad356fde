import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/browser/open-printer.js';
import { browsersOf, profilesOf } from './processes.js';

const PAGE = { html: '<!doctype html><title>T</title><p>Words', print: { title: 'T', lang: 'en' } };

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

  test('runs no script and loads nothing', async () => {
    const printer = openPrinter();
    const html = `<!doctype html><title>before</title><script>document.title = 'after'</script>
      <iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/x.png">`;
    const { value } = await printer.print({ ...PAGE, html });
    await printer[Symbol.asyncDispose]();
    const bytes = Buffer.from(value ?? []).toString('latin1');
    expect(bytes).toContain('/Title (before)');
    expect(bytes).not.toContain('after');
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

  test('gives up on a page that hangs, and prints the next', async () => {
    const printer = openPrinter({ timeout: 1500 });
    const deep = `${'<div style="column-count:2">'.repeat(400)}x`;
    const hung = await printer.print({ ...PAGE, html: deep });
    expect(hung.value).toBeUndefined();
    expect(hung.messages.map(({ rule }) => rule)).toEqual(['browser-failed']);
    const next = openPrinter();
    expect((await next.print(PAGE)).value).toBeDefined();
    await Promise.all([printer[Symbol.asyncDispose](), next[Symbol.asyncDispose]()]);
  });

  test('says that the browser ended when it is killed in the middle, and starts another', async () => {
    const printer = openPrinter();
    await printer.print(PAGE);
    const [browser] = await browsersOf(process.pid);
    if (!browser) throw new Error('No browser runs');
    process.kill(browser.pid, 'SIGKILL');
    const failed = await printer.print(PAGE);
    const again = await printer.print(PAGE);
    await printer[Symbol.asyncDispose]();
    expect(failed.messages.map(({ rule }) => rule)).toEqual(['browser-failed']);
    expect(again.value).toBeDefined();
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
