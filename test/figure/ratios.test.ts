import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean } from '../../src/figure/literals.js';
import { START, styled } from './guide-context.js';
import { say } from './run.js';

describe('times', () => {
  it.each([
    ['20', '1', '20 times as many'],
    ['10', '5', 'twice as many'],
    ['15', '5', 'three times as many'],
    ['14', '5', '2.8 times as many'],
    // The ends of the 5% around a whole number, and one step past each
    ['1900', '1000', 'almost twice as many'],
    ['1899', '1000', 'almost 1.9 times as many'],
    ['2100', '1000', 'more than twice as many'],
    ['2101', '1000', 'more than 2.1 times as many'],
    ['1050', '1000', 'about as many'],
    ['1051', '1000', 'almost 1.1 times as many'],
    ['950', '1000', 'almost as many'],
    ['949', '1000', '95% as many'],
    ['105', '10', 'more than 10 times as many'],
    ['1234567', '1', '1,234,567 times as many'],
    ['1', '2', 'half as many'],
    ['475', '1000', 'almost half as many'],
    ['474', '1000', '47% as many'],
    ['525', '1000', 'more than half as many'],
    ['526', '1000', '53% as many'],
    ['1', '3', 'a third as many'],
    ['2', '3', 'two-thirds as many'],
    ['1', '4', 'a quarter as many'],
    ['3', '4', 'three-quarters as many'],
    ['1', '5', 'a fifth as many'],
    ['1', '10', 'a tenth as many'],
    ['1', '100', '1% as many'],
    ['1', '1000', 'less than 1% as many'],
    ['9007199254740993', '9007199254740992', 'about as many'],
    ['7.50', '7.5', 'just as many'],
    ['0.3', '0.1', 'three times as many'],
    ['1', '1e-7', '10,000,000 times as many'],
  ])('%s of %s is %s', (a, b, expected) => {
    expect(say('times', [`#${a}`, `#${b}`])).toBe(expected);
  });

  it.each([
    ['20', '0', 'helper-arguments: Unexpected `0` as the second number, nothing is a multiple of it'],
    ['0', '20', 'helper-arguments: Unexpected `0` as the first number, expected more than zero'],
    ['-2', '1', 'helper-arguments: Unexpected number below zero, expected one above'],
    ['2', '-1', 'helper-arguments: Unexpected number below zero, expected one above'],
  ])('%s of %s cannot be said', (a, b, expected) => {
    expect(say('times', [`#${a}`, `#${b}`])).toBe(expected);
  });

  it('has words for an amount, and for the number alone', () => {
    expect(say('times', ['#5', '#5'], { as: 'much' })).toBe('just as much');
    expect(say('times', ['#1', '#4'], { as: 'much' })).toBe('a quarter as much');
    expect(say('times', ['#20', '#10'], { bare: boolean(true) })).toBe('twice');
    expect(say('times', ['#1', '#3'], { bare: boolean(true) })).toBe('a third of');
    expect(say('times', ['#1', '#2'], { bare: boolean(true) })).toBe('half');
    expect(say('times', ['#40', '#100'], { bare: boolean(true) })).toBe('40% of');
    expect(say('times', ['#1'], {})).toMatch(/^helper-arguments/);
    expect(say('times', ['#2', '#1'], { as: 'often' })).toBe(
      'helper-arguments: Unexpected text `often`, expected `"much"` or `"many"`',
    );
  });

  it('spells out only what starts the sentence', () => {
    expect(say('times', ['#38', '#2'], {}, START)).toBe('nineteen times as many');
    expect(say('times', ['#37', '#2'], {}, START)).toBe('more than 18 times as many');
    expect(say('times', ['#40', '#100'], {}, START)).toBe('forty per cent as many');
  });

  it('never says more or less than is true', () => {
    const number = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(number, fc.oneof(number, fc.integer({ min: 1, max: 50 })), (a, b) => {
        const [low, high] = readRatio(say('times', [`#${a}`, `#${b}`]));
        expect(a / b).toBeGreaterThanOrEqual(low);
        expect(a / b).toBeLessThanOrEqual(high);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pct', () => {
  it.each([
    ['0', '0%'],
    ['0.92', '92%'],
    ['0.920', '92%'],
    ['0.07', '7%'],
    ['1', '100%'],
    ['1.5', '150%'],
    ['12.345', '1,235%'],
    ['0.285', '29%'],
    ['0.005', '1%'],
    ['0.0049', 'less than 1%'],
    ['1e-7', 'less than 1%'],
    ['0.995', 'more than 99%'],
    ['0.994', '99%'],
    ['0.9999999999999999', 'more than 99%'],
    ['1.004', 'more than 100%'],
    ['1.006', '101%'],
    ['-0.125', '−13%'],
    ['-0.001', 'more than −1%'],
  ])('%s is %s', (share, expected) => {
    expect(say('pct', [`#${share}`])).toBe(expected);
  });

  it.each([
    ['0.1234', '12.3%'],
    ['0.9200', '92%'],
    ['0.12345', '12.3%'],
    ['0.0004', 'less than 0.1%'],
    ['0.9996', 'more than 99.9%'],
    ['0.33333333333333333333', '33.3%'],
  ])('%s with one decimal is %s', (share, expected) => {
    expect(say('pct', [`#${share}`], { digits: '#1' })).toBe(expected);
  });

  it('follows house style, and is in words at the start of a sentence', () => {
    expect(say('pct', ['#0.92'], {}, styled({ numbers: { percent: ' per cent' } }))).toBe('92 per cent');
    expect(say('pct', ['#0.92'], {}, START)).toBe('ninety-two per cent');
    expect(say('pct', ['#0.001'], {}, START)).toBe('less than 1%');
    expect(say('pct', ['#1.2'], {}, START)).toBe('120%');
  });

  it('is within half a step of the share, or says on which side of the end it lies', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n * 10n ** 18n }), fc.nat({ max: 4 }), (digits, places) => {
        const share = `${digits / 10n ** 18n}.${String(digits % 10n ** 18n).padStart(18, '0')}`;
        const said = say('pct', [`#${share}`], { digits: `#${places}` });
        const shown = /^(less than |more than )?([\d.]+)%$/.exec(said);
        const unit = 10n ** BigInt(16 - places);
        const [whole = '', fraction = ''] = (shown?.[2] ?? '').split('.');
        const stated = BigInt(whole + fraction.padEnd(16, '0'));
        if (shown?.[1] === undefined) expect(2n * abs(stated - digits)).toBeLessThanOrEqual(unit);
        else expect(shown[1] === 'less than ' ? stated - digits : digits - stated).toBeGreaterThan(0n);
        if (said === '0%') expect(digits).toBe(0n);
        if (said === '100%') expect(digits).toBe(10n ** 18n);
      }),
    );
  });
});

function abs(number: bigint): bigint {
  return number < 0n ? -number : number;
}

const WORDS = 'zero one two three four five six seven eight nine'.split(' ');
const PARTS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  'a third': 1 / 3,
  'two-thirds': 2 / 3,
  'a quarter': 1 / 4,
  'three-quarters': 3 / 4,
  'a fifth': 1 / 5,
  'a tenth': 1 / 10,
};

/** What a reader may conclude from a phrase: the least and the most the ratio can be. */
function readRatio(phrase: string): readonly [number, number] {
  const tiny = 1e-9;
  if (phrase === 'just as many') return [1, 1];
  if (phrase === 'about as many') return [1, 1.05 + tiny];
  if (phrase === 'almost as many') return [0.95 - tiny, 1];
  if (phrase === 'less than 1% as many') return [0, 0.005];
  const [, hedge, rest = ''] = /^(almost |more than )?(.*?) as many$/.exec(phrase) ?? [];
  const percent = /^(\d+)%$/.exec(rest);
  if (percent) return [(Number(percent[1]) - 0.5) / 100 - tiny, (Number(percent[1]) + 0.5) / 100 + tiny];
  const stated = PARTS[rest] ?? (rest === 'twice' ? 2 : readNumber(rest.replace(/ times$/, '')));
  if (hedge === 'almost ') return [stated * 0.95 - tiny, stated];
  if (hedge === 'more than ') return [stated, stated * 1.05 + tiny];
  return [stated - tiny, stated + tiny];
}

function readNumber(text: string): number {
  const word = WORDS.indexOf(text);
  return word === -1 ? Number(text.replaceAll(',', '')) : word;
}
