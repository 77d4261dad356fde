import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AR } from '../../src/figure/ar.js';
import { wholeDecimal } from '../../src/figure/decimal.js';
import { callHelper } from '../../src/figure/call-helper.js';
import type { HelperContext } from '../../src/figure/helper.js';
import { date, list, number, text } from '../../src/figure/literals.js';
import { inHouse, localePack } from '../../src/figure/locale-pack.js';
import type { Value } from '../../src/model/value.js';
import { styled } from './guide-context.js';
import { say } from './run.js';

const HOUSE = styled({ numbers: {} });
const CONTEXT: HelperContext = { ...HOUSE, locale: AR, spellNumbers: true };
const INDIC = styled({ numbers: { digits: 'arab' } });
const ARAB: HelperContext = { ...INDIC, locale: inHouse(AR, INDIC.style) };
const ATTACK = { two: text('هجومان'), few: text('هجمات') };

describe('Arabic', () => {
  it.each<[n: string, expected: string, indic: string]>([
    ['1', 'هجوم', 'هجوم'],
    ['2', 'هجومان', 'هجومان'],
    ['3', '3 هجمات', '٣ هجمات'],
    ['10', '10 هجمات', '١٠ هجمات'],
    ['11', '11 هجوماً', '١١ هجوماً'],
    ['99', '99 هجوماً', '٩٩ هجوماً'],
    ['100', '100 هجوم', '١٠٠ هجوم'],
    ['102', '102 هجوم', '١٠٢ هجوم'],
    ['103', '103 هجمات', '١٠٣ هجمات'],
    ['1011', '1,011 هجوماً', '١٬٠١١ هجوماً'],
    ['1.5', '1.5 هجوم', '١٫٥ هجوم'],
  ])('counts %s', (n, expected, indic) => {
    const args = [number(n), text('هجوم'), text('هجوماً')];
    expect(say('count', args, ATTACK, CONTEXT)).toBe(expected);
    expect(say('count', args, ATTACK, ARAB)).toBe(indic);
  });

  it('has the plural forms of CLDR', () => {
    const rules = new Intl.PluralRules('ar');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
        expect(AR.numbers.category(wholeDecimal(BigInt(n)))).toBe(rules.select(n));
      }),
    );
  });

  it.each<[name: string, args: Value[], expected: string]>([
    ['num', [number('1234567.5')], '1,234,567.5'],
    ['num', [number('-7')], '\u200e−7'],
    ['pct', [number('0.415')], '42%'],
    ['pct', [number('0.004')], 'أقل من 1%'],
    ['approx', [number('1234')], 'نحو 1,200'],
    ['range', [number('3'), number('7')], '3 إلى 7'],
    ['date', [date('2021-09-19')], '19 سبتمبر'],
    ['date', [date('2020-06-01')], '1 يونيو 2020'],
    ['month', [date('2020-10-01')], 'أكتوبر من العام الماضي'],
    ['span', [date('2021-08-28'), date('2021-09-02')], '28 أغسطس إلى 2 سبتمبر'],
    ['rel', [date('2021-09-19')], 'يوم الأحد'],
    ['since', [date('2021-08-30')], 'منذ 30 أغسطس'],
    ['list', [list(text('بغداد'), text('دمشق'), text('Kabul'))], 'بغداد ودمشق و Kabul'],
    ['list', [list(text('بغداد'))], 'بغداد'],
    ['either', [list(text('بغداد'), text('دمشق'))], 'إما بغداد أو دمشق'],
  ])('%s %j: %s', (name, args, expected) => {
    expect(say(name, args, {}, CONTEXT)).toBe(expected);
  });

  it.each<[days: string, expected: string]>([
    ['2021-09-22', 'قبل ذلك بيومين'],
    ['2021-09-19', 'قبل ذلك بـ5 أيام'],
    ['2021-09-12', 'قبل ذلك بـ12 يوماً'],
  ])('tells how far %s lies back', (day, expected) => {
    expect(say('rel', [date(day)], { from: date('2021-09-24') }, CONTEXT)).toBe(expected);
  });

  it('writes its digits in dates and percentages too, where house style says so', () => {
    expect(say('date', [date('2020-06-01')], {}, ARAB)).toBe('١ يونيو ٢٠٢٠');
    expect(say('pct', [number('0.415')], {}, ARAB)).toBe('٤٢٪');
    expect(say('num', [number('1234.5')], {}, ARAB)).toBe('١٬٢٣٤٫٥');
  });

  it('names months as its country does', () => {
    const context = { ...CONTEXT, locale: localePack('ar-LB') };
    expect(say('date', [date('2021-09-19')], {}, context)).toBe('19 أيلول');
    expect(localePack('ar-EG').lang).toBe('ar');
  });

  it.each<[name: string, args: Value[], rule: string]>([
    ['allbut', [number('11'), number('12'), text('هجوم'), text('هجوماً')], 'language-helper'],
    ['times', [number('38'), number('2')], 'language-helper'],
    ['words', [number('7')], 'language-helper'],
    ['approx', [number('1234'), text('هجوم'), text('هجوماً')], 'language-helper'],
    ['range', [number('3'), number('7'), text('هجوم'), text('هجوماً')], 'language-helper'],
    ['count', [number('7'), text('هجوم'), text('هجوماً')], 'helper-arguments'],
    ['count', [number('0'), text('هجوم'), text('هجوماً')], 'helper-arguments'],
  ])('says of `%s` that it has no words for it, and never English ones', (name, args, rule) => {
    expect(callHelper(name, args, {}, CONTEXT).problem).toMatchObject({ rule });
  });

  it('asks for the words of none', () => {
    const args = [number('0'), text('هجوم'), text('هجوماً')];
    expect(callHelper('count', args, ATTACK, CONTEXT).problem).toMatchObject({ rule: 'value-missing' });
    expect(say('count', args, { ...ATTACK, none: text('لا هجمات') }, CONTEXT)).toBe('لا هجمات');
  });

  it.each<[words: string, number: string | undefined]>([
    ['71 سفينة', '71/1'],
    ['نحو ١٬٢٠٠ سفينة', '1200/1'],
    ['أكثر من 42%', '42/100'],
    ['ما لا يقل عن ٣٫٥', '35/10'],
    ['سفينة', undefined],
    ['7 أو 8', undefined],
  ])('reads “%s”', (words, expected) => {
    const found = AR.reading.number(words);
    if (found.problem === undefined) {
      const { over, under } = found.stated.number as unknown as { over: bigint; under: bigint };
      const [a = 0, b = 1] = (expected ?? '0/1').split('/').map(Number);
      expect(Number(over) / Number(under)).toBeCloseTo(a / b, 9);
    } else expect(expected).toBeUndefined();
  });
});
