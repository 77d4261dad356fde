import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finish, type Run } from '../cli/project.js';
import { recordNetwork } from './record-network.js';

const PROGRAM = resolve('dist/cli/threadwright.js');
/** Without the rights to make a namespace, a user makes one within a namespace of users. */
const WITHOUT_NETWORK = ['unshare', process.getuid?.() === 0 ? '-n' : '-cn'];

/** False where the machine allows no namespaces: in many containers, and where there is no Linux. */
const hasNamespaces = spawnSync(WITHOUT_NETWORK[0] ?? '', [...WITHOUT_NETWORK.slice(1), 'true']).status === 0;

let folder = '';
let first: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  first = await build('first', { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
}, 240_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('the examples', { timeout: 240_000 }, () => {
  test('are built into the same bytes in another folder, time zone, language and at another time', async () => {
    expect([...first.keys()]).toEqual(
      expect.arrayContaining([
        'index.html',
        'births/brief.html',
        'births/card.png',
        'births/report.pdf',
        'births/charts/week.png',
        'births/charts/week.svg',
        'weekly/thread.x.txt',
        'weekly/thread.json',
        'weekly/figures.json',
      ]),
    );
    const environment = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'ar' };
    const second = await build('a longer place/né à côté', { ...environment, TMPDIR: await emptyFolder('other tmp') });
    expect(firstDifference(first, second)).toBeUndefined();
  });

  test('are built into the same bytes when the command is given in a folder of the project', async () => {
    const second = await build('inside', {}, { below: 'content', drafts: ['.'] });
    expect(firstDifference(first, second)).toBeUndefined();
  });

  test.runIf(hasNamespaces)('are built into the same bytes without any network', async () => {
    const second = await build('offline', {}, { wrapper: WITHOUT_NETWORK });
    expect(firstDifference(first, second)).toBeUndefined();
  });

  // Also where no namespace is allowed: every Node process of the tool writes down what it opens, and a proxy listens
  test('are built without a connection that is opened or a name that is looked up', async () => {
    await using record = await recordNetwork();
    const second = await build('recorded', record.env);
    expect(await record.attempts()).toEqual([]);
    expect(firstDifference(first, second)).toBeUndefined();
  });

  test('would meet a network, and would be seen there', async () => {
    await using record = await recordNetwork();
    const ask = `fetch(${JSON.stringify(record.proxy)}).then((answer) => answer.text(), () => 'nothing').then(console.log);`;
    const child = `require('node:net').connect(9, 'localhost').on('error', () => {})`;
    const spawned = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], {env: {}});`;
    const looked = `require('node:dns').lookup('news.invalid', () => {});`;
    const { stdout } = await run([process.execPath, '-e', `${ask}${spawned}${looked}`], folder, record.env);
    expect(stdout).toBe('here\n');
    expect(new Set(await record.attempts())).toEqual(
      new Set([
        `connect ${new URL(record.proxy).host}`,
        'proxy GET /',
        'connect localhost:9',
        'lookup localhost',
        'lookup news.invalid',
      ]),
    );
    if (hasNamespaces) {
      const interfaces = `console.log(Object.keys(require('node:os').networkInterfaces()).length)`;
      const alone = await run([...WITHOUT_NETWORK, process.execPath, '-e', `${interfaces}; ${ask}`]);
      expect(alone.stdout).toBe('0\nnothing\n');
    }
  });
});

test('two builds that differ are told by the first file that does', () => {
  const files = (entries: Record<string, string>): ReadonlyMap<string, Buffer> =>
    new Map(Object.entries(entries).map(([path, text]) => [path, Buffer.from(text)]));
  const one = files({ 'a/x.txt': 'same', 'b/y.txt': 'one here' });
  expect(firstDifference(one, one)).toBeUndefined();
  expect(firstDifference(one, files({ 'a/x.txt': 'same', 'b/y.txt': 'one there' }))).toBe(
    'b/y.txt differs at byte 4: "one here" and "one there"',
  );
  expect(firstDifference(one, files({ 'a/x.txt': 'same' }))).toBe('b/y.txt is in one build only');
  expect(firstDifference(files({}), one)).toBe('a/x.txt is in one build only');
});

interface Way {
  /** Put before the command. */
  readonly wrapper?: readonly string[];
  /** A folder of the project to give the command in, with the drafts as they are seen from there. */
  readonly below?: string;
  readonly drafts?: readonly string[];
}

/** Builds the examples in a folder of their own and returns every file of `out/`, by its path. */
async function build(name: string, env: NodeJS.ProcessEnv, way: Way = {}): Promise<ReadonlyMap<string, Buffer>> {
  const { wrapper = [], below = '', drafts = [] } = way;
  const project = join(folder, name);
  await cp('content', join(project, 'content'), { recursive: true });
  await cp('threadwright.config.yaml', join(project, 'threadwright.config.yaml'));
  const command = [...wrapper, process.execPath, PROGRAM, 'build', ...drafts];
  const { code, stderr } = await run(command, join(project, below), env);
  if (code !== 0) throw new Error(`The build ended with ${code ?? 'a signal'}: ${stderr}`);
  return filesBelow(join(project, 'out'));
}

function run([program = '', ...args]: readonly string[], cwd = folder, env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const allowed = { THREADWRIGHT_ALLOW_NO_SANDBOX: '1' };
  return finish(spawn(program, args, { cwd, env: { ...process.env, ...allowed, ...env } }));
}

async function emptyFolder(name: string): Promise<string> {
  await mkdir(join(folder, name));
  return join(folder, name);
}

async function filesBelow(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = new Map<string, Buffer>();
  for (const path of paths.sort()) files.set(path.slice(root.length + 1), await readFile(path));
  return files;
}

/** Says which is the first file that two builds do not share, and where it differs. */
function firstDifference(one: ReadonlyMap<string, Buffer>, two: ReadonlyMap<string, Buffer>): string | undefined {
  for (const path of [...new Set([...one.keys(), ...two.keys()])].sort()) {
    const [a, b] = [one.get(path), two.get(path)];
    if (!a || !b) return `${path} is in one build only`;
    if (a.equals(b)) continue;
    const at = a.findIndex((byte, index) => byte !== b[index]);
    const excerpt = (bytes: Buffer): string => JSON.stringify(bytes.toString('latin1', Math.max(0, at - 60), at + 60));
    return `${path} differs at byte ${at}: ${excerpt(a)} and ${excerpt(b)}`;
  }
  return undefined;
}
