import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrinter } from '../../src/browser/open-printer.js';

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
    const before = await profiles();
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
    expect(await profiles()).toEqual(before);
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

  test('says what was asked for and tried when it is no browser', async () => {
    const missing = openPrinter({ browser: join(folder, 'none') });
    const first = await missing.print(PAGE);
    expect(first.messages).toMatchObject([{ rule: 'browser-missing', note: 'Correct or remove `--browser`' }]);
    expect(first.messages[0]?.reason).toContain('there is no such file');
    await missing[Symbol.asyncDispose]();
    expect((await missing.print(PAGE)).messages).toEqual(first.messages);

    const broken = join(folder, 'broken');
    await writeFile(broken, '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2; exit 127\n');
    await chmod(broken, 0o755);
    const printer = openPrinter({ env: { ...process.env, THREADWRIGHT_BROWSER: broken } });
    const { messages } = await printer.print(PAGE);
    expect(messages[0]?.reason).toContain('libnss3.so');
    expect(messages[0]?.note).toContain('THREADWRIGHT_BROWSER');
  });

  test('says why a browser that is there does not start', async () => {
    const broken = join(folder, 'sandboxless');
    const script =
      'case "$*" in *--version*) echo "Chromium 143";; *) echo "[1:1:FATAL] No usable sandbox!" >&2; exit 1;; esac';
    await writeFile(broken, `#!/bin/sh\n${script}\n`);
    await chmod(broken, 0o755);
    const { messages } = await openPrinter({ browser: broken }).print(PAGE);
    expect(messages.map(({ rule }) => rule)).toEqual(['browser-missing']);
    expect(messages[0]?.reason).toContain('No usable sandbox!');
  });

  test.runIf(process.getuid?.() === 0)('says so when root has no way to run a browser in a sandbox', async () => {
    const printer = openPrinter({ env: { ...process.env, PATH: folder } });
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
    const [pid] = await browsersOf(process.pid);
    if (pid === undefined) throw new Error('No browser runs');
    process.kill(pid, 'SIGKILL');
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

/** Profiles of this process's browsers. */
async function profiles(): Promise<readonly string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`threadwright-browser-${process.pid}-`));
}

/** Process ids of the browsers that a process started. */
async function browsersOf(parent: number): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [pid, ppid, state, ...args] = line.trim().split(/\s+/);
    const isBrowser = Number(ppid) === parent && !state?.startsWith('Z') && args.join(' ').includes('--user-data-dir');
    return isBrowser ? [Number(pid)] : [];
  });
}
