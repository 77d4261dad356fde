import type { PrintOptions } from '../../src/model/page.js';

/** What the printed pages of these tests say about themselves. */
export const PRINT: PrintOptions = {
  title: 'T',
  lang: 'en',
  authors: ['Ann Author', 'Ben <Writer> & Co'],
  subject: 'What it is about',
  keywords: ['one', 'two words'],
  date: '2026-09-24',
  tool: 'Threadwright 0.1.0',
};
