import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EN_GB } from '../../src/figure/en-gb.js';
import { EN_US } from '../../src/figure/en-us.js';
import { parseDecimal } from '../../src/figure/decimal.js';
import { say } from './run.js';

describe('number words', () => {
  it.each([
    ['0', 'zero'],
    ['11', 'eleven'],
    ['21', 'twenty-one'],
    ['99', 'ninety-nine'],
    ['100', 'one hundred'],
    ['101', 'one hundred and one'],
    ['999', 'nine hundred and ninety-nine'],
    ['1000', 'one thousand'],
    ['1001', 'one thousand and one'],
    ['1099', 'one thousand and ninety-nine'],
    ['1100', 'one thousand one hundred'],
    ['12345', 'twelve thousand three hundred and forty-five'],
    ['1000000', 'one million'],
    ['1000021', 'one million and twenty-one'],
    ['-7', 'minus seven'],
    ['0.5', 'zero point five'],
    ['12.340', 'twelve point three four'],
  ])('%s is %s', (digits, expected) => {
    expect(say('words', [`#${digits}`])).toBe(expected);
  });

  it('end below a thousand trillion', () => {
    expect(say('words', ['#999999999999999'])).toMatch(/^nine hundred and ninety-nine trillion /);
    expect(say('words', ['#1000000000000000'])).toMatch(/^helper-arguments: .* expected a number below/);
  });

  it('have no "and" in American English', () => {
    expect(EN_US.numbers.words(parseDecimal('1101'))).toBe('one thousand one hundred one');
  });

  it('read back to the number they were made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom(EN_GB, EN_US), (number, { numbers }) => {
        expect(readWords(numbers.words(parseDecimal(String(number))) ?? '')).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });
});

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A reader that knows nothing of how the words were made: units add up, `hundred` and `thousand` multiply. */
function readWords(words: string): number {
  let [thousands, current] = [0, 0];
  for (const word of words.split(/ and | |-/)) {
    if (word === 'thousand') [thousands, current] = [current * 1000, 0];
    else if (word === 'hundred') current *= 100;
    else if (UNITS.includes(word)) current += UNITS.indexOf(word);
    else if (TENS.includes(word)) current += TENS.indexOf(word) * 10;
    else throw new Error(`Cannot read ${word}`);
  }
  return thousands + current;
}
