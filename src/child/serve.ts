import { Worker } from 'node:worker_threads';
import type { Handlers, RequestLine, ResponseLine, StartArgument } from './protocol.js';
import { readLines } from './read-lines.js';

/**
 * The child's side: answers requests from stdin on stdout, several at a time where the methods wait for something.
 * The process kills itself when its parent is gone or its memory goes past the cap that the parent gave.
 */
export function serve<P extends Handlers<P>>(handlers: P): void {
  // The two ends agree by type; what comes over the pipe is only known by its name.
  const methods = handlers as unknown as Record<string, Handler>;
  new Worker(new URL('./watchdog.js', import.meta.url), { workerData: startArgument() });
  // Ctrl-C reaches the whole process group; what becomes of the child is for the parent to say.
  process.on('SIGINT', () => undefined);
  process.stdout.on('error', killSelf);
  readLines(process.stdin, (line) => {
    void answer(methods, JSON.parse(line) as RequestLine);
  });
  // `process.exit` would wait for native work that is under way.
  process.stdin.on('end', killSelf);
  process.stdin.on('error', killSelf);
  send({ kind: 'ready' });
}

type Handler = (params: unknown) => unknown;

async function answer(handlers: Record<string, Handler>, request: RequestLine): Promise<void> {
  const { id, method, params } = request;
  try {
    const handler = handlers[method];
    if (!handler) throw new Error(`The child has no method ${method}`);
    send({ kind: 'answer', id, value: await handler(params) });
  } catch (error) {
    send({ kind: 'thrown', id, message: error instanceof Error ? error.message : String(error) });
  }
}

function send(line: ResponseLine): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function startArgument(): StartArgument {
  return JSON.parse(process.argv[2] ?? '') as StartArgument;
}

function killSelf(): void {
  process.kill(process.pid, 'SIGKILL');
}
