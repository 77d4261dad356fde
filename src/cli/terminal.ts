import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { addAbortSignal } from 'node:stream';

/** Where a command writes; a real one is `process`, with colours only on a terminal. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  /** Columns of the terminal that progress is shown on; `undefined` when it is none. */
  readonly columns: number | undefined;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  /** Asks a question that `y` answers with yes; `undefined` where nobody can answer. */
  readonly ask?: ((question: string, signal: AbortSignal) => Promise<boolean>) | undefined;
  /** What is piped or typed in, up to its end, at most one byte more than `mostBytes`; `undefined` where nothing can be. */
  readonly read?: ((mostBytes: number, signal: AbortSignal) => Promise<Uint8Array>) | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stderr.isTTY ? stderr.columns : undefined,
    colour: { out: hasColour(stdout.isTTY, env), err: hasColour(stderr.isTTY, env) },
    read: readInput,
    ask: stdin.isTTY && stderr.isTTY ? askOnTerminal : undefined,
    env,
  };
}

async function readInput(mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write('Paste a thread, then press Ctrl-D on a line of its own\n');
  const parts: Buffer[] = [];
  let left = mostBytes + 1;
  try {
    for await (const part of addAbortSignal(signal, stdin) as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, left));
      left -= part.length;
      if (left <= 0) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return Buffer.concat(parts);
}

/** An end of the input or Ctrl-C is a no. */
async function askOnTerminal(question: string, signal: AbortSignal): Promise<boolean> {
  // Without line editing of its own, so that Ctrl-C stays the process's signal
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const closed = once(lines, 'close').then(() => '');
    const answer = await Promise.race([lines.question(question, { signal }), closed]);
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}

/** See no-color.org and force-color.org (read 2026-11-24). */
function hasColour(isTty: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return isTty === true && env['TERM'] !== 'dumb';
}
