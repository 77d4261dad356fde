import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'puppeteer-core';
import { startBrowser } from '../../src/browser/start-browser.js';

/** A colour: red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

/** What an eye sees. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Colour;
}

/** Looks at pages with a browser that has no network. */
export interface Eye extends AsyncDisposable {
  /** The pages of a PDF, a pixel to the point. */
  readonly pdf: (bytes: Uint8Array) => Promise<readonly Picture[]>;
  /** An empty page to look at. */
  readonly page: () => Promise<Page>;
  /** What a screenshot shows, which is a PNG. */
  readonly png: (bytes: Uint8Array) => Promise<Picture>;
}

/** Opens a browser to look with. */
export async function openEye(): Promise<Eye> {
  const { value: running, messages } = await startBrowser({});
  if (!running) throw new Error(messages.map(({ reason }) => reason).join('; '));
  const desk = await running.browser.newPage();
  for (const name of ['pdf.worker.min.mjs', 'pdf.min.mjs'])
    await desk.addScriptTag({ type: 'module', content: await readFile(join(LIBRARY, name), 'utf8') });
  // Each makes itself known to the page; where the worker's code is there, no worker is started
  await desk.waitForFunction("'pdfjsWorker' in globalThis && 'pdfjsLib' in globalThis");
  const look = async (kind: 'pdf' | 'png', bytes: Uint8Array): Promise<readonly Picture[]> =>
    (await desk.evaluate(draw, kind, Buffer.from(bytes).toString('base64'))).map(receive);
  return {
    pdf: (bytes) => look('pdf', bytes),
    page: () => running.browser.newPage(),
    png: async (bytes) => {
      const [picture] = await look('png', bytes);
      if (!picture) throw new Error('There is no picture');
      return picture;
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

/** The library that reads PDFs, in files that need nothing else. */
const LIBRARY = 'node_modules/pdfjs-dist/legacy/build';

/** A picture on its way out of the browser. */
interface Sent {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each pixel, row by row. */
  readonly base64: string;
}

/** Runs in the browser. */
async function draw(kind: 'pdf' | 'png', base64: string): Promise<readonly Sent[]> {
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas');
  const resize = ({ width, height }: { width: number; height: number }): void => {
    Object.assign(canvas, { width: Math.round(width), height: Math.round(height) });
  };
  const send = (): Sent => {
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
    let binary = '';
    for (let at = 0; at < pixels.length; at += 32_768)
      binary += String.fromCharCode(...pixels.subarray(at, at + 32_768));
    return { width: canvas.width, height: canvas.height, base64: btoa(binary) };
  };
  if (kind === 'png') {
    const image = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    resize(image);
    context.drawImage(image, 0, 0);
    return [send()];
  }
  const { pdfjsLib } = globalThis as unknown as { pdfjsLib: typeof PdfLibrary };
  const pdf = await pdfjsLib.getDocument({ data, verbosity: 0 }).promise;
  const sent: Sent[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    resize(viewport);
    await page.render({ canvas, viewport }).promise;
    sent.push(send());
  }
  return sent;
}

function receive({ width, height, base64 }: Sent): Picture {
  const pixels = Buffer.from(base64, 'base64');
  return {
    width,
    height,
    at: (x, y) => {
      const from = 4 * (y * width + x);
      return [pixels[from] ?? 0, pixels[from + 1] ?? 0, pixels[from + 2] ?? 0];
    },
  };
}
