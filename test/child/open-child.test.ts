import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { openChild, type Child } from '../../src/child/open-child.js';

vi.setConfig({ testTimeout: 60_000 });

interface Program {
  echo(value: unknown): unknown;
  environment(): Record<string, string>;
  fail(): void;
  hang(): void;
  busy(): void;
  work(): string;
  interrupt(): void;
  eat(): void;
  die(): void;
  pid(): number;
}

const opened: Child<Program>[] = [];
const LONG = { timeoutMs: 60_000 };

afterEach(async () => {
  for (const child of opened.splice(0)) await child[Symbol.asyncDispose]();
});

test('answers come back with their own request, whatever the order and the characters', async () => {
  const child = open();
  const values = ['a\nb', 'é漢🦆', 'line\u2028separator\u2029', { deep: [1, null, 'x'.repeat(300_000)] }, '', 0];
  const replies = await Promise.all(values.map((value) => child.call('echo', value, LONG)));
  expect(replies).toEqual(values.map((value) => ({ kind: 'answer', value })));
});

test('the environment is empty but for the time zone and what was asked for', async () => {
  const child = open({ env: { COLOUR: 'red' } });
  expect(await child.call('environment', undefined, LONG)).toEqual({
    kind: 'answer',
    value: { TZ: 'UTC', COLOUR: 'red' },
  });
});

test('a method that throws is a typed reply, and the child lives on', async () => {
  const child = open();
  expect(await child.call('fail', undefined, LONG)).toEqual({ kind: 'thrown', message: 'on purpose' });
  expect(await child.call('echo', 1, LONG)).toEqual({ kind: 'answer', value: 1 });
});

test('work that stops when it is told to is a timeout, and the child lives on', async () => {
  const child = open();
  const reply = await child.call('work', undefined, { timeoutMs: 30, onTimeout: 'interrupt', graceMs: 60_000 });
  expect(reply).toEqual({ kind: 'timeout', alive: true });
  expect(await child.call('echo', 1, LONG)).toEqual({ kind: 'answer', value: 1 });
});

test('work that does not stop is killed, and every later call says so', async () => {
  const child = open();
  const reply = await child.call('busy', undefined, { timeoutMs: 30, onTimeout: 'interrupt', graceMs: 30 });
  expect(reply).toEqual({ kind: 'timeout', alive: false });
  expect(await child.call('echo', 1, LONG)).toMatchObject({ kind: 'dead', death: { cause: 'timeout' } });
});

test('without a way to stop, time running out kills, and other calls under way are told', async () => {
  const child = open();
  const other = child.call('hang', undefined, LONG);
  expect(await child.call('hang', undefined, { timeoutMs: 30 })).toEqual({ kind: 'timeout', alive: false });
  expect(await other).toMatchObject({ kind: 'dead', death: { cause: 'timeout' } });
});

test('the watchdog ends a child that eats memory, even while its main thread is busy', async () => {
  const child = open({ memoryMb: 200 });
  expect(await child.call('eat', undefined, LONG)).toMatchObject({ kind: 'dead', death: { cause: 'memory' } });
});

test('a child that dies by itself is reported with its last words', async () => {
  const child = open();
  expect(await child.call('die', undefined, LONG)).toEqual({
    kind: 'dead',
    death: { cause: 'crash', detail: 'the reason' },
  });
});

test('an abort ends the call under way, and a child that was aborted before never starts', async () => {
  const abort = new AbortController();
  const child = open({ signal: abort.signal });
  await child.call('echo', 1, LONG);
  const reply = child.call('hang', undefined, LONG);
  abort.abort();
  expect(await reply).toMatchObject({ kind: 'dead', death: { cause: 'aborted' } });
  expect(await open({ signal: abort.signal }).call('echo', 1, LONG)).toMatchObject({ kind: 'dead' });
});

test('closing leaves no process behind', async () => {
  const child = open();
  const reply = await child.call('pid', undefined, LONG);
  const pid = reply.kind === 'answer' ? reply.value : 0;
  expect(isAlive(pid)).toBe(true);
  await child[Symbol.asyncDispose]();
  expect(isAlive(pid)).toBe(false);
});

test.each(['hang', 'busy'])('a child whose parent is killed while it does %s dies too', async (method) => {
  const parent = spawn(process.execPath, [fileURLToPath(new URL('parent.mjs', import.meta.url)), method], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

function open(options: { env?: Record<string, string>; memoryMb?: number; signal?: AbortSignal } = {}): Child<Program> {
  const entry = new URL('program.mjs', import.meta.url);
  const child = openChild<Program>({ entry, memoryMb: 500, ...options });
  opened.push(child);
  return child;
}

/** A process that was killed but not reaped yet (where nobody reaps orphans) counts as dead. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
