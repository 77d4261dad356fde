import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { countGraphemes, graphemes } from '../../src/platform/graphemes.js';
import { mixedText } from './mixed-text.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segments = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

it('splits as Unicode says, wherever the text is cut into parts', () => {
  const character = fc.constantFrom(
    ...[
      'a',
      ' ',
      '\n',
      '\r',
      '\r\n',
      'é',
      'e\u0301',
      '\u0301',
      'ж',
      'ع',
      '\u0600',
      'ש\u05B0',
      '日',
      'か',
      '\u3099',
      'ﾊ',
      '\uFF9E',
      '한',
      '\u1112',
      '\u1161',
      '\u11AB',
    ],
    ...[
      'क',
      '\u094D',
      'ष',
      '\u0E33',
      'ก',
      '👍',
      '\u{1F3FD}',
      '👩',
      '\u200D',
      '❤️',
      '🇦',
      '🇫',
      '1',
      '\uFE0F',
      '\u20E3',
      '\u200B',
      '\u0001',
    ],
  );
  const text = fc.oneof(
    mixedText,
    fc.array(character, { maxLength: 12 }).map((characters) => characters.join('')),
    // Longer than what the segmenter is given at once, of a few characters that join
    fc
      .array(character, { minLength: 1, maxLength: 3 })
      .chain((few) => fc.array(fc.constantFrom(...few), { minLength: 100, maxLength: 300 }))
      .map((characters) => characters.join('')),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(graphemes(one)).toEqual(segments(one));
      expect(countGraphemes(one)).toBe(segments(one).length);
    }),
    { numRuns: 2000 },
  );
});

it('gives the segmenter, whose time grows with the square, only short parts of a long text', () => {
  const looked = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  try {
    for (const unit of ['👩\u{1F3FD}', 'e\u0301', 'a’b ', '… ', 'สวัสดี', 'क्ष']) countGraphemes(unit.repeat(2000));
    const lengths = looked.mock.calls.map(([text]) => text.length);
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThan(200);
  } finally {
    looked.mockRestore();
  }
});
