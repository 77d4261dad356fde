import type { Page } from 'puppeteer-core';
import type { Report } from '../model/page.js';
import { arrangeTables } from './arrange-tables.js';
import { finishPdf, type Printed } from './finish-pdf.js';
import { placeTables } from './place-tables.js';
import { PrintFailure } from './print-failure.js';
import { readPages, samePages } from './read-pages.js';
import { withPolicy } from './with-policy.js';

interface PrintPageOptions {
  /** Milliseconds for one report. */
  readonly timeout: number;
}

/**
 * Prints a report on a page of `openPage`, whatever was printed on it before.
 * A page that crashes, hangs or loses its browser is an error, never a wait without end.
 */
export async function printPage(page: Page, report: Report, { timeout }: PrintPageOptions): Promise<Uint8Array> {
  const failure = watch(page, timeout);
  try {
    return await Promise.race([printReport(page, report, timeout), failure.promise]);
  } finally {
    failure.stop();
  }
}

/** Prints twice where page numbers stand in the text, and looks whether they still hold in the second print. */
async function printReport(page: Page, report: Report, timeout: number): Promise<Uint8Array> {
  const { html, paged } = report;
  const places = LIES_ACROSS.test(html)
    ? await placeTables(async (known) => {
        await open(page, html, timeout);
        const candidates = await page.evaluate(arrangeTables, known, true);
        return { candidates, bytes: () => pdfOf(page, { tagged: false, timeout }) };
      })
    : [];
  const first = await printHtml(page, { html, places }, timeout);
  if (!paged) return finishPdf(first, report);
  let pages = await readPages(first);
  for (let pass = 1; pass < MOST_PASSES; pass += 1) {
    const printed = await printHtml(page, { html: paged(pages), places }, timeout);
    const found = await readPages(printed);
    if (samePages(found, pages)) return finishPdf(printed, report);
    pages = found;
  }
  throw new PrintFailure('The page numbers of its contents move each time they are set', 'nothing');
}

/** Most reports have no such table, and need no look. */
const LIES_ACROSS = /class="(?:[^"]* )?landscape[ "]/;

/** One print for the numbers, one with them, and one more where they moved what they count. */
const MOST_PASSES = 3;

interface Sheets {
  readonly html: string;
  /** Of its tables that lie across. */
  readonly places: readonly number[];
}

async function printHtml(page: Page, { html, places }: Sheets, timeout: number): Promise<Printed> {
  await open(page, html, timeout);
  if (places.length > 0) await page.evaluate(arrangeTables, places, false);
  // A page that runs no script can still be asked
  const headings = await page.$$eval('h1, h2, h3, h4, h5, h6', (found) =>
    found.map(({ id, textContent }) => ({ id, words: textContent })),
  );
  const links = await page.$$eval('a[href]', (found) =>
    found.map((link) => {
      const address = link.getAttribute('href') ?? '';
      const near = link.ownerDocument.getElementById(link.getAttribute('aria-describedby') ?? '');
      const own =
        link.getAttribute('aria-label') ?? [...link.childNodes].map(({ textContent }) => textContent).join(' ');
      return { target: address.startsWith('#') ? address : link.href, words: `${near?.textContent ?? ''} ${own}` };
    }),
  );
  return { bytes: await pdfOf(page, { tagged: true, timeout }), headings, links };
}

/** Nothing of the last report stays, and a new page begins like a used one. */
async function open(page: Page, html: string, timeout: number): Promise<void> {
  await page.goto('about:blank', { timeout });
  await page.setContent(withPolicy(html), { waitUntil: 'load', timeout });
}

function pdfOf(page: Page, options: { readonly tagged: boolean; readonly timeout: number }): Promise<Uint8Array> {
  const { tagged, timeout } = options;
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged,
    outline: tagged,
    waitForFonts: true,
    timeout,
  });
}

interface Watch {
  readonly promise: Promise<never>;
  readonly stop: () => void;
}

function watch(page: Page, timeout: number): Watch {
  const { promise, reject } = withReject();
  const onDisconnect = (): void => {
    reject(new PrintFailure('The browser ended while it printed', 'browser'));
  };
  const onCrash = (cause: Error): void => {
    reject(new PrintFailure('The page crashed', 'page', cause));
  };
  const timer = setTimeout(() => {
    reject(new PrintFailure(`It took more than ${Math.round(timeout / 1000)} s`, 'browser'));
  }, timeout);
  const browser = page.browser();
  browser.once('disconnected', onDisconnect);
  page.once('error', onCrash);
  return {
    promise,
    stop: () => {
      clearTimeout(timer);
      browser.off('disconnected', onDisconnect);
      page.off('error', onCrash);
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
