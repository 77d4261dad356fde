import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataText } from '../../src/figure/literals.js';
import { START, styled } from './guide-context.js';
import { run, say } from './run.js';

describe('approx', () => {
  it.each([
    ['0', 'zero'],
    ['1', 'one'],
    ['7', 'seven'],
    ['19', '19'],
    ['20', '20'],
    ['21', 'more than 20'],
    ['24', 'more than 20'],
    ['25', '25'],
    ['28', 'more than 25'],
    ['29', 'nearly 30'],
    ['38', 'nearly 40'],
    ['43', 'more than 40'],
    ['95', '95'],
    ['96', 'nearly 100'],
    ['99.6', 'nearly 100'],
    ['100', '100'],
    ['105', 'more than 100'],
    ['106', 'about 110'],
    ['120', '120'],
    ['115', 'about 120'],
    ['114', 'about 110'],
    ['189', 'about 190'],
    ['190', '190'],
    ['191', 'nearly 200'],
    ['950', '950'],
    ['951', 'nearly 1,000'],
    ['1234', 'about 1,200'],
    ['1249.99', 'about 1,200'],
    ['1250', 'about 1,300'],
    ['2950', 'nearly 3,000'],
    ['3000', '3,000'],
    ['3100.0', '3,100'],
    ['3150', 'more than 3,000'],
    ['3151', 'about 3,200'],
    ['999999', 'nearly 1 million'],
    ['1000000', '1 million'],
    ['1000000.5', 'more than 1 million'],
    ['1234567', 'about 1.2 million'],
    ['1500000', '1.5 million'],
    ['12345678', 'about 12 million'],
    ['123456789', 'about 120 million'],
    ['980000000', '980 million'],
    ['981000000', 'nearly 1 billion'],
    ['2950000000000', 'nearly 3 trillion'],
    ['9007199254740993', 'more than 9,000 trillion'],
    ['7.3', '7.3'],
    ['7.31', 'about 7.3'],
    ['19.96', 'about 20'],
    ['0.0234', 'about 0.023'],
    ['1e-7', '0.0000001'],
  ])('%s is %s', (digits, expected) => {
    expect(say('approx', [`#${digits}`])).toBe(expected);
  });

  it('carries its noun', () => {
    expect(say('approx', ['#0', 'flight'])).toBe('no flights');
    expect(say('approx', ['#1', 'flight'])).toBe('one flight');
    expect(say('approx', ['#1.001', 'flight'])).toBe('about one flight');
    expect(say('approx', ['#43', 'person'])).toBe('more than 40 people');
    expect(say('approx', ['#43', 'claim of duty', 'claims of duty'])).toBe('more than 40 claims of duty');
    expect(say('approx', ['#43', 'flights'])).toMatch(/^helper-arguments: Unexpected text `flights`/);
    expect(run('approx', ['#43', dataText('flight')]).value).toMatchObject({ origin: 'data' });
  });

  it('refuses what is below zero, and NULL', () => {
    expect(say('approx', ['#-43'])).toBe(
      'helper-arguments: Unexpected number `-43`, expected a number of zero or more',
    );
    expect(say('approx', [{ kind: 'null' }])).toMatch(/^value-missing/);
  });

  it('spells out only what starts the sentence, and keeps the true number for machines', () => {
    expect(say('approx', ['#25'], {}, START)).toBe('twenty-five');
    expect(say('approx', ['#43'], {}, START)).toBe('more than 40');
    expect(say('approx', ['#3000000', 'flight'], {}, START)).toBe('three million flights');
    expect(say('approx', ['#1200000'], {}, START)).toBe('1.2 million');
    expect(run('approx', ['#1234'])).toMatchObject({ machine: { kind: 'number', value: '1234' } });
  });

  it('reads back to a range with the number in it', () => {
    const thousandths = fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 1, max: 10 ** 14 }));
    fc.assert(
      fc.property(thousandths, (digits) => {
        const said = say('approx', [`#${digits}e-3`], {}, styled({ numbers: { wordsTo: -1, group: '' } }));
        const [, hedge = '', stated, scale = ''] =
          /^(about |nearly |more than )?([\d.]+)(| million| billion)$/.exec(said) ?? [];
        const off = digits / 1000 / (Number(stated) * (SCALES[scale] ?? NaN)) - 1;
        const [low, high] = HEDGES[hedge] ?? [NaN, NaN];
        expect(off).toBeGreaterThanOrEqual(low);
        expect(off).toBeLessThanOrEqual(high);
        if (hedge === 'nearly ' || hedge === 'more than ') expect(off).not.toBe(0);
      }),
      { numRuns: 3000 },
    );
  });
});

const SCALES: Readonly<Record<string, number>> = { '': 1, ' million': 1e6, ' billion': 1e9 };
/** The ranges of (true − stated) / stated that a hedge stands for. */
const TINY = 1e-9;
const HEDGES: Readonly<Record<string, readonly [number, number]>> = {
  '': [-TINY, TINY],
  'about ': [-0.05 - TINY, 0.05 + TINY],
  'nearly ': [-0.05 - TINY, 0],
  'more than ': [0, 0.25],
};
