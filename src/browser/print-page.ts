import type { Browser, Page } from 'puppeteer-core';
import type { Report } from '../model/page.js';

interface PrintPageOptions {
  /** Milliseconds for one report. */
  readonly timeout: number;
}

/**
 * Prints a report on a page that runs no script and has no network.
 * A page that crashes, hangs or loses its browser is an error, never a wait without end.
 */
export async function printPage(browser: Browser, report: Report, { timeout }: PrintPageOptions): Promise<Uint8Array> {
  const failure = watch(browser, timeout);
  try {
    return await Promise.race([print(browser, report, timeout, failure.page), failure.promise]);
  } finally {
    failure.stop();
  }
}

async function print(
  browser: Browser,
  { html }: Report,
  timeout: number,
  onPage: (page: Page) => void,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  onPage(page);
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setContent(html, { waitUntil: 'load', timeout });
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout,
  });
  await page.close();
  return pdf;
}

interface Watch {
  readonly promise: Promise<never>;
  readonly page: (page: Page) => void;
  readonly stop: () => void;
}

function watch(browser: Browser, timeout: number): Watch {
  const { promise, reject } = withReject();
  const onDisconnect = (): void => {
    reject(new Error('The browser ended while it printed'));
  };
  const timer = setTimeout(() => {
    reject(new Error(`The browser took more than ${Math.round(timeout / 1000)} s`));
  }, timeout);
  browser.once('disconnected', onDisconnect);
  return {
    promise,
    page: (page) => {
      page.once('error', (cause: Error) => {
        reject(new Error('The page crashed', { cause }));
      });
    },
    stop: () => {
      clearTimeout(timer);
      browser.off('disconnected', onDisconnect);
    },
  };
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // A race that was won leaves this promise without anybody who waits for it.
  promise.catch(() => undefined);
  return { promise, reject };
}
