import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packagedBrowser } from '../../src/browser/packaged-browser.js';
import { startBrowser, type StartOptions } from '../../src/browser/start-browser.js';
import { descendantsOf, profilesOf, renderersOf } from './processes.js';

const isRoot = process.getuid?.() === 0;
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

let folder = '';
let real = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  // Root's browser runs as somebody else, who must reach it
  await chmod(folder, 0o755);
  real = (await packagedBrowser({ cacheDir: undefined, env: process.env })).executable;
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe.runIf(isPackaged)('a browser', { timeout: 60_000 }, () => {
  test('is the packaged one, in its sandbox, whatever else is installed', async () => {
    await script('google-chrome', 'exit 1');
    const { value, messages } = await start({ env: env() });
    expect(messages).toEqual([]);
    expect(value?.executable).toBe(real);
    expect(value?.version).toMatch(/Chrome\/\d+/);
    expect(value?.confinement).toBe(isRoot ? 'nobody' : 'sandbox');
    expect(value?.from).toBe('comes with Threadwright');
  });

  test('is the one that was asked for, by whom counts most, else the packaged, else the best that is installed', async () => {
    const named = async (name: string): Promise<string> => script(name, `exec ${real} "$@"`);
    const [option, own, puppeteer, chrome] = await Promise.all(['one', 'two', 'three', 'four'].map(named));
    const installed = ['chrome-headless-shell', 'google-chrome', 'chromium', 'microsoft-edge'];
    const [shell, , chromium] = await Promise.all(installed.map(named));
    const asked = { THREADWRIGHT_BROWSER: own, PUPPETEER_EXECUTABLE_PATH: puppeteer, CHROME_PATH: chrome };
    const unset = { ...asked, THREADWRIGHT_BROWSER: '' };
    await writeFile(join(folder, 'file'), '');
    const noRoom = join(folder, 'file', 'cache');
    const cases: readonly (readonly [StartOptions, string | undefined])[] = [
      [{ browser: option, kind: 'chromium', env: env(asked) }, option],
      [{ kind: 'chromium', env: env(asked) }, own],
      [{ kind: 'chromium', env: env(unset) }, puppeteer],
      [{ kind: 'chromium', env: env({ ...unset, PUPPETEER_EXECUTABLE_PATH: '' }) }, chrome],
      [{ kind: 'chromium', env: env() }, chromium],
      [{ env: env() }, real],
      [{ cacheDir: noRoom, env: env() }, shell],
    ];
    for (const [options, expected] of cases) expect((await start(options)).value?.executable).toBe(expected);
  });

  test('that was asked for and does not work is an error, and none other is started', async () => {
    const broken = await script('broken', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
    for (const options of [{ browser: broken }, { env: env({ CHROME_PATH: broken }) }]) {
      const { value, messages } = await start(options);
      expect(value).toBeUndefined();
      expect(messages).toMatchObject([{ rule: 'browser-missing', severity: 'error' }]);
      expect(messages[0]?.reason).toContain('libnss3.so');
    }
    expect(await descendantsOf(process.pid)).toEqual([]);
  });

  test('that a project asks for is one of those that are found, or an error', async () => {
    const { value, messages } = await start({ kind: 'edge', env: env() });
    expect(value).toBeUndefined();
    expect(messages).toMatchObject([
      {
        rule: 'browser-missing',
        reason: 'Unexpected `edge` from `browser` in the configuration, none was found',
        note: 'Install Microsoft Edge, or correct or remove `browser` in the configuration',
      },
    ]);
    expect((await start({ kind: 'packaged', env: env() })).value?.executable).toBe(real);
  });

  test('that was found and does not start gives way to the next, with a warning', async () => {
    await script('chrome-headless-shell', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
    await script('headless_shell', `exec ${real} "$@"`);
    await writeFile(join(folder, 'file'), '');
    const { value, messages } = await start({ cacheDir: join(folder, 'file', 'cache'), env: env() });
    expect(value?.executable).toBe(join(folder, 'headless_shell'));
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['browser-skipped', 'warning'],
      ['browser-skipped', 'warning'],
    ]);
    expect(messages[0]?.reason).toContain('`packaged` did not start');
    expect(messages[0]?.reason).toContain('it is no folder (ENOTDIR)');
    expect(messages[1]?.reason).toContain('libnss3.so');
  });

  test('that finds no room says so, and not that there is no browser', async () => {
    await writeFile(join(folder, 'file'), '');
    const { messages } = await start({ kind: 'packaged', cacheDir: join(folder, 'file', 'cache'), env: env() });
    expect(messages.map(({ rule }) => rule)).toEqual(['browser-room']);
    expect(messages[0]?.reason).toContain(`\`${join(folder, 'file', 'cache')}\` cannot hold it: it is no folder`);

    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = join(folder, 'gone');
    try {
      const none = await start({ env: env() });
      expect(none.messages.map(({ rule }) => rule)).toEqual(['browser-room']);
      expect(none.messages[0]?.reason).toContain('cannot hold the browser’s profile: there is no such folder (ENOENT)');
      expect(none.messages[0]?.note).toContain('TMPDIR');
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  test('without any sandbox is an error that names the fixes', async () => {
    const refusing = await script(
      'refusing',
      'echo "[1:1:FATAL:zygote.cc(1)] No usable sandbox! Read on." >&2; exit 1',
    );
    const { value, messages } = await start({ browser: refusing });
    expect(value).toBeUndefined();
    expect(messages).toMatchObject([{ rule: 'browser-sandbox', severity: 'error' }]);
    expect(messages[0]?.reason).toContain('`: No usable sandbox');
    expect(messages[0]?.note).toMatch(/user namespaces.*THREADWRIGHT_ALLOW_NO_SANDBOX=1/);
  });

  test('runs without a sandbox only where that is allowed and nothing else is possible, with a warning', async () => {
    const picky = await script(
      'picky',
      `case "$*" in *--no-sandbox*) exec ${real} "$@";; *) echo "No usable sandbox!" >&2; exit 1;; esac`,
    );
    expect((await start({ browser: picky })).messages.map(({ rule }) => rule)).toEqual(['browser-sandbox']);
    const allowed = env({ THREADWRIGHT_ALLOW_NO_SANDBOX: '1' });
    const { value, messages } = await start({ browser: picky, env: allowed });
    expect(value?.confinement).toBe(isRoot ? 'nobody-unsandboxed' : 'unsandboxed');
    expect(messages).toMatchObject([{ rule: 'browser-unsandboxed', severity: 'warning' }]);
    expect((await start({ env: allowed })).value?.confinement).toBe(isRoot ? 'nobody' : 'sandbox');
    for (const no of ['', '0', 'false']) {
      const refused = await start({ browser: picky, env: env({ THREADWRIGHT_ALLOW_NO_SANDBOX: no }) });
      expect(refused.value).toBeUndefined();
    }
  });
});

describe.runIf(isPackaged && isRoot)('root', { timeout: 60_000 }, () => {
  test('has its browser run as a user without rights, each page under the kernel’s filter', async () => {
    const { value: running } = await startBrowser({});
    try {
      await running?.browser.newPage();
      const renderers = await renderersOf(process.pid);
      expect(renderers.length).toBeGreaterThan(0);
      for (const { uid, status } of renderers) {
        expect(uid).toBe(65_534);
        expect([status.get('Seccomp'), status.get('NoNewPrivs'), status.get('CapEff')]).toEqual([
          '2',
          '1',
          '0'.repeat(16),
        ]);
        // A process namespace of its own: it has an id there besides the one that is seen from here
        expect(status.get('NSpid')?.split('\t').length).toBeGreaterThan(1);
      }
      for (const { uid, arguments: args, status } of await descendantsOf(process.pid)) {
        expect(`${uid} ${status.get('NoNewPrivs') ?? ''} ${args}`).toMatch(/^65534 1 /);
        expect(args).not.toContain('--no-sandbox');
      }
    } finally {
      await running?.[Symbol.asyncDispose]();
    }
  });

  test('needs setpriv for that, and a browser that others can reach', async () => {
    const bare = await start({ env: env({ PATH: folder }) });
    expect(bare.messages).toMatchObject([{ rule: 'browser-sandbox' }]);
    expect(bare.messages[0]?.reason).toContain('`setpriv`, which is not on PATH');
    await mkdir(join(folder, 'closed'), { mode: 0o700 });
    const hidden = await script('closed/browser', `exec ${real} "$@"`);
    const { messages } = await start({ browser: hidden });
    expect(messages[0]?.reason).toContain('who cannot reach it there');
  });

  test('is not needed: an ordinary user’s browser is sandboxed too', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o777 });
    await chmod(home, 0o777);
    const program = resolve('test/browser/print-sandboxed.mjs');
    const user = ['--reuid=65533', '--regid=65533', '--clear-groups', '--inh-caps=-all', '--', process.execPath];
    const child = spawn('setpriv', [...user, program, real], {
      cwd: '/',
      env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await once(child, 'close');
    expect(JSON.parse(printed)).toEqual({ messages: [], pages: true, uid: 65_533, seccomp: '2' });
  });
});

interface Started {
  readonly value: { executable: string; from: string; version: string; confinement: string } | undefined;
  readonly messages: Awaited<ReturnType<typeof startBrowser>>['messages'];
}

/** Starts a browser, looks at it and ends it; nothing of it may stay. */
async function start(options: StartOptions): Promise<Started> {
  const { value: running, messages } = await startBrowser(options);
  await running?.[Symbol.asyncDispose]();
  expect(await profilesOf(process.pid)).toEqual([]);
  if (!running) return { value: undefined, messages };
  const { candidate, version, confinement } = running;
  return {
    value: { executable: candidate.executable, from: candidate.from, version, confinement: confinement.kind },
    messages,
  };
}

/** The test's environment, in which only the test's own folder has browsers. */
function env(changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const PATH = `${folder}:${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH, PUPPETEER_CACHE_DIR: join(folder, 'none'), ...changes };
}

async function script(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}
