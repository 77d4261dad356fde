import { describe, expect, test } from 'vitest';
import { cardSvg, drawCard } from '../../src/draw/draw-card.js';
import type { CardWords } from '../../src/model/card.js';

const WORDS: CardWords = {
  dir: 'ltr',
  kicker: 'Harbour',
  title: 'Seven boats in a day: the most since August',
  figure: { value: '7', label: 'boats on 23 June' },
  byline: '26 June 2026 · Field desk',
  caution: 'Illustrative data',
};

/** The texts of a card, each with its size, from the top down. */
function textsOf(words: CardWords): { text: string; size: number; y: number; x: number }[] {
  return [...cardSvg(words).matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*? font-size="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, size, text = '']) => ({ text, size: Number(size), y: Number(y), x: Number(x) }),
  );
}

describe('the card of a brief', () => {
  test('says title, kicker, key figure, day and what to beware of, in 1200 by 630 pixels', async () => {
    const said = textsOf(WORDS)
      .map(({ text }) => text)
      .join(' | ');
    for (const part of [
      'Harbour',
      'Seven boats in a day:',
      '7',
      'boats on 23 June',
      '26 June 2026',
      'Illustrative data',
    ])
      expect(said).toContain(part);
    const png = Buffer.from(await drawCard(WORDS));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('is the same bytes twice', async () => {
    expect(await drawCard(WORDS)).toEqual(await drawCard(WORDS));
  });

  test('sets a longer title smaller, on more lines, and cuts one that fits at no size', () => {
    const titleOf = (title: string) => textsOf({ ...WORDS, title }).filter(({ y }) => y > 50 && y < 190);
    const short = titleOf('Seven boats');
    const long = titleOf('Seven boats in a day, by far the most that have left since records began '.repeat(2).trim());
    const endless = titleOf('boats and '.repeat(200));
    expect(short).toHaveLength(1);
    expect(long.length).toBeGreaterThan(1);
    expect(long[0]?.size).toBeLessThan(short[0]?.size ?? 0);
    expect(endless.at(-1)?.text).toMatch(/ …$/);
    const value = textsOf({ ...WORDS, title: 'boats and '.repeat(200) }).find(({ text }) => text === '7');
    expect(endless.at(-1)?.y).toBeLessThan((value?.y ?? 0) - (value?.size ?? 0) * 0.7);
  });

  test('leaves a key figure out that is no figure but a sentence, and lines that are not there', () => {
    const value = 'all but one of the twelve boats that left the harbour';
    const texts = textsOf({ ...WORDS, kicker: '', figure: { value, label: 'x' }, caution: '' }).map(({ text }) => text);
    expect(texts).not.toContain(value);
    expect(texts).not.toContain('x');
  });

  test('begins on the right in a language that does, and never holds markup of its words', () => {
    const [kicker] = textsOf({ ...WORDS, dir: 'rtl', kicker: 'مرفأ' });
    expect(kicker?.x).toBe(564);
    expect(cardSvg({ ...WORDS, title: '<script>&"' })).toContain('&lt;script&gt;&amp;&quot;');
  });
});
