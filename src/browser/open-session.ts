import type { Page } from 'puppeteer-core';
import type { Outcome } from '../diagnostic/message.js';
import type { RunningBrowser } from './launch-browser.js';
import { onProcessEnd } from './on-process-end.js';
import { openPage } from './open-page.js';
import { PrintFailure } from './print-failure.js';
import { startBrowser, type StartOptions } from './start-browser.js';

interface SessionOptions extends StartOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds in which a page must open. */
  readonly timeout: number;
}

/** One browser with one page, both used again and again until they are dropped. */
export interface Session extends AsyncDisposable {
  /** Returns the page, after starting what does not run; `undefined` when there is no browser to start. */
  readonly page: () => Promise<Outcome<Page | PrintFailure | undefined>>;
  /** Gives up a page, or the whole browser, that failed. */
  readonly drop: (lost: Exclude<PrintFailure['lost'], 'nothing'>) => Promise<void>;
  readonly running: () => RunningBrowser | undefined;
}

/** Opens a session; its browser ends with it, with the process and when `signal` is aborted. */
export function openSession(options: SessionOptions): Session {
  const { signal, timeout } = options;
  let starting: Promise<Outcome<RunningBrowser | undefined>> | undefined;
  let running: RunningBrowser | undefined;
  let page: Page | undefined;
  let hasSaid = false;
  const kill = (): void => {
    running?.kill();
    running = undefined;
    starting = undefined;
    page = undefined;
  };
  const forget = onProcessEnd(kill);
  signal?.addEventListener('abort', kill);

  const start = async (): Promise<Outcome<RunningBrowser | undefined>> => {
    if (running && !running.browser.connected) kill();
    starting ??= startBrowser(options);
    const { value, messages } = await starting;
    running = value;
    if (signal?.aborted) kill();
    // What is said of a browser that runs is said once; that there is none, of every report
    const isNews = !value || !hasSaid;
    hasSaid ||= value !== undefined;
    return { value, messages: isNews ? messages : [] };
  };

  return {
    page: async () => {
      const { value: open, messages } = await start();
      if (!open) return { value: undefined, messages };
      try {
        page ??= await within(timeout, openPage(open.browser));
        return { value: page, messages };
      } catch (cause) {
        kill();
        return { value: new PrintFailure('The browser opened no page', 'browser', cause), messages };
      }
    },
    drop: async (lost) => {
      const dropped = page;
      page = undefined;
      if (lost === 'browser' || !dropped) kill();
      else await within(timeout, dropped.close()).catch(kill);
    },
    running: () => running,
    [Symbol.asyncDispose]: async () => {
      forget();
      signal?.removeEventListener('abort', kill);
      const open = running;
      running = undefined;
      await open?.[Symbol.asyncDispose]();
    },
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It took more than ${Math.round(milliseconds / 1000)} s`));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whoever lost the race may still fail, which nobody waits for
    work.catch(() => undefined);
  }
}
