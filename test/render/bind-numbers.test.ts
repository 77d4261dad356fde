import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindNumbers } from '../../src/render/page/bind-numbers.js';

describe('lines do not end', () => {
  test.each([
    'Here 12~incidents',
    'about 1,200~operations a day',
    '9~per~cent of it',
    'up 50~percentage points',
    'on 5~March and 4~May to 2~June',
    'on March~5 or Sept.~12, 2026',
    '£~3~million, £3~million and $2.5~bn',
    'the 21st~boat and 10–12~boats',
    'Figure~3 and Table~1, see p.~4, pp.~4–6, no.~7 and §~8',
    '3~×~4~m',
    'the 19~GLF operations',
    '(12~boats)',
  ])('between a number and what belongs to it: %s', (expected) => {
    expect(shown(bindNumbers(expected.replaceAll('~', ' '), 'en-GB'))).toBe(expected);
  });

  test.each([
    'one of 12 in a day',
    'rose by 5% and fell',
    'In 2024 operations rose',
    'from 3 to 7',
    'It ended in 2025. The rest was 12, boats sank',
    'Then 7 Überschriftenlängenprüfungen',
    'GPT4 million',
    'the stop. 4',
    'May be 100 or 5',
  ])('elsewhere as ever: %s', (text) => {
    const bound = shown(bindNumbers(text, 'en'));
    expect(bound).toBe(text);
  });

  test('in Arabic, with the digits of either', () => {
    expect(shown(bindNumbers('نفذت 12 عملية و٧ هجمات في الشكل 3 من 5 إلى 7', 'ar'))).toBe(
      'نفذت 12~عملية و٧ هجمات في الشكل~3 من 5 إلى 7',
    );
  });

  test('and nothing else of any text changes', () => {
    const piece = fc.constantFrom(
      '12',
      ' ',
      ' ',
      'per',
      'cent',
      'March',
      '5',
      'Figure',
      '£',
      '×',
      ',',
      '.',
      '\n',
      'ا',
      'a',
    );
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'ar', 'de', ''), (text, lang) => {
        const bound = bindNumbers(text, lang);
        expect(bound.replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '));
        expect(bindNumbers(bound, lang)).toBe(bound);
      }),
    );
  });
});

/** No-break spaces as `~`. */
function shown(text: string): string {
  return text.replaceAll('\u00a0', '~');
}
