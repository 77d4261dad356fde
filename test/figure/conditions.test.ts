import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareValues } from '../../src/figure/compare-values.js';
import { boolean, dataText, date, list, number, text } from '../../src/figure/literals.js';
import { truthy } from '../../src/figure/truthy.js';
import type { Table, Value } from '../../src/model/value.js';
import { say } from './run.js';

const NULL: Value = { kind: 'null' };
const EMPTY: Table = { query: 'gap', columns: [], rows: [], key: undefined, ordered: false };
const MISSING = 'value-missing: Unexpected NULL, expected';

describe('compareValues', () => {
  it.each<[Value, Value, number]>([
    [number('5'), number('7'), -1],
    [number('7.0'), number('7'), 0],
    [number('0.1'), number('0.10000000000000001'), -1],
    [number('9007199254740993'), number('9007199254740992'), 1],
    [number('-2'), number('1e-7'), -1],
    [number('0'), number('-0'), 0],
    [date('2021-09-19'), date('2021-10-01'), -1],
    [date('10000-01-01'), date('9999-12-31'), 1],
    [date('2021-09-19'), text('2021-09-19'), 0],
    [text('2021-09-20'), date('2021-09-19'), 1],
    [dataText('Kabul'), text('Kabul'), 0],
    [dataText('e\u0301'), text('\u00e9'), 0],
    [dataText('a'), dataText('b'), -1],
    [boolean(true), boolean(true), 0],
  ])('%j and %j', (left, right, order) => {
    expect(compareValues(left, right)).toEqual({ order });
  });

  it.each<[Value, Value]>([
    [number('7'), dataText('7')],
    [date('2021-09-19'), dataText('2021-09-19')],
    [date('2021-09-19'), text('19 September')],
    [date('2021-09-19'), number('2021')],
    [boolean(true), number('1')],
    [list(), list()],
    [{ kind: 'table', table: EMPTY }, number('0')],
  ])('does not compare %j with %j', (left, right) => {
    expect(compareValues(left, right).problem).toMatchObject({ rule: 'helper-arguments', at: { arg: 1 } });
  });

  it('blames the side that has no value', () => {
    expect(compareValues(number('1'), NULL).problem).toMatchObject({ rule: 'value-missing', at: { arg: 1 } });
    expect(compareValues(number('NaN'), NULL).problem).toMatchObject({ rule: 'value-infinite', at: { arg: 0 } });
  });

  it('orders decimals as whole numbers of their last place', () => {
    const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(digits, digits, fc.nat({ max: 20 }), (a, b, scale) => {
        expect(compareValues(number(`${a}e-${scale}`), number(`${b}e-${scale}`)).order).toBe(
          a < b ? -1 : a > b ? 1 : 0,
        );
      }),
    );
  });
});

describe('conditions', () => {
  it('compare', () => {
    expect(say('gt', ['#7', '#7'])).toBe('false');
    expect(say('gte', ['#7', '#7'])).toBe('true');
    expect(say('lt', ['#7', '#7'])).toBe('false');
    expect(say('lte', ['#7', '#7'])).toBe('true');
    expect(say('eq', ['#7', '#7'])).toBe('true');
    expect(say('eq', [boolean(true), boolean(false)])).toBe('false');
    expect(say('gt', [boolean(true), boolean(false)])).toBe(
      'helper-arguments: Unexpected `true`, expected a number, a date or a text',
    );
    expect(say('gt', [NULL, '#5'])).toBe(`${MISSING} a value`);
  });

  it('leave NULL open only where it could change the answer', () => {
    expect(say('and', [boolean(false), NULL])).toBe('false');
    expect(say('and', [NULL, boolean(true)])).toBe(`${MISSING} \`true\` or \`false\``);
    expect(say('or', [NULL, boolean(true)])).toBe('true');
    expect(say('or', [boolean(false), NULL])).toBe(`${MISSING} \`true\` or \`false\``);
    expect(say('not', [NULL])).toBe(`${MISSING} a value`);
  });

  it('do not take NaN for true', () => {
    for (const name of ['not', 'and', 'or']) expect(say(name, ['#NaN'])).toMatch(/^value-infinite/);
  });
});

describe('truthy', () => {
  it.each<[boolean, Value]>([
    [false, NULL],
    [false, boolean(false)],
    [false, number('0')],
    [false, number('0.000')],
    [false, text('')],
    [false, list()],
    [false, { kind: 'table', table: EMPTY }],
    [true, boolean(true)],
    [true, number('-1')],
    [true, number('1e-7')],
    [true, text('false')],
    [true, list(NULL)],
    [true, date('2021-09-19')],
    [true, { kind: 'table', table: { ...EMPTY, rows: [[]] } }],
    [true, { kind: 'row', table: EMPTY, index: 0 }],
  ])('is %s for %j', (expected, value) => {
    expect(truthy(value)).toBe(expected);
  });
});
