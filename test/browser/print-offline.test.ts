import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openPrinter } from '../../src/browser/open-printer.js';
import { evilPage, FRAMES } from './evil-page.js';
import { pdfPages } from './read-pdf.js';
import { PRINT } from './print-options.js';

/** How programs on Linux are told of a proxy. */
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

let folder = '';
let server: Server;
let address = '';
let secret = '';
const hits = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  secret = join(folder, 'secret.html');
  await writeFile(secret, '<p>Nobody should read this</p>');
  server = createServer(({ url = '' }, response) => {
    hits.add(url);
    response.end('<p>From the network</p>');
  });
  server.on('connection', () => hits.add('a connection'));
  server.on('upgrade', ({ url = '' }, socket) => {
    hits.add(url);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('a page that is printed', { timeout: 60_000 }, () => {
  test.each([
    ['by an address', () => address],
    ['by a name', () => address.replace('127.0.0.1', 'localhost')],
    ['through a proxy that the machine names', () => 'http://news.example'],
  ])('runs no script and reaches neither the network, %s, nor the disk', async (_, server) => {
    hits.clear();
    for (const name of PROXIES) vi.stubEnv(name, address);
    await using printer = openPrinter();
    const html = evilPage(server(), pathToFileURL(secret).href);
    const { value, messages } = await printer.print({ html, print: PRINT });
    expect(messages).toEqual([]);
    const text = (await pdfPages(value)).join(' ');
    expect(text).toContain('Words that stay');
    expect(text).not.toContain('Nobody should read this');
    expect(text).not.toContain('From the network');
    expect(text).not.toContain('Written by');
    expect(text).not.toMatch(/From an? (?:frame|object) of its own data/);
    expect(Buffer.from(value ?? []).toString('latin1')).not.toContain('After');
    expect([...hits]).toEqual([]);
  });

  test('is not led elsewhere by a refresh', async () => {
    hits.clear();
    await using printer = openPrinter();
    for (const url of [`${address}/refresh`, pathToFileURL(secret).href, 'data:text/html,<p>From the network']) {
      const html = `<!doctype html><meta http-equiv="refresh" content="0;url=${url}"><p>Words that stay`;
      const { value } = await printer.print({ html, print: PRINT });
      // The print may fail over it, but shows nothing else
      if (value) expect(await pdfPages(value)).toEqual([expect.stringMatching(/^Words that stay/)]);
    }
    expect([...hits]).toEqual([]);
  });

  test('would reach them in a browser without these bars, so that the tests above can fail', async () => {
    hits.clear();
    await using printer = openPrinter();
    await printer.print({ html: '<p>Words', print: PRINT });
    const executablePath = printer.running()?.candidate.executable;
    if (executablePath === undefined) throw new Error('No browser');
    const browser = await puppeteer.launch({
      executablePath,
      headless: 'shell',
      pipe: true,
      args: ['--no-sandbox', `--proxy-server=${address}`],
    });
    const page = await browser.newPage();
    const html = evilPage(address, pathToFileURL(secret).href);
    await page.setContent(html, { timeout: 10_000 }).catch(() => undefined);
    await page.waitForNetworkIdle({ timeout: 10_000 }).catch(() => undefined);
    await page.goto('http://news.example/through-the-proxy', { timeout: 10_000 }).catch(() => undefined);
    const plain = await browser.newPage();
    await plain.setContent(FRAMES);
    const words = (await pdfPages(await plain.pdf())).join(' ');
    await browser.close();
    expect([...hits]).toContain('http://news.example/through-the-proxy');
    expect(words).toMatch(/From a frame of its own data.*From an object of its own data.*Written by an address/);
    for (const way of ['sheet.css', 'import.css', 'font.woff2', 'prefetch', 'img.png', 'frame', 'object', 'embed'])
      expect([...hits]).toContain(`/${way}`);
    for (const way of ['fetch', 'socket']) expect([...hits]).toContain(`/${way}`);
    expect(hits.size).toBeGreaterThan(25);
  });
});
