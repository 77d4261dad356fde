import type { Browser, Page } from 'puppeteer-core';

/** Opens a page that runs no script and has no network; a browser that has just started has one open already. */
export async function openPage(browser: Browser): Promise<Page> {
  const [opened] = await browser.pages();
  const page = opened ?? (await browser.newPage());
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  return page;
}
