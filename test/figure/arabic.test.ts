import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AR } from '../../src/figure/ar.js';
import { wholeDecimal } from '../../src/figure/decimal.js';
import { callHelper } from '../../src/figure/call-helper.js';
import type { HelperContext } from '../../src/figure/helper.js';
import { boolean, date, list, number, text } from '../../src/figure/literals.js';
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

  // One and two by the noun alone, 3 to 10 with its plural, 11 to 99 with its accusative, from 100 on as one
  it.each<[n: string, nom: string, acc: string]>([
    ['1', 'هجوم', 'هجوماً'],
    ['2', 'هجومان', 'هجومان'],
    ['3', 'ثلاثة هجمات', 'ثلاثة هجمات'],
    ['9', 'تسعة هجمات', 'تسعة هجمات'],
    ['11', 'أحد عشر هجوماً', 'أحد عشر هجوماً'],
    ['20', 'عشرون هجوماً', 'عشرين هجوماً'],
    ['100', '100 هجوم', '100 هجوم'],
    ['101', '101 هجوم', '101 هجوم'],
  ])(
    'counts %s in words where it is told the gender, as house style and the start of a sentence have it',
    (n, nom, acc) => {
      const args = [number(n), text('هجوم'), text('هجوماً')];
      expect(say('count', args, { ...ATTACK, gender: text('m'), case: text('nom') }, CONTEXT)).toBe(nom);
      expect(say('count', args, { ...ATTACK, gender: text('m'), case: text('acc') }, CONTEXT)).toBe(acc);
    },
  );

  it('keeps the case of a noun that at least so many are of', () => {
    const args = [number('2'), text('هجوم'), text('هجوماً')];
    expect(say('count', args, { ...ATTACK, atleast: number('1') }, CONTEXT)).toBe('هجومان على الأقل');
  });

  it.each<[n: string, nom: string, other: string]>([
    ['1', 'نقطة مئوية واحدة', 'نقطة مئوية واحدة'],
    ['2', 'نقطتان مئويتان', 'نقطتين مئويتين'],
    ['3', '3 نقاط مئوية', '3 نقاط مئوية'],
    ['10', '10 نقاط مئوية', '10 نقاط مئوية'],
    ['11', '11 نقطة مئوية', '11 نقطة مئوية'],
    ['100', '100 نقطة مئوية', '100 نقطة مئوية'],
  ])('tells %s points apart', (n, nom, other) => {
    const args = [number(String(Number(n) / 100)), number('0')];
    expect(say('points', args, { case: text('nom') }, CONTEXT)).toBe(nom);
    expect(say('points', args, { case: text('gen') }, CONTEXT)).toBe(other);
  });

  it.each<[days: string, nom: string, acc: string]>([
    ['1', 'يوم واحد', 'يوماً واحداً'],
    ['2', 'يومان', 'يومين'],
    ['3', '3 أيام', '3 أيام'],
    ['7', 'أسبوع واحد', 'أسبوعاً واحداً'],
    ['14', 'أسبوعان', 'أسبوعين'],
    ['19', '19 يوماً', '19 يوماً'],
    ['77', '11 أسبوعاً', '11 أسبوعاً'],
    ['100', '100 يوم', '100 يوم'],
    ['365', 'سنة واحدة', 'سنة واحدة'],
    ['731', 'سنتان', 'سنتين'],
    ['1096', '3 سنوات', '3 سنوات'],
    ['4018', '11 سنة', '11 سنة'],
    ['2.5', '2.5 يوم', '2.5 يوم'],
  ])('lasts %s days', (days, nom, acc) => {
    expect(say('duration', [number(days)], { case: text('nom') }, CONTEXT)).toBe(nom);
    expect(say('duration', [number(days)], { case: text('acc') }, CONTEXT)).toBe(acc);
  });

  it.each<[share: string, nom: string, gen: string]>([
    ['0.5', 'نصف', 'نصف'],
    ['0.48', 'قرابة نصف', 'قرابة نصف'],
    ['0.3333333333333333', 'ثلث', 'ثلث'],
    ['0.34', 'أكثر بقليل من ثلث', 'أكثر بقليل من ثلث'],
    // A dual before its noun
    ['0.6666666666666666', 'ثلثا', 'ثلثي'],
    ['0.66', 'قرابة ثلثي', 'قرابة ثلثي'],
    ['0.25', 'ربع', 'ربع'],
    ['0.75', 'ثلاثة أرباع', 'ثلاثة أرباع'],
    ['0.2', 'خمس', 'خمس'],
    ['0.4', 'خمسا', 'خمسي'],
    ['0.6', 'ثلاثة أخماس', 'ثلاثة أخماس'],
    ['0.8', 'أربعة أخماس', 'أربعة أخماس'],
    ['0.1', 'عشر', 'عشر'],
    ['0.9', 'تسعة أعشار', 'تسعة أعشار'],
    ['0.45', '45% من', '45% من'],
    ['0.004', 'أقل من 1% من', 'أقل من 1% من'],
    ['0.97', 'قرابة كل', 'قرابة كل'],
    ['1', 'كل', 'كل'],
  ])('says a share of %s before its noun', (share, nom, gen) => {
    expect(say('fraction', [number(share)], { case: text('nom') }, CONTEXT)).toBe(nom);
    expect(say('fraction', [number(share)], { case: text('gen') }, CONTEXT)).toBe(gen);
  });

  it.each<[a: string, b: string, many: string, bare: string]>([
    ['14', '7', 'ضعف العدد', 'ضعف'],
    ['21', '7', '3 أضعاف العدد', '3 أضعاف'],
    ['38', '2', '19 ضعف العدد', '19 ضعف'],
    ['37', '2', 'أكثر من 18 ضعف العدد', 'أكثر من 18 ضعف'],
    ['189', '10', 'قرابة 19 ضعف العدد', 'قرابة 19 ضعف'],
    ['103', '1', '103 أضعاف العدد', '103 أضعاف'],
    ['24', '10', '240% من العدد', '240% من'],
    ['1', '2', 'نصف العدد', 'نصف'],
    ['2', '3', 'ثلثا العدد', 'ثلثا'],
    ['65', '100', 'قرابة ثلثي العدد', 'قرابة ثلثي'],
    ['40', '100', '40% من العدد', '40% من'],
    ['7', '7', 'العدد نفسه', 'مثل'],
    ['102', '100', 'نحو العدد نفسه', 'أعلى بقليل من'],
    ['98', '100', 'قرابة العدد نفسه', 'أقل بقليل من'],
  ])('compares %s with %s', (a, b, many, bare) => {
    const args = [number(a), number(b)];
    expect(say('times', args, { case: text('nom') }, CONTEXT)).toBe(many);
    expect(say('times', args, { case: text('nom'), bare: boolean(true) }, CONTEXT)).toBe(bare);
  });

  it.each<[a: string, b: string, expected: string]>([
    ['12', '10', 'بارتفاع قدره 20%'],
    ['8', '12', 'بانخفاض قدره الثلث'],
    ['4', '12', 'بانخفاض قدره الثلثان'],
    ['1001', '1000', 'بارتفاع قدره أقل من 1%'],
    ['12', '12', 'دون تغيير'],
  ])('tells the change from %s to %s in every sentence', (a, b, expected) => {
    expect(say('change', [number(a), number(b)], {}, CONTEXT)).toBe(expected);
  });

  it.each<[n: string, expected: string]>([
    ['1', 'من يوم'],
    ['2', 'من يومين'],
    ['7', 'من 7 أيام'],
    ['11', 'من 11 يوماً'],
  ])('measures %s behind what lasts so long', (n, expected) => {
    const forms = { two: text('يومين'), few: text('أيام') };
    expect(say('a', [number(n), text('يوم'), text('يوماً')], forms, CONTEXT)).toBe(expected);
  });

  it('measures in words where it is told the gender', () => {
    const forms = { two: text('يومين'), few: text('أيام'), gender: text('m') };
    expect(say('a', [number('7'), text('يوم'), text('يوماً')], forms, CONTEXT)).toBe('من سبعة أيام');
  });

  it.each<[yes: string, total: string, nom: string, acc: string]>([
    ['12', '12', 'كل السفن الـ12', 'كل السفن الـ12'],
    // What is excepted stands in the accusative, alone
    ['11', '12', 'كل السفن الـ12 إلا واحدة', 'كل السفن الـ12 إلا واحدة'],
    ['10', '12', 'كل السفن الـ12 إلا اثنتين', 'كل السفن الـ12 إلا اثنتين'],
    ['9', '12', 'كل السفن الـ12 إلا ثلاثاً', 'كل السفن الـ12 إلا ثلاثاً'],
    ['1', '12', 'إحدى السفن الـ12', 'إحدى السفن الـ12'],
    ['2', '12', 'اثنتان من السفن الـ12', 'اثنتين من السفن الـ12'],
    ['7', '12', 'سبع من السفن الـ12', 'سبعاً من السفن الـ12'],
    ['120', '1200', '120 من السفن الـ1,200', '120 من السفن الـ1,200'],
    ['2', '2', 'كلتا السفينتين', 'كلتا السفينتين'],
    ['1', '1', 'السفينة الوحيدة', 'السفينة الوحيدة'],
  ])('says %s of %s', (yes, total, nom, acc) => {
    const args = [number(yes), number(total), text('السفينة'), text('السفن')];
    const forms = { two: text('السفينتين'), gender: text('f') };
    expect(say('allbut', args, { ...forms, case: text('nom') }, CONTEXT)).toBe(nom);
    expect(say('allbut', args, { ...forms, case: text('acc') }, CONTEXT)).toBe(acc);
  });

  it.each<[yes: string, total: string, expected: string]>([
    ['12', '12', 'وقعت كل الهجمات الـ12'],
    ['10', '12', 'وقعت كل الهجمات الـ12 إلا اثنين'],
    ['9', '12', 'وقعت كل الهجمات الـ12 إلا ثلاثة'],
    ['7', '12', 'وقع سبعة من الهجمات الـ12'],
    ['1', '12', 'وقع أحد الهجمات الـ12'],
    ['2', '2', 'وقع كلا الهجومين'],
    ['1', '1', 'وقع الهجوم الوحيد'],
  ])('says %s of %s with a verb before them', (yes, total, expected) => {
    const args = [number(yes), number(total), text('الهجوم'), text('الهجمات')];
    const pairs = { two: text('الهجومين'), gender: text('m'), case: text('nom'), verb: text('وقع|وقعت') };
    expect(say('allbut', args, pairs, CONTEXT)).toBe(expected);
  });

  it('says places with their article, in words as far as house style has them', () => {
    expect(say('ordinal', [number('2')], { gender: text('f') }, CONTEXT)).toBe('الثانية');
    expect(say('ordinal', [number('21')], { gender: text('f') }, CONTEXT)).toBe('الـ21');
    expect(say('ordinal', [number('21')], { gender: text('f') }, ARAB)).toBe('الـ٢١');
  });

  it.each<[name: string, args: Value[], pairs: Record<string, Value>, reason: RegExp]>([
    ['words', [number('7')], {}, /`gender=`/],
    ['words', [number('7')], { gender: text('f') }, /`case=`/],
    ['words', [number('7')], { gender: text('n') }, /expected `m` or `f`/],
    ['words', [number('2.5')], { gender: text('f'), case: text('nom') }, /whole number/],
    ['ordinal', [number('7')], {}, /`gender=`/],
    ['times', [number('38'), number('2')], {}, /`case=`/],
    ['points', [number('0.4'), number('0.2')], {}, /`case=`/],
    ['duration', [number('3')], {}, /`case=`/],
    ['fraction', [number('0.5')], {}, /`case=`/],
    ['count', [number('7'), text('هجوم'), text('هجوماً')], { ...ATTACK, gender: text('m') }, /`case=`/],
    ['a', [number('7'), text('يوم'), text('يوماً')], { two: text('يومين') }, /`few=`/],
    ['allbut', [number('1'), number('2'), text('أ'), text('ب')], { gender: text('m'), case: text('nom') }, /`two=`/],
  ])('asks `%s` for what its words follow, whatever the number is', (name, args, pairs, reason) => {
    const { problem } = callHelper(name, args, pairs, CONTEXT);
    expect(problem?.rule).toBe('helper-arguments');
    expect(problem?.reason).toMatch(reason);
  });

  it('says where another language has no such thing', () => {
    const english = { ...CONTEXT, locale: localePack('en-GB') };
    for (const [name, args, pairs] of [
      ['words', [number('7')], { gender: text('f') }],
      ['a', [number('7'), text('day'), text('days')], {}],
      ['a', [number('7'), text('day')], { few: text('days') }],
      ['allbut', [number('7'), number('12'), text('attack')], { two: text('attacks') }],
    ] as const) {
      expect(callHelper(name, args, pairs, english).problem?.rule).toBe('helper-arguments');
    }
  });

  it.each<[name: string, args: Value[], rule: string]>([
    ['fraction', [number('0')], 'language-helper'],
    ['allbut', [number('0'), number('12'), text('السفينة'), text('السفن')], 'language-helper'],
    ['allbut', [number('0'), number('2'), text('السفينة'), text('السفن')], 'language-helper'],
    ['allbut', [number('0'), number('1'), text('السفينة'), text('السفن')], 'language-helper'],
  ])('says of `%s` that it has no words for none of something, which the verb says', (name, args, rule) => {
    const pairs = { case: text('nom'), ...(name === 'allbut' && { gender: text('f'), two: text('السفينتين') }) };
    expect(callHelper(name, args, pairs, CONTEXT).problem).toMatchObject({ rule });
  });

  it.each<[name: string, args: Value[], rule: string]>([
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
    ['ثلاث سفن', '3/1'],
    ['ثماني سفن', '8/1'],
    ['أحد عشر هجوما', '11/1'],
    ['نحو مائة وعشرين سفينة', '120/1'],
    ['خمس سفن على الأقل', '5/1'],
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
