import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EN_US } from '../../src/figure/en-us.js';
import { dataText } from '../../src/figure/literals.js';
import { CONTEXT, START, styled } from './guide-context.js';
import { run, say } from './run.js';

describe('ordinal', () => {
  it.each([
    ['1', 'first'],
    ['2', 'second'],
    ['3', 'third'],
    ['5', 'fifth'],
    ['8', 'eighth'],
    ['9', 'ninth'],
    ['10', '10th'],
    ['11', '11th'],
    ['12', '12th'],
    ['13', '13th'],
    ['21', '21st'],
    ['22', '22nd'],
    ['23', '23rd'],
    ['111', '111th'],
    ['101', '101st'],
    ['1002', '1,002nd'],
    ['3.0', 'third'],
    ['9007199254740993', '9,007,199,254,740,993rd'],
  ])('%s is %s', (digits, expected) => {
    expect(say('ordinal', [`#${digits}`])).toBe(expected);
  });

  it.each([
    ['0', 'number `0`'],
    ['-1', 'number `-1`'],
    ['1.5', 'number `1.5`'],
  ])('%s is no place', (digits, found) => {
    expect(say('ordinal', [`#${digits}`])).toBe(
      `helper-arguments: Unexpected ${found}, expected a whole number from 1 on`,
    );
  });

  it('is in words at the start of a sentence, and as far as house style says', () => {
    expect(say('ordinal', ['#21'], {}, START)).toBe('twenty-first');
    expect(say('ordinal', ['#12'], {}, START)).toBe('twelfth');
    expect(say('ordinal', ['#90'], {}, START)).toBe('ninetieth');
    expect(say('ordinal', ['#100'], {}, START)).toBe('100th');
    expect(say('ordinal', ['#2'], {}, styled({ numbers: { wordsTo: 0 } }))).toBe('2nd');
    const long = styled({ numbers: { wordsTo: 1000 } });
    expect(say('ordinal', ['#101'], {}, long)).toBe('one hundred and first');
    expect(say('ordinal', ['#101'], {}, { ...long, locale: EN_US })).toBe('one hundred first');
  });

  it('reads back to its place, with the letters that its last digits ask for', () => {
    const rules = new Intl.PluralRules('en', { type: 'ordinal' });
    const letters: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (place) => {
        const said = say('ordinal', [`#${place}`], {}, styled({ numbers: { wordsTo: 0, group: '' } }));
        expect(said).toBe(`${place}${letters[rules.select(place)] ?? ''}`);
      }),
    );
  });

  it('keeps the number for machines', () => {
    expect(run('ordinal', ['#21'])).toMatchObject({ machine: { kind: 'number', value: '21' } });
  });
});

describe('a', () => {
  it.each([
    ['1', 'a one-day'],
    ['7', 'a seven-day'],
    ['8', 'an eight-day'],
    ['10', 'a 10-day'],
    ['11', 'an 11-day'],
    ['12', 'a 12-day'],
    ['18', 'an 18-day'],
    ['19', 'a 19-day'],
    ['80', 'an 80-day'],
    ['81', 'an 81-day'],
    ['100', 'a 100-day'],
    ['118', 'a 118-day'],
    ['800', 'an 800-day'],
    ['1100', 'a 1,100-day'],
    ['8000', 'an 8,000-day'],
    ['11000', 'an 11,000-day'],
    ['110000', 'a 110,000-day'],
    ['18000000', 'an 18,000,000-day'],
    ['8.5', 'an 8.5-day'],
    ['0.8', 'a 0.8-day'],
    ['1.8', 'a 1.8-day'],
  ])('%s is %s', (digits, expected) => {
    expect(say('a', [`#${digits}`, 'day'])).toBe(expected);
  });

  it('joins a unit of several words', () => {
    expect(say('a', ['#11', 'square mile'])).toBe('an 11-square-mile');
    expect(say('a', ['#8', 'metre-per-second'])).toBe('an eight-metre-per-second');
  });

  it('has its article first, so that the number stays digits at the start of a sentence', () => {
    expect(say('a', ['#11', 'day'], {}, START)).toBe('an 11-day');
    expect(say('a', ['#8', 'day'], {}, styled({ numbers: { wordsTo: -1 } }))).toBe('an 8-day');
  });

  it.each([
    ['0', 'day', 'Unexpected number `0`, expected a number above zero'],
    ['-3', 'day', 'Unexpected number `-3`, expected a number above zero'],
    ['3', 'days', 'Unexpected text `days`, expected a unit in the singular'],
    ['3', '%', 'Unexpected text `%`, expected a unit such as `day`'],
  ])('refuses %s %s', (digits, unit, reason) => {
    expect(say('a', [`#${digits}`, unit])).toBe(`helper-arguments: ${reason}`);
  });

  it('takes the article of the number as it is read out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (amount) => {
        const read = CONTEXT.locale.numbers.words({ digits: BigInt(amount), scale: 0 }) ?? '';
        const article = read.startsWith('eight') || read.startsWith('eleven') ? 'an' : 'a';
        expect(say('a', [`#${amount}`, 'day']).split(' ')[0]).toBe(article);
      }),
    );
  });

  it('is data where the unit is', () => {
    expect(run('a', ['#3', dataText('day')]).value).toMatchObject({ origin: 'data' });
    expect(run('a', ['#3', 'day'])).toMatchObject({ machine: { kind: 'number', value: '3' } });
  });
});
