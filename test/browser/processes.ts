import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** User id. */
  readonly uid: number;
  readonly arguments: string;
  /** Lines of `/proc/PID/status`, e.g. `Seccomp` → `2`. */
  readonly status: ReadonlyMap<string, string>;
}

/** The processes of this machine (Linux), those that ended and wait for their parent left out. */
async function processes(): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => readProcess(Number(pid)).catch(() => undefined)));
  return found.filter((one) => one !== undefined);
}

/** A process's descendants. */
export async function descendantsOf(pid: number): Promise<readonly Process[]> {
  const all = await processes();
  const below = (parent: number): readonly Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** The browsers that a process started, without their helpers. */
export async function browsersOf(pid: number): Promise<readonly Process[]> {
  const found = await descendantsOf(pid);
  return found.filter(({ arguments: args }) => args.includes('--user-data-dir') && !args.includes('--type='));
}

/** The processes of the browsers of a process that hold a page each. */
export async function renderersOf(pid: number): Promise<readonly Process[]> {
  return (await descendantsOf(pid)).filter(({ arguments: args }) => args.includes('--type=renderer'));
}

/** The profile folders of a process's browsers. */
export async function profilesOf(pid: number): Promise<readonly string[]> {
  return (await readdir(tmpdir()).catch(() => [])).filter((name) => name.startsWith(`threadwright-browser-${pid}-`));
}

async function readProcess(pid: number): Promise<Process | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  const status = new Map(
    text.split('\n').map((line): [string, string] => {
      const [name = '', value = ''] = line.split(/:\s*/, 2);
      return [name, value];
    }),
  );
  if (status.get('State')?.startsWith('Z')) return undefined;
  const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').join(' ');
  const uid = Number(status.get('Uid')?.split('\t')[0]);
  return { pid, parent: Number(status.get('PPid')), uid, arguments: args, status };
}
