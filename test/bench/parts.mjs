// What the parts of a build cost: run with `npm run bench [DRAFT …]` after `npm start`.
// Prints milliseconds of one run and their ratio to a floor measured in the same run, since machines differ and are shared.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDrafts } from '../../dist/index.js';

const ROUNDS = 3;
const drafts = process.argv.slice(2);
const out = mkdtempSync(join(tmpdir(), 'threadwright-bench-'));

const floor = median(Array.from({ length: ROUNDS }, () => timeOf(() => spawnSync(process.execPath, ['-e', '0']))));
const steps = new Map();
const totals = [];
for (let round = 0; round < ROUNDS; round += 1) {
  let last = { name: 'start', at: performance.now() };
  const started = last.at;
  const close = (name) => {
    const now = performance.now();
    if (last.name !== 'start') add(steps, last.name, round, now - last.at);
    last = { name, at: now };
  };
  const progress = { step: (_draft, step) => close(step), done: () => close('start') };
  const { messages } = await buildDrafts({
    drafts,
    cwd: process.cwd(),
    out,
    only: ['thread', 'brief', 'report'],
    progress,
  });
  if (messages.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(messages));
  totals.push(performance.now() - started);
}
print('floor: node -e 0', floor);
for (const [name, rounds] of steps) print(`step ${name}`, median(rounds));
print('build in one process', median(totals));
const { ms, peak } = await wholeCommand();
print('threadwright build, a process', ms);
console.log(`${'peak memory of the process tree'.padEnd(34)} ${String(Math.round(peak / 1024)).padStart(7)} MB`);
rmSync(out, { recursive: true });

async function wholeCommand() {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/cli/threadwright.js', 'build', ...drafts, '--out', out], {
    stdio: 'ignore',
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, treeKilobytes(child.pid))), 50);
  await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  return { ms: performance.now() - started, peak };
}

/** Resident memory of a process and all below it, from /proc; shared pages are counted once a process. */
function treeKilobytes(root) {
  const parents = new Map();
  const sizes = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      parents.set(Number(pid), Number(/PPid:\s+(\d+)/.exec(status)?.[1]));
      sizes.set(Number(pid), Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // It ended while we looked
    }
  }
  const isBelow = (pid) => pid === root || (parents.has(pid) && pid > 1 && isBelow(parents.get(pid)));
  return [...sizes].filter(([pid]) => isBelow(pid)).reduce((sum, [, size]) => sum + size, 0);
}

function add(map, name, round, ms) {
  const rounds = map.get(name) ?? [];
  rounds[round] = (rounds[round] ?? 0) + ms;
  map.set(name, rounds);
}

function timeOf(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(name, ms) {
  console.log(`${name.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms ${(ms / floor).toFixed(1).padStart(7)} x floor`);
}
