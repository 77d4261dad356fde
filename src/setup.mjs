// Installs what package-lock.json names if it is not installed, and compiles what changed; with `build`, builds the examples,
// or the drafts named after it.
// Plain JavaScript, because it runs before anything is installed: `npm test` begins with it, `npm start` is it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  fail(`Node ${process.versions.node} is too old, Threadwright needs ${OLDEST_NODE.join('.')} or newer`);
}
if (!isInstalled()) {
  say('Installing packages …');
  // Not `npm ci`, which refuses a lock file without the binaries of machines that a registry does not carry
  npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}
say('Compiling …');
run([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.json')]);

// The examples come with this repository, so that they may be printed where a browser cannot have its sandbox
if (process.argv[2] === 'build') {
  run([join(root, 'dist', 'cli', 'threadwright.js'), ...process.argv.slice(2)], { THREADWRIGHT_ALLOW_NO_SANDBOX: '1' });
}

/** Compares what the lock file names with what npm says it installed; a package for another machine may be missing. */
function isInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

function readLock(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function npm(args) {
  const program = process.env.npm_execpath;
  if (program) run([program, ...args]);
  else check(spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }));
}

function run(args, env = {}) {
  check(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...env, ...process.env } }));
}

function check({ status, signal, error }) {
  if (error) fail(error.message);
  if (signal) process.exit(130);
  if (status !== 0) process.exit(status ?? 1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
