import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean } from '../../src/figure/literals.js';
import { comparableWords } from '../../src/figure/comparable-words.js';
import { parseDecimal } from '../../src/figure/decimal.js';
import type { HelperContext } from '../../src/figure/helper.js';
import { localePack } from '../../src/figure/locale-pack.js';
import { isInRange, rangeOf } from '../../src/figure/number-range.js';
import { compareRationals, rational, rationalOf, type Rational } from '../../src/figure/rational.js';
import { runs } from '../parse/runs.js';
import { CONTEXT, START } from './guide-context.js';
import { run, say } from './run.js';

const EN = localePack('en-GB');

/** What a phrase says: its hedge, its number as a fraction, the words behind it. */
function reads(text: string): string {
  const reading = EN.reading.number(comparableWords(text, EN));
  if (reading.problem !== undefined) return `! ${reading.problem}`;
  const { over, under } = reading.stated.number;
  const number = over % under === 0n ? String(over / under) : lowest(over, under);
  return [reading.hedge === 'none' ? '' : reading.hedge, number, reading.rest].filter(Boolean).join(' ');
}

function lowest(over: bigint, under: bigint): string {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const divisor = gcd(over, under);
  return `${over / divisor}/${under / divisor}`;
}

function contains(text: string, number: Rational): boolean {
  const reading = EN.reading.number(comparableWords(text, EN));
  return reading.problem === undefined && isInRange(number, rangeOf(reading.stated, reading.hedge));
}

describe('a number phrase', () => {
  it.each([
    ['7', '7'],
    ['seven', '7'],
    ['Seven operations', '7 operations'],
    ['just 11 attacks', '11 attacks'],
    ['only one claim of responsibility', '1 claim of responsibility'],
    ['some 40 boats', '40 boats'],
    ['1,234 cities', '1234 cities'],
    ['1.2 million people', '1200000 people'],
    ['two million', '2000000'],
    ['40k', '40000'],
    ['3bn', '3000000000'],
    ['a hundred boats', '100 boats'],
    ['one hundred and one boats', '101 boats'],
    ['one hundred one', '101'],
    ['two thousand three hundred and seventeen', '2317'],
    ['twelve hundred', '1200'],
    ['thirty-one', '31'],
    ['thirty one', '31'],
    ['minus three', '-3'],
    ['−3 degrees', '-3 degrees'],
    ['-3', '-3'],
    ['two point five', '5/2'],
    ['1.2', '6/5'],
    ['a dozen', '12'],
    ['two dozen', '24'],
    ['half a dozen boats', '6 boats'],
    ['half', '1/2'],
    ['half as many', '1/2 as many'],
    ['two-thirds', '2/3'],
    ['a third of the attacks', '1/3 of the attacks'],
    ['a third attack', '3 attack'],
    ['three quarters', '3/4'],
    ['a quarter', '1/4'],
    ['one and a half', '3/2'],
    ['two and a half times as many', '5/2 times as many'],
    ['92%', '23/25'],
    ['92 per cent', '23/25'],
    ['ninety-two percent', '23/25'],
    ['one in five', '1/5'],
    ['two out of three attacks', '2/3 attacks'],
    ['one in every ten', '1/10'],
    ['twice as many', '2 as many'],
    ['just as many', '1'],
    ['no operations', '0 operations'],
    ['none', '0'],
    ['an operation', '1 operation'],
    ['a single operation', '1 operation'],
    ['not a single operation', '0 operation'],
    ['both attacks', '2 attacks'],
    ['neither attack', '0 attack'],
    ['21st', '21'],
    ['second', '2'],
    ['twenty-first', '21'],
    ['about 1,200', 'about 1200'],
    ['nearly 3,000 flights', 'almost 3000 flights'],
    ['almost half', 'almost 1/2'],
    ['just over a third', 'just-over 1/3'],
    ['more than six', 'more-than 6'],
    ['over 40', 'more-than 40'],
    ['at least 44 casualties', 'at-least 44 casualties'],
    ['no fewer than six', 'at-least 6'],
    ['six or more boats', 'at-least 6 boats'],
    ['up to ten', 'at-most 10'],
    ['fewer than ten', 'fewer-than 10'],
    ['under 10', 'fewer-than 10'],
    ['only about seven', 'about 7'],
    ['all', '1'],
    ['almost all', 'almost 1'],
    ['several attacks', '! none'],
    ['a few attacks', '! none'],
    ['a number of attacks', '! none'],
    ['2 lakh people', '! none'],
    ['2 crore', '! none'],
    ['7 mn', '! none'],
    ['2 K', '! none'],
    ['six thousands of boats', '! none'],
    ['six dozens', '! none'],
    ['6 pct', '! none'],
    ['6 p.c.', '! none'],
    ['seven per thousand', '! none'],
    ['2rd', '! none'],
    ['22nd', '22'],
    ['dozens of attacks', '! none'],
    ['a year and a half', '! before'],
    ['seven of the 12 attacks', '! many'],
    ['two to three', '! many'],
    ['3–7', '! many'],
    ['on seven days', '! before'],
    ['seven attacks in 2020', '! many'],
    ['1,23', '! none'],
    ['', '! none'],
  ])('%j reads as %s', (text, expected) => {
    expect(reads(text)).toBe(expected);
  });
});

describe('the range of a number', () => {
  it.each<[phrase: string, inside: string[], outside: string[]]>([
    ['40', ['40', '40.0'], ['39', '41', '40.4']],
    ['about 40', ['38', '40', '42'], ['37.99', '42.01']],
    ['almost 40', ['38', '39.9'], ['37.9', '40']],
    ['nearly 40', ['38', '39'], ['40', '41']],
    ['more than 40', ['40.1', '50'], ['40', '51']],
    ['over 40', ['41'], ['40']],
    ['just over 40', ['42'], ['40', '43']],
    ['at least 40', ['40', '4000'], ['39']],
    ['at most 40', ['40', '0'], ['41']],
    ['fewer than 40', ['30', '39'], ['29', '40']],
    ['under 40', ['39'], ['40']],
    ['92%', ['0.915', '0.9249'], ['0.925', '0.914']],
    ['92.5%', ['0.9251'], ['0.926']],
    ['1.2 million', ['1150000', '1249999'], ['1250000', '1149999']],
    // What rounds to all or to none is neither
    ['100%', ['1'], ['0.997', '0.9999', '1.004']],
    ['100 per cent', ['1'], ['0.997']],
    ['0%', ['0'], ['0.004']],
    ['about 100%', ['0.997', '1.004'], ['0.94']],
    ['less than 1%', ['0.0001', '0.0099'], ['0', '0.01']],
    ['about −40', ['-42', '-38'], ['-43', '40']],
    ['more than −40', ['-39', '-30'], ['-40', '-41']],
  ])('%s holds for %j and not for %j', (phrase, inside, outside) => {
    const holds = (digits: string): boolean => contains(phrase, rationalOf(parseDecimal(digits)));
    expect(inside.filter((digits) => !holds(digits))).toEqual([]);
    expect(outside.filter(holds)).toEqual([]);
  });
});

describe('what our helpers print reads back to a range with its number in it', () => {
  const context = fc.constantFrom<HelperContext>(CONTEXT, START);
  const whole = fc.oneof(fc.nat(30), fc.nat(2000), fc.nat({ max: 2_000_000_000 })).map(String);
  const decimal = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`);
  const share = fc.integer({ min: 0, max: 10_000 }).map((parts) => String(parts / 10_000));

  it.each<[name: string, digits: fc.Arbitrary<string>, args?: string[]]>([
    [
      'num',
      fc.oneof(
        whole,
        decimal,
        decimal.map((digits) => `-${digits}`),
      ),
    ],
    ['words', fc.oneof(whole, decimal)],
    ['count', fc.oneof(whole, decimal), ['operation']],
    ['approx', fc.oneof(whole, decimal)],
    ['approx', fc.oneof(whole, decimal), ['flight']],
    ['pct', fc.oneof(share, decimal)],
    ['fraction', share],
    ['cap', whole],
    ['ordinal', whole.filter((digits) => digits !== '0')],
  ])('%s', (name, digits, args = []) => {
    fc.assert(
      fc.property(digits, context, (exact, where) => {
        const said = say(name, [`#${exact}`, ...args], {}, where);
        expect(contains(said, rationalOf(parseDecimal(exact))), `${name} ${exact}: ${said} reads ${reads(said)}`).toBe(
          true,
        );
      }),
      runs(300),
    );
  });

  /** What words say of a number and a base: the words, and the number that they must hold. */
  const relations: readonly (readonly [
    name: string,
    say: (a: number, b: number, context: HelperContext) => string,
    holds: (a: number, b: number) => Rational,
  ])[] = [
    ['change', (a, b, where) => say('change', [`#${a}`, `#${b}`], {}, where), (a, b) => rational(Math.abs(a - b), b)],
    [
      'change digits=1',
      (a, b, where) => say('change', [`#${a}`, `#${b}`], { digits: '#1' }, where),
      (a, b) => rational(Math.abs(a - b), b),
    ],
    [
      'points',
      (a, b, where) => say('points', [`#${a / 10_000}`, `#${b / 10_000}`, 'up', 'down', 'level'], {}, where),
      (a, b) => rational(Math.abs(a - b), 10_000),
    ],
    [
      'points without words',
      (a, b, where) => say('points', [`#${(a + b) / 10_000}`, `#${b / 10_000}`], {}, where),
      (a) => rational(a, 10_000),
    ],
    ['times', (a, b, where) => say('times', [`#${a}`, `#${b}`], {}, where), (a, b) => rational(a, b)],
    [
      'times bare',
      (a, b, where) => say('times', [`#${a}`, `#${b}`], { bare: boolean(true) }, where),
      (a, b) => rational(a, b),
    ],
    ['duration', (a, _, where) => say('duration', [`#${a}`], {}, where), (a) => rational(a)],
    ['a', (a, _, where) => say('a', [`#${a}`, 'day'], {}, where).replace(/^an? /, ''), (a) => rational(a)],
  ];

  it.each(relations)('%s', (_, words, holds) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), context, (a, b, where) => {
        const said = words(a, b, where);
        // A direction stands before its amount; no change is a number without one
        const amount = said.replace(/^(?:up|down) /, '');
        if (/^(?:unchanged|level|the same as)$/.test(amount)) expect(a).toBe(b);
        // Of a share it would be all, and exact; a rise is rounded
        else if (said === 'up 100%') expect(Math.abs(a - 2 * b) * 200).toBeLessThanOrEqual(b);
        else if (/^just (?:above|below)$/.test(amount)) expect(Math.abs(a - b) * 20).toBeLessThanOrEqual(b);
        else expect(inUnits(amount, holds(a, b)), `${a} ${b}: ${said} reads ${reads(amount)}`).toBe(true);
      }),
      runs(300),
    );
  });

  /** Days that are said in weeks or years, and a measure before a noun, hold the number of their unit. */
  function inUnits(said: string, number: Rational): boolean {
    const [, unit] = /(?:^| )(week|year)s?$/.exec(said) ?? [];
    // Whole points are rounded as a percentage is
    const words = said.replace(/-day$/, ' day').replace(/ percentage points?$/, ' per cent');
    if (unit === 'week') return contains(words, { ...number, under: number.under * 7n });
    if (unit === undefined) return contains(words, number);
    // A year has 365 or 366 days
    return [365n, 366n].some((days) => contains(`about ${words}`, { ...number, under: number.under * days }));
  }

  it.each([
    ['allbut', 12],
    ['allbut', 2],
    ['allbut', 1],
    ['allbut', 1234],
  ])('%s of %i', (name, total) => {
    fc.assert(
      fc.property(fc.nat(total), context, (yes, where) => {
        const said = say(name, [`#${yes}`, `#${total}`, 'attack'], {}, where);
        // `all but one of the 12` says the exceptions; `of the 12` says the whole
        const [, exceptions] = /^all but (.+) of the /.exec(said) ?? [];
        const [, some] = /^(.+?) of the /.exec(said) ?? [];
        if (exceptions !== undefined) expect(contains(exceptions, rational(total - yes)), said).toBe(true);
        else if (/^the only /.test(said)) expect([yes, total]).toEqual([1, 1]);
        else if (/^all /.test(said)) expect(contains(said.replace(/^all /, ''), rational(yes)), said).toBe(true);
        else expect(contains(some ?? said, rational(yes)), `${said} of ${yes}`).toBe(true);
        if (/ of the /.test(said)) expect(contains(said.replace(/^.* of the /, ''), rational(total)), said).toBe(true);
      }),
      runs(100),
    );
  });

  it('range', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), context, (a, b, where) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const said = say('range', [`#${low}`, `#${high}`, 'attack'], {}, where).replace(/ attacks?$/, '');
        const [from = '', to = from] = said.split(/–| to /);
        if (low === 0 && high === 0) expect(said).toBe('no');
        expect([contains(from, rational(low)), contains(to, rational(high))], said).toEqual([true, true]);
      }),
      runs(200),
    );
  });

  it('times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const said = say('times', [`#${a}`, `#${b}`]);
        expect(contains(said, rational(a, b)), `times ${a} ${b}: ${said} reads ${reads(said)}`).toBe(true);
      }),
      runs(300),
    );
  });

  it('and never to one that leaves out its neighbour of the same words', () => {
    fc.assert(
      fc.property(fc.nat(3000), (n) => {
        expect(contains(say('words', [`#${n}`]), rational(n + 1))).toBe(false);
        expect(compareRationals(rational(n), rational(n + 1))).toBe(-1);
        expect(run('words', [`#${n}`]).problem).toBeUndefined();
      }),
      runs(100),
    );
  });
});

describe('words are compared', () => {
  it.each([
    ['All but one', 'all-but-one'],
    ['“the most” in ’21', "the most in '21"],
    ['Arabic, Dari, and Urdu', 'Arabic, Dari and Urdu'],
    ['#Nangarhar', 'Nangarhar'],
    ['28 August – 2 September', '28 August–2 September'],
    ['its most\non  record.', 'its most on record'],
    ['CAFÉ', 'cafe\u0301'],
  ])('%j with %j: the same', (a, b) => {
    expect(comparableWords(a, EN)).toBe(comparableWords(b, EN));
  });

  it.each([
    ['−3', '3'],
    ['3–7', '37'],
    ['1.2', '12'],
    ['its', "it's"],
    ['Kabul and Kunar', 'Kabul or Kunar'],
    ['Kabul, Kunar', 'Kabul Kunar'],
  ])('%j with %j: not the same', (a, b) => {
    expect(comparableWords(a, EN)).not.toBe(comparableWords(b, EN));
  });
});
