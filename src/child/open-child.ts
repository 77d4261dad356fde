import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { entryPath, type ChildEntry } from './entry-path.js';
import {
  MEMORY_MARK,
  type Death,
  type Handlers,
  type Params,
  type Reply,
  type RequestLine,
  type ResponseLine,
  type Result,
  type StartArgument,
} from './protocol.js';
import { readLines } from './read-lines.js';

export interface ChildOptions {
  /** A program of this package, or the URL of a plain JavaScript module. */
  readonly entry: ChildEntry | URL;
  /** Added to the child's environment, which holds nothing else but `TZ=UTC`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for Node itself, e.g. `--max-old-space-size=512`. */
  readonly nodeArgs?: readonly string[];
  /** The child kills itself when its resident memory goes past this. */
  readonly memoryMb: number;
  /** Aborting kills the child. */
  readonly signal?: AbortSignal;
}

interface CallOptions<P> {
  /** From the moment the request can be worked on, so not counting the child's own start. */
  readonly timeoutMs: number;
  /** A method to call when time has run out (without parameters), so that the work can stop by itself; else the child is killed at once. */
  readonly onTimeout?: keyof P & string;
  /** How long the child has to give up the work after `onTimeout`; 1000 by default. */
  readonly graceMs?: number;
}

/** A child process that answers requests; started by the first call, and never started again once it is dead. */
export interface Child<P> extends AsyncDisposable {
  call<M extends keyof P & string>(
    method: M,
    params: Params<P, M>,
    options: CallOptions<P>,
  ): Promise<Reply<Result<P, M>>>;
  /** Why it is no more, if so. */
  readonly death: Death | undefined;
}

/** How long a child may take until it is ready: a busy machine, a cold disk. */
const START_MS = 60_000;
const GRACE_MS = 1000;
const STDERR_KEPT = 4000;

/** Opens a child process that speaks JSON lines; throws only when the program is not compiled. */
export function openChild<P extends Handlers<P>>(options: ChildOptions): Child<P> {
  return new LazyChild<P>(
    options,
    typeof options.entry === 'string' ? entryPath(options.entry) : fileURLToPath(options.entry),
  );
}

interface Pending {
  readonly settle: (reply: Reply<unknown>) => void;
  readonly startClock: () => void;
}

class LazyChild<P> implements Child<P> {
  death: Death | undefined;
  #process: ChildProcessByStdio<Writable, Readable, Readable> | undefined;
  #exited: Promise<void> = Promise.resolve();
  #ready = false;
  #killedFor: Death['cause'] | undefined;
  #stderr = '';
  #nextId = 1;
  readonly #pending = new Map<number, Pending>();
  readonly #abort = () => {
    this.#kill('aborted');
  };

  constructor(
    readonly options: ChildOptions,
    readonly path: string,
  ) {}

  call<M extends keyof P & string>(
    method: M,
    params: Params<P, M>,
    options: CallOptions<P>,
  ): Promise<Reply<Result<P, M>>> {
    if (!this.death && this.options.signal?.aborted) this.#bury('aborted', 'Aborted before it started');
    if (this.death) return Promise.resolve({ kind: 'dead', death: this.death });
    const child = (this.#process ??= this.#start());
    return new Promise((resolve) => {
      const id = this.#nextId++;
      let timer: NodeJS.Timeout | undefined;
      let late = false;
      const settle = (reply: Reply<unknown>) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        // What arrives after the time of grace began is the end of the work, not its result.
        const timedOut = late && (reply.kind !== 'dead' || reply.death.cause === 'timeout');
        resolve(timedOut ? { kind: 'timeout', alive: reply.kind !== 'dead' } : (reply as Reply<Result<P, M>>));
      };
      const onTime = () => {
        late = true;
        if (options.onTimeout === undefined) {
          this.#kill('timeout');
          return;
        }
        this.#send(child, { id: this.#nextId++, method: options.onTimeout, params: undefined });
        timer = setTimeout(() => {
          this.#kill('timeout');
        }, options.graceMs ?? GRACE_MS);
      };
      const startClock = () => {
        timer = setTimeout(onTime, options.timeoutMs);
      };
      this.#pending.set(id, { settle, startClock });
      if (this.#ready) startClock();
      this.#send(child, { id, method, params });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process) this.#kill('closed');
    else this.#bury('closed', 'Closed before it started');
    await this.#exited;
  }

  #start(): ChildProcessByStdio<Writable, Readable, Readable> {
    const { env, nodeArgs = [], memoryMb, signal } = this.options;
    const argument: StartArgument = { parent: process.pid, memoryMb };
    const child = spawn(process.execPath, [...nodeArgs, this.path, JSON.stringify(argument)], {
      env: { TZ: 'UTC', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const starting = setTimeout(() => {
      this.#kill('timeout');
    }, START_MS);
    // A write to a dead child fails here; its exit says all there is to say.
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
    readLines(child.stdout, (line) => {
      this.#receive(JSON.parse(line) as ResponseLine, starting);
    });
    this.#exited = new Promise((resolve) => {
      const ended = (how: string) => {
        clearTimeout(starting);
        this.#bury(this.#killedFor ?? this.#ownDeath(), this.#stderr.trim() || how);
        resolve();
      };
      child.once('error', (error) => {
        ended(error.message);
      });
      // `close` comes after the last output was read, `exit` may come before.
      child.once('close', (code, how) => {
        ended(how ? `Ended by ${how}` : `Ended with status ${code ?? 'unknown'}`);
      });
    });
    signal?.addEventListener('abort', this.#abort, { once: true });
    return child;
  }

  #send(child: ChildProcessByStdio<Writable, Readable, Readable>, line: RequestLine): void {
    child.stdin.write(`${JSON.stringify(line)}\n`);
  }

  #receive(line: ResponseLine, starting: NodeJS.Timeout): void {
    if (line.kind === 'ready') {
      clearTimeout(starting);
      this.#ready = true;
      for (const pending of this.#pending.values()) pending.startClock();
      return;
    }
    const { id, ...reply } = line;
    this.#pending.get(id)?.settle(reply);
  }

  #kill(cause: Death['cause']): void {
    this.#killedFor ??= cause;
    this.#process?.kill('SIGKILL');
  }

  #ownDeath(): Death['cause'] {
    return this.#stderr.includes(MEMORY_MARK) ? 'memory' : 'crash';
  }

  #bury(cause: Death['cause'], detail: string): void {
    this.options.signal?.removeEventListener('abort', this.#abort);
    const death = (this.death ??= { cause, detail });
    for (const pending of [...this.#pending.values()]) pending.settle({ kind: 'dead', death });
  }
}
