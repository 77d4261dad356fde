import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const PROGRAM = resolve('dist/cli/threadwright.js');

/** What a command printed, and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files in it, and the compiled command to run there; gone after the test. */
export interface Project extends AsyncDisposable {
  readonly folder: string;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly run: (...args: string[]) => Promise<Run>;
  /** Starts a command and hands over its process as soon as it printed `when` to stderr. */
  readonly start: (args: readonly string[], env?: Record<string, string>, cwd?: string) => ReturnType<typeof spawn>;
}

/** Makes a project of the given files. */
export async function makeProject(files: Record<string, string | Uint8Array> = {}): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  const start = (args: readonly string[], env: Record<string, string> = {}, cwd = '.'): ReturnType<typeof spawn> =>
    spawn(process.execPath, [PROGRAM, ...args], {
      cwd: join(folder, cwd),
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '0', GITHUB_ACTIONS: '', ...env },
    });
  return {
    folder,
    write,
    start,
    run: (...args) => finish(start(args)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Waits for a process and collects what it prints. */
export function finish(child: ReturnType<typeof spawn>): Promise<Run> {
  return new Promise((done, fail) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      done({ code, stdout, stderr });
    });
  });
}

/** A small draft over a small file, whose body a test may replace. */
export const EVENTS = 'date,place,n\n2026-03-01,Northgate,3\n2026-03-02,Southgate,4\n2026-03-09,Northgate,5\n';

export function draft(body: string, head = ''): string {
  return `---
title: Harbour notes
date: 2026-03-10
data:
  events: {file: data/events.csv, dated_by: date}
${head}---

\`\`\`sql total
SELECT count(*) AS n, sum(n) AS boats, max(date) AS day FROM events
\`\`\`

${body}
`;
}
