import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findInstalledBrowsers } from '../../src/browser/find-browsers.js';
import { requestedBrowser } from '../../src/browser/requested-browser.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe.runIf(process.platform === 'linux')('installed browsers', () => {
  test('are found on PATH in its order, a link to one that was found is not a second', async () => {
    await program('b/google-chrome');
    await program('a/google-chrome');
    await symlink(join(folder, 'a/google-chrome'), join(folder, 'b/google-chrome-stable'));
    expect(await found('chrome', { PATH: `${folder}/a:${folder}/b` })).toEqual([
      'b/google-chrome-stable',
      'b/google-chrome',
    ]);
  });

  test('are programs: a folder, a file that cannot be run and a link to nothing are none', async () => {
    await mkdir(join(folder, 'a/chromium'), { recursive: true });
    await program('b/chromium');
    await chmod(join(folder, 'b/chromium'), 0o644);
    await mkdir(join(folder, 'c'));
    await symlink(join(folder, 'nothing'), join(folder, 'c/chromium'));
    expect(await found('chromium', { PATH: `${folder}/a:${folder}/b:${folder}/c` })).toEqual([]);
  });

  test('are never the project’s own: `node_modules/.bin` and relative folders of PATH are passed over', async () => {
    await program('node_modules/.bin/microsoft-edge');
    await program('bin/microsoft-edge');
    const PATH = ['', '.', relative('', join(folder, 'bin')), join(folder, 'node_modules/.bin')].join(':');
    expect(await found('edge', { PATH })).toEqual([]);
    expect(await found('edge', { PATH: join(folder, 'bin') })).toEqual(['bin/microsoft-edge']);
  });

  test('may lie in the cache of puppeteer: the newest first, headless shells before those on PATH', async () => {
    const build = 'chrome-headless-shell/linux-9.0.1/chrome-headless-shell-linux64/chrome-headless-shell';
    await program(`cache/${build}`);
    await program(`cache/${build.replace('9.0.1', '143.0.7499.40')}`);
    await program(`cache/${build.replace('9.0.1', '143.0.7499.169')}`);
    await program('cache/chrome/linux-140.0.1/chrome-linux64/chrome');
    await program('cache/chrome/mac_arm-141.0.1/chrome-mac-arm64/chrome');
    await program('bin/chrome-headless-shell');
    await program('bin/google-chrome');
    const env = { PATH: join(folder, 'bin'), PUPPETEER_CACHE_DIR: join(folder, 'cache') };
    expect(await found('headless-shell', env)).toEqual([
      `cache/${build.replace('9.0.1', '143.0.7499.169')}`,
      `cache/${build.replace('9.0.1', '143.0.7499.40')}`,
      `cache/${build}`,
      'bin/chrome-headless-shell',
    ]);
    expect(await found('chrome', env)).toEqual([
      'bin/google-chrome',
      'cache/chrome/linux-140.0.1/chrome-linux64/chrome',
    ]);
  });

  test('are not looked for in a relative cache, which would be the project’s', async () => {
    await program('cache/chrome/linux-140.0.1/chrome-linux64/chrome');
    expect(await found('chrome', { PUPPETEER_CACHE_DIR: relative('', join(folder, 'cache')) })).toEqual([]);
  });
});

describe('a browser is asked for', () => {
  test.each([
    [{ browser: '/a' }, {}, { by: '--browser', path: '/a' }],
    [{ browser: 'b', cwd: '/work' }, {}, { by: '--browser', path: '/work/b' }],
    [{ browser: 'edge', kind: 'chrome' }, { THREADWRIGHT_BROWSER: '/c' }, { by: '--browser', kind: 'edge' }],
    [{ kind: 'chrome' }, { THREADWRIGHT_BROWSER: '/c' }, { by: 'THREADWRIGHT_BROWSER', path: '/c' }],
    [{}, { THREADWRIGHT_BROWSER: 'packaged' }, { by: 'THREADWRIGHT_BROWSER', kind: 'packaged' }],
    [{}, { CHROME_PATH: '/e', PUPPETEER_EXECUTABLE_PATH: '/d' }, { by: 'PUPPETEER_EXECUTABLE_PATH', path: '/d' }],
    [{}, { CHROME_PATH: '/e', THREADWRIGHT_BROWSER: '' }, { by: 'CHROME_PATH', path: '/e' }],
    [{ kind: 'chrome' }, {}, { by: 'browser', kind: 'chrome' }],
    [{}, {}, undefined],
  ] as const)('with %j and %j', (choice, env, expected) => {
    expect(requestedBrowser(choice, env)).toEqual(expected);
  });
});

/** Paths below the test's folder; those of the machine itself are left out. */
async function found(
  kind: 'headless-shell' | 'chrome' | 'chromium' | 'edge',
  env: NodeJS.ProcessEnv,
): Promise<unknown> {
  const browsers = await findInstalledBrowsers(kind, { PUPPETEER_CACHE_DIR: join(folder, 'empty'), ...env });
  return browsers.flatMap(({ executable }) => {
    const path = relative(folder, executable);
    return path.startsWith('..') ? [] : [path];
  });
}

async function program(path: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), '#!/bin/sh\n');
  await chmod(join(folder, path), 0o755);
}
