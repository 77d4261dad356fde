import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finish } from './cli/project.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  await mkdir(join(folder, 'src'));
  await cp('src/setup.mjs', join(folder, 'src/setup.mjs'));
  await write('package-lock.json', lock({ '': '0.1.0', 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.0' }));
  // The compiler and the command only say that they ran
  await write('bin/tsc', says('compiled'));
  await write('dist/cli/threadwright.js', says('built'));
  await write('bin/npm.mjs', INSTALLER);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('the first start installs, compiles and builds; the second installs nothing', async () => {
  expect(await start('build')).toEqual(['installed', 'compiled', 'built']);
  expect(await start('build')).toEqual(['compiled', 'built']);
});

test('a test run compiles and does not build', async () => {
  await start();
  expect(await start()).toEqual(['compiled']);
});

test.each<[what: string, installed: Record<string, string>, runs: readonly string[]]>([
  ['what is lacking', { 'node_modules/a': '1.0.0' }, ['installed', 'compiled']],
  ['another version', { 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.1' }, ['installed', 'compiled']],
  ['not what it has and more', { 'node_modules/a': '1.0.0', 'node_modules/b': '2.0.0', c: '3.0.0' }, ['compiled']],
])('a start installs %s', async (_, installed, runs) => {
  await start();
  await write('node_modules/.package-lock.json', lock(installed));
  expect(await start()).toEqual(runs);
});

test('a package for another machine may be missing', async () => {
  await start();
  const packages = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '9.0.0', optional: true } };
  await write('package-lock.json', JSON.stringify({ packages }));
  expect(await start()).toEqual(['compiled']);
});

test('a broken record of what is installed is installed anew', async () => {
  await start();
  await write('node_modules/.package-lock.json', '{');
  expect(await start()).toEqual(['installed', 'compiled']);
});

test('what fails stops it, with its exit code', async () => {
  await write('bin/tsc', 'process.exit(2)');
  const child = spawn(process.execPath, [join(folder, 'src/setup.mjs'), 'build'], { env: environment() });
  expect((await finish(child)).code).toBe(2);
  expect(await readFile(join(folder, 'log'), 'utf8')).toBe('installed\n');
});

/** Stands for npm: it puts the compiler in its place and notes what it installed, as npm does. */
const INSTALLER = `import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
if (process.argv[2] !== 'install') throw new Error('Unexpected ' + process.argv[2]);
mkdirSync('node_modules/typescript/bin', { recursive: true });
cpSync('bin/tsc', 'node_modules/typescript/bin/tsc');
cpSync('package-lock.json', 'node_modules/.package-lock.json');
appendFileSync('log', 'installed\\n');`;

function says(word: string): string {
  return `require('node:fs').appendFileSync('log', '${word}\\n');`;
}

function lock(versions: Readonly<Record<string, string>>): string {
  const packages = Object.entries(versions).map(([path, version]) => [path, { version }]);
  return JSON.stringify({ packages: Object.fromEntries(packages) as unknown });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, npm_execpath: join(folder, 'bin/npm.mjs') };
}

/** Runs the set-up and returns what ran. */
async function start(...args: readonly string[]): Promise<readonly string[]> {
  await writeFile(join(folder, 'log'), '');
  const child = spawn(process.execPath, [join(folder, 'src/setup.mjs'), ...args], { env: environment() });
  const { code, stderr } = await finish(child);
  expect([code, stderr]).toEqual([0, expect.stringContaining('Compiling')]);
  return (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
