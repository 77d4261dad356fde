import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callHelper } from '../../src/figure/call-helper.js';
import { boolean, dataText, date, list, number, text } from '../../src/figure/literals.js';
import { inHouse, localePack } from '../../src/figure/locale-pack.js';
import { markYears } from '../../src/figure/mark-years.js';
import { printValue } from '../../src/figure/print-value.js';
import type { Table, Value } from '../../src/model/value.js';
import { CONTEXT, START, styled } from './guide-context.js';
import { words } from './run.js';

const TABLE: Table = {
  query: 'reach',
  columns: [
    { name: 'lang', type: 'VARCHAR', logical: 'text' },
    { name: 'shares', type: 'BIGINT', logical: 'number' },
  ],
  rows: [[dataText('Dari'), number('7')]],
  key: undefined,
  ordered: false,
};

function print(value: Value, context = CONTEXT): string {
  return words(printValue(value, context));
}

describe('a bare number', () => {
  it.each([
    ['0', 'zero'],
    ['1', 'one'],
    ['9', 'nine'],
    ['10', '10'],
    ['11', '11'],
    ['99', '99'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567', '1,234,567'],
    ['1000000000000000', '1,000,000,000,000,000'],
    ['9007199254740993', '9,007,199,254,740,993'],
    ['170141183460469231731687303715884105727', '170,141,183,460,469,231,731,687,303,715,884,105,727'],
    ['-1', '−1'],
    ['-1234.5', '−1,234.5'],
    ['0.5', '0.5'],
    ['2.5', '2.5'],
    ['7.0', 'seven'],
    ['12.340', '12.34'],
    ['1e-7', '0.0000001'],
    ['1e+21', '1,000,000,000,000,000,000,000'],
    ['-0', 'zero'],
    ['Infinity', 'value-infinite: Unexpected `Infinity`, expected a finite number'],
    ['NaN', 'value-infinite: Unexpected `NaN`, expected a finite number'],
  ])('%s prints %s', (digits, expected) => {
    expect(print(number(digits))).toBe(expected);
  });

  it('is in words up to 99 where it starts a sentence', () => {
    expect(print(number('11'), START)).toBe('eleven');
    expect(print(number('99'), START)).toBe('ninety-nine');
    expect(print(number('100'), START)).toBe('100');
    expect(print(number('2.5'), START)).toBe('2.5');
    expect(print(number('-3'), START)).toBe('−3');
    expect(print(number('11'), styled({ numbers: { sentenceStart: 'digits' } }, START))).toBe('11');
  });

  it('follows house style', () => {
    expect(print(number('10'), styled({ numbers: { wordsTo: 10 } }))).toBe('ten');
    expect(print(number('7'), styled({ numbers: { wordsTo: -1 } }))).toBe('7');
    expect(print(number('1234567'), styled({ numbers: { group: '\u202f' } }))).toBe('1\u202f234\u202f567');
    expect(print(number('1234'), styled({ numbers: { group: '' } }))).toBe('1234');
    expect(print(number('1234567'), styled({ numbers: { group: '$&' } }))).toBe('1$&234$&567');
  });

  it('never parts thousands by the sign that stands before decimals', () => {
    const point = styled({ numbers: { group: '.' } });
    expect([number('12345'), number('12.345'), number('1234567.5')].map((value) => print(value, point))).toEqual([
      '12.345',
      '12,345',
      '1.234.567,5',
    ]);
    const arab = styled({ numbers: { group: '.', digits: 'arab' } });
    expect(print(number('1234.5'), { ...arab, locale: inHouse(localePack('ar'), arab.style) })).toBe('١٬٢٣٤٫٥');
  });

  it('is written alike on the axes of charts', () => {
    const axis = (group: string) => localePack('en-GB').charts.axis?.(styled({ numbers: { group } }).style.numbers);
    expect(axis(',')).toBeUndefined();
    expect(axis('.')).toMatchObject({ thousands: '.', decimal: ',' });
    expect(axis(' ')).toMatchObject({ thousands: ' ', decimal: '.' });
  });

  it('is a year in a column of that name: never grouped, never spelled', () => {
    expect(print(markYears(number('2021'), 'year'), START)).toBe('2021');
    expect(print(markYears(number('12'), 'first_year'), START)).toBe('12');
    expect(print(markYears(number('2021'), 'Year'))).toBe('2021');
    expect(print(markYears(number('2021'), 'yearly'))).toBe('2,021');
    expect(print(markYears(number('2021'), 'years'))).toBe('2,021');
    expect(print(markYears(list(number('2019'), number('2020')), 'years'))).toBe('2019 and 2020');
    expect(words(callHelper('num', [markYears(number('2021'), 'year')], {}, CONTEXT))).toBe('2021');
  });

  it('keeps every digit of a decimal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), fc.nat({ max: 37 }), (digits, scale) => {
        const magnitude = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
        const exact = `${digits < 0n ? '-' : ''}${magnitude.slice(0, magnitude.length - scale)}.${magnitude.slice(magnitude.length - scale)}0`;
        const printed = print(number(exact), styled({ numbers: { wordsTo: -1 } }));
        const [whole = '', fraction = ''] = printed.replaceAll(',', '').replace('−', '-').split('.');
        expect(BigInt(whole + fraction.padEnd(scale, '0'))).toBe(digits);
        expect(printed).not.toMatch(/\.(?:.*0)?$/);
      }),
    );
  });

  it('keeps a double to its shortest digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const printed = print(number(String(double)), styled({ numbers: { wordsTo: -1, group: '' } }));
        expect(Number(printed.replace('−', '-'))).toBe(double === 0 ? 0 : double);
      }),
    );
  });
});

describe('other bare values', () => {
  it('prints a date, with its year when it is another than the publication day’s', () => {
    expect(print(date('2021-09-19'))).toBe('19 September');
    expect(print(date('2020-12-31'))).toBe('31 December 2020');
    expect(print(date('2021-09-19'), { ...CONTEXT, locale: localePack('en-US') })).toBe('September 19');
    expect(print(date('2020-09-19'), { ...CONTEXT, locale: localePack('en-US') })).toBe('September 19, 2020');
  });

  it.each(['infinity', '0044-03-15 (BC)', '2021-02-29', '2021-13-01', '2021-09-19 12:00:00'])(
    'refuses %s, which is no day',
    (day) => {
      expect(print(date(day))).toBe(`value-unprintable: Unexpected \`${day}\`, expected a day such as \`2021-09-19\``);
    },
  );

  it('prints text as it is and keeps its origin', () => {
    const value = dataText('#tag @name <b>{{x}}</b>');
    expect(printValue(value, START)).toEqual({ value });
    expect(printValue(text('typed'), START)).toEqual({ value: text('typed') });
  });

  it('joins a list', () => {
    expect(print(list(dataText('Arabic'), dataText('Dari'), dataText('Urdu')))).toBe('Arabic, Dari and Urdu');
  });

  it('gives what a machine reads beside the words', () => {
    expect(printValue(number('1234.50'), CONTEXT)).toMatchObject({ machine: { kind: 'number', value: '1234.50' } });
    expect(printValue(date('2021-09-19'), CONTEXT)).toMatchObject({ machine: { kind: 'date', value: '2021-09-19' } });
  });

  it.each<[string, Value, string, string]>([
    ['NULL', { kind: 'null' }, 'value-missing', 'Unexpected NULL, expected a value to print'],
    [
      'a struct',
      { kind: 'text', value: '{"a":1}', origin: 'data', isStructure: true },
      'value-unprintable',
      'Unexpected struct or map `{"a":1}`, expected a number, a date, a text or a list',
    ],
    ['true', boolean(true), 'value-unprintable', 'Unexpected `true`, expected a number, a date, a text or a list'],
    [
      'a row',
      { kind: 'row', table: TABLE, index: 0 },
      'value-unprintable',
      'Unexpected row of `reach`, expected a number, a date, a text or a list',
    ],
    [
      'a table',
      { kind: 'table', table: TABLE },
      'value-unprintable',
      'Unexpected table `reach`, expected a number, a date, a text or a list',
    ],
  ])('never prints %s', (_, value, rule, reason) => {
    const { problem } = printValue(value, CONTEXT);
    expect(problem).toMatchObject({ rule, reason, at: 'call' });
    expect(problem?.note).toBeDefined();
  });
});
