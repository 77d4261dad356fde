import { createMessage, messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { Report } from '../model/page.js';
import { openSession } from './open-session.js';
import type { RunningBrowser } from './launch-browser.js';
import { PrintFailure } from './print-failure.js';
import { printPage } from './print-page.js';
import { temporaryRoomProblem } from './profile-folder.js';
import type { StartOptions } from './start-browser.js';

export interface PrinterOptions extends StartOptions {
  /** Ends the browser when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one report. Default: 60 s. */
  readonly timeout?: number;
}

/** Prints reports with one browser, which starts with the first of them. */
export interface Printer extends AsyncDisposable {
  /**
   * Returns the PDF; `undefined` with a message when there is no browser or it did not print, at a second try neither.
   *
   * @param file The draft to name when it does not print.
   */
  readonly print: (report: Report, file?: string) => Promise<Outcome<Uint8Array | undefined>>;
  /** The browser that runs, if one does. */
  readonly running: () => RunningBrowser | undefined;
}

/** Opens a printer; the browser ends with the printer, with the process and when `signal` is aborted. */
export function openPrinter(options: PrinterOptions = {}): Printer {
  const { signal, timeout = 60_000 } = options;
  const session = openSession({ ...options, timeout });
  let queue: Promise<unknown> = Promise.resolve();

  const tryOnce = async (report: Report): Promise<Outcome<Uint8Array | PrintFailure | undefined>> => {
    const { value: page, messages } = await session.page();
    if (!page || page instanceof PrintFailure) return { value: page, messages };
    try {
      return { value: await printPage(page, report, { timeout }), messages };
    } catch (error) {
      const failure = error instanceof PrintFailure ? error : new PrintFailure(plain(error), 'browser', error);
      if (failure.lost !== 'nothing') await session.drop(failure.lost);
      return { value: failure, messages };
    }
  };
  const print = async (report: Report, file: string | undefined): Promise<Outcome<Uint8Array | undefined>> => {
    const say = (rule: RuleId, reason: string, note?: string): Message =>
      file === undefined ? createMessage(rule, undefined, reason, note) : messageFor(file, rule, reason, note);
    const stopped = (): boolean => signal?.aborted === true;
    const messages: Message[] = [];
    let first: PrintFailure | undefined;
    while (!stopped()) {
      const { value, messages: said } = await tryOnce(report);
      messages.push(...said);
      if (!(value instanceof PrintFailure)) {
        if (value && first) messages.push(say('browser-retried', `${first.message}, the second try succeeded`));
        return { value, messages };
      }
      if (value.lost === 'nothing') {
        const failed = say('browser-failed', `The report was not printed: ${value.message}`, MOVED_NOTE);
        return { value: undefined, messages: [...messages, failed] };
      }
      if (first && !stopped()) {
        const room = await temporaryRoomProblem();
        const failed = room
          ? createMessage('browser-room', undefined, `${value.message}: ${room.reason}`, room.hint)
          : say('browser-failed', `The report was not printed at the second try either: ${value.message}`, FAILED_NOTE);
        return { value: undefined, messages: [...messages, failed] };
      }
      first = value;
    }
    return { value: undefined, messages: [...messages, say('browser-failed', 'The build was stopped')] };
  };

  return {
    print: (report, file) => {
      const result = queue.then(() => print(report, file));
      queue = result.catch(() => undefined);
      return result;
    },
    running: session.running,
    [Symbol.asyncDispose]: async () => {
      await queue;
      await session[Symbol.asyncDispose]();
    },
  };
}

const MOVED_NOTE =
  'In `templates/`, give the numbers of the contents a width that does not change with them; ' +
  '`--only thread,brief` leaves the report out';

const FAILED_NOTE =
  'Look for what is unusual in it, like very deep nesting or very large pictures; ' +
  '`--only thread,brief` leaves the report out';

function plain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replace(/\.$/, '');
}
