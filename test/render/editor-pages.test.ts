import { expect, test } from 'vitest';

import type { DiffEntry, VaryEntry } from '../../src/model/page.js';
import { renderDiff } from '../../src/render/page/render-diff.js';
import { renderVary } from '../../src/render/page/render-vary.js';
import { readTemplates } from './sample.js';

const CHANGE = {
  line: 2,
  before: 'سبع سفن',
  after: 'ثماني سفن',
  words: undefined,
  sentence: undefined,
  causes: ['data'],
};
const DIFF: DiffEntry = { name: 'a.md', count: '1 changed', changes: [CHANGE], stale: [], corrections: '' };
const VARY: VaryEntry = {
  name: 'a.md',
  count: '3 changes tried',
  sentences: [{ line: 2, text: 'سبع سفن', variants: [{ kind: 'gone', text: '', reason: '', changes: 'q.n 0' }] }],
  idle: [{ line: 3, text: 'سبع سفن', expression: 'q.n', tried: '' }],
  failures: [],
};
const noFonts = () => Promise.resolve('');

test('the page of what changed speaks the language of its drafts, but for what the terminal says', async () => {
  const page = async (langs: readonly string[]): Promise<string> =>
    (
      await renderDiff(
        langs.map((lang) => ({ ...DIFF, lang })),
        readTemplates(),
        noFonts,
        'en-GB',
      )
    ).value;
  const arabic = await page(['ar']);
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain('<span class="sign">كان</span> <del lang="ar" dir="rtl">');
  expect(foreign(arabic)).toEqual(['a', 'md']);
  const mixed = await page(['ar', 'en-GB']);
  expect(mixed).toContain('<html lang="en-GB" dir="ltr">');
  expect(mixed).toContain('<del lang="ar" dir="rtl">');
});

test('so does the page of what would be', async () => {
  const { value } = await renderVary([{ ...VARY, lang: 'ar' }], readTemplates(), noFonts, 'en-GB');
  expect(value).toContain('<html lang="ar" dir="rtl">');
  expect(value).toContain('<p class="now" lang="ar" dir="rtl">«سبع سفن»</p>');
  expect(value).toContain('<p class="sign">يُحذف</p>');
  expect(foreign(value)).toEqual(['a', 'md']);
});

/** Words in Latin letters that are not marked as English, nor code. */
function foreign(html: string): readonly string[] {
  const words = html
    .replace(/<(style|head|code)\b[^]*?<\/\1>/g, '')
    .replace(/<(\w+)[^>]* lang="en"[^>]*>[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ');
  return words.match(/[A-Za-z]+/g) ?? [];
}
