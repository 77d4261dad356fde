import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Report } from '../model/page.js';
import type { RunningBrowser } from './launch-browser.js';
import { onProcessEnd } from './on-process-end.js';
import { printPage } from './print-page.js';
import { startBrowser, type StartOptions } from './start-browser.js';

export interface PrinterOptions extends StartOptions {
  /** Ends the browser when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one report. Default: 60 s. */
  readonly timeout?: number;
}

/** Prints reports with one browser, which starts with the first of them. */
export interface Printer extends AsyncDisposable {
  /** Returns the PDF; `undefined` with a message when there is no browser or it did not print. */
  readonly print: (report: Report) => Promise<Outcome<Uint8Array | undefined>>;
}

/** Opens a printer; the browser ends with the printer, with the process and when `signal` is aborted. */
export function openPrinter(options: PrinterOptions = {}): Printer {
  const { signal, timeout = 60_000 } = options;
  let starting: Promise<Outcome<RunningBrowser | undefined>> | undefined;
  let running: RunningBrowser | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const kill = (): void => {
    running?.kill();
    running = undefined;
    starting = undefined;
  };
  const forget = onProcessEnd(kill);
  signal?.addEventListener('abort', kill);

  const start = async (): Promise<Outcome<RunningBrowser | undefined>> => {
    if (starting) {
      const { value, messages } = await starting;
      // What is said of a browser that runs is said once; that there is none, of every report.
      return { value, messages: value ? [] : messages };
    }
    starting = startBrowser(options);
    const outcome = await starting;
    running = outcome.value;
    if (signal?.aborted) kill();
    return outcome;
  };
  const print = async (report: Report): Promise<Outcome<Uint8Array | undefined>> => {
    if (signal?.aborted) return failed('The build was stopped', []);
    const { value: open, messages } = await start();
    if (!open) return { value: undefined, messages };
    try {
      return { value: await printPage(open.browser, report, { timeout }), messages };
    } catch (error) {
      // A browser that failed once is not trusted with the next report.
      kill();
      const stopped = signal?.aborted === true;
      return failed(stopped ? 'The build was stopped' : reasonOf(error), messages);
    }
  };

  return {
    print: (report) => {
      const result = queue.then(() => print(report));
      queue = result.catch(() => undefined);
      return result;
    },
    [Symbol.asyncDispose]: async () => {
      await queue;
      forget();
      signal?.removeEventListener('abort', kill);
      const open = running;
      running = undefined;
      await open?.[Symbol.asyncDispose]();
    },
  };
}

function failed(reason: string, messages: readonly Message[]): Outcome<undefined> {
  return { value: undefined, messages: [...messages, createMessage('browser-failed', undefined, reason)] };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `The report was not printed: ${(text.split('\n')[0] ?? '').replace(/\.$/, '')}`;
}
