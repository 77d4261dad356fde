import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { DiffEntry, VaryEntry } from '../../src/model/page.js';
import { markWords } from '../../src/render/page/mark-words.js';
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

test('the page of what changed marks each word that differs, and none between them', async () => {
  const change = {
    ...CHANGE,
    before: 'Twelve boats came in, the last on 9 March.',
    after: 'Thirteen boats came in, the last on 10 March, they say.',
  };
  const { value } = await renderDiff(
    [{ ...DIFF, changes: [change], lang: 'en-GB' }],
    readTemplates(),
    noFonts,
    'en-GB',
  );
  expect(/<del[^>]*>(.*)<\/del>/.exec(value)?.[1]).toBe(
    '<mark>Twelve</mark> boats came in, the last on <mark>9 March.</mark>',
  );
  expect(/<ins[^>]*>(.*)<\/ins>/.exec(value)?.[1]).toBe(
    '<mark>Thirteen</mark> boats came in, the last on <mark>10 March, they say.</mark>',
  );
});

test('what is marked and what is not are the words of both versions, whatever they are', () => {
  const words = fc.array(fc.constantFrom('a ', 'b ', 'c\n', 'd', ' ', 'سبع ', '12 '), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const texts = [one.join(''), other.join('')] as const;
      const marked = markWords(...texts);
      const kept = marked.map((parts) =>
        parts
          .filter(({ isOther }) => !isOther)
          .map(({ text }) => text)
          .join(''),
      );
      expect(marked.map((parts) => parts.map(({ text }) => text).join(''))).toEqual(texts);
      expect(kept[0]?.replace(/\s/g, '')).toBe(kept[1]?.replace(/\s/g, ''));
      if (texts[0] === texts[1]) expect(marked.flat().filter(({ isOther }) => isOther)).toEqual([]);
    }),
  );
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
