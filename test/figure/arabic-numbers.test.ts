import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AR } from '../../src/figure/ar.js';
import { wholeDecimal } from '../../src/figure/decimal.js';
import type { Agreement } from '../../src/figure/locale.js';

const words = (number: number, agreement: Agreement): string | undefined =>
  AR.numbers.words(wholeDecimal(BigInt(number)), agreement);

/** Of the masculine and of the feminine, alone and in the nominative, as one counts. */
const BY_GENDER: readonly (readonly [rule: string, forms: readonly (readonly [n: number, m: string, f: string])[]])[] =
  [
    ['zero is a noun', [[0, 'صفر', 'صفر']]],
    [
      'one and two agree with the noun',
      [
        [1, 'واحد', 'واحدة'],
        [2, 'اثنان', 'اثنتان'],
      ],
    ],
    [
      'from 3 to 10 the masculine takes the ending of the feminine, and the feminine none; 8 loses its last letter alone',
      [
        [3, 'ثلاثة', 'ثلاث'],
        [4, 'أربعة', 'أربع'],
        [5, 'خمسة', 'خمس'],
        [6, 'ستة', 'ست'],
        [7, 'سبعة', 'سبع'],
        [8, 'ثمانية', 'ثمانٍ'],
        [9, 'تسعة', 'تسع'],
        [10, 'عشرة', 'عشر'],
      ],
    ],
    [
      'in 11 and 12 both parts agree with the noun',
      [
        [11, 'أحد عشر', 'إحدى عشرة'],
        [12, 'اثنا عشر', 'اثنتا عشرة'],
      ],
    ],
    [
      'from 13 to 19 the ten agrees and the unit is as it is from 3 to 9',
      [
        [13, 'ثلاثة عشر', 'ثلاث عشرة'],
        [14, 'أربعة عشر', 'أربع عشرة'],
        [15, 'خمسة عشر', 'خمس عشرة'],
        [16, 'ستة عشر', 'ست عشرة'],
        [17, 'سبعة عشر', 'سبع عشرة'],
        [18, 'ثمانية عشر', 'ثماني عشرة'],
        [19, 'تسعة عشر', 'تسع عشرة'],
      ],
    ],
    [
      'tens have one form for both; a unit stands before them with “and” and keeps its own rule',
      [
        [20, 'عشرون', 'عشرون'],
        [21, 'واحد وعشرون', 'إحدى وعشرون'],
        [22, 'اثنان وعشرون', 'اثنتان وعشرون'],
        [28, 'ثمانية وعشرون', 'ثمانٍ وعشرون'],
        [99, 'تسعة وتسعون', 'تسع وتسعون'],
      ],
    ],
    [
      'hundreds have one form for both, and what is below them follows with “and”',
      [
        [100, 'مئة', 'مئة'],
        [101, 'مئة وواحد', 'مئة وواحدة'],
        [103, 'مئة وثلاثة', 'مئة وثلاث'],
        [111, 'مئة وأحد عشر', 'مئة وإحدى عشرة'],
        [200, 'مئتان', 'مئتان'],
        [300, 'ثلاثمئة', 'ثلاثمئة'],
      ],
    ],
    [
      'thousands and millions are masculine nouns, counted like any other: 1 and 2 alone, 3 to 10 in the plural, 11 to 99 in the accusative, from 100 on as in 1',
      [
        [1000, 'ألف', 'ألف'],
        [1001, 'ألف وواحد', 'ألف وواحدة'],
        [2000, 'ألفان', 'ألفان'],
        [3000, 'ثلاثة آلاف', 'ثلاثة آلاف'],
        [10_000, 'عشرة آلاف', 'عشرة آلاف'],
        [11_000, 'أحد عشر ألفاً', 'أحد عشر ألفاً'],
        [100_000, 'مئة ألف', 'مئة ألف'],
        [101_000, 'مئة ألف وألف', 'مئة ألف وألف'],
        [103_000, 'مئة وثلاثة آلاف', 'مئة وثلاثة آلاف'],
        [200_000, 'مئتا ألف', 'مئتا ألف'],
        [1_000_000, 'مليون', 'مليون'],
        [2_000_000, 'مليونان', 'مليونان'],
        [5_000_000, 'خمسة ملايين', 'خمسة ملايين'],
        [1_002_003, 'مليون وألفان وثلاثة', 'مليون وألفان وثلاث'],
      ],
    ],
  ];

/** In the three cases; what is not here shows none. */
const BY_CASE: readonly (readonly [n: number, gender: 'm' | 'f', nom: string, acc: string, gen: string])[] = [
  // A singular without an article shows the accusative
  [0, 'm', 'صفر', 'صفراً', 'صفر'],
  [1, 'm', 'واحد', 'واحداً', 'واحد'],
  [1000, 'f', 'ألف', 'ألفاً', 'ألف'],
  // … unless it ends in ة
  [1, 'f', 'واحدة', 'واحدة', 'واحدة'],
  [7, 'm', 'سبعة', 'سبعة', 'سبعة'],
  [7, 'f', 'سبع', 'سبعاً', 'سبع'],
  [8, 'f', 'ثمانٍ', 'ثمانياً', 'ثمانٍ'],
  // Duals and tens have a form for the nominative and one for the others
  [2, 'm', 'اثنان', 'اثنين', 'اثنين'],
  [12, 'm', 'اثنا عشر', 'اثني عشر', 'اثني عشر'],
  [12, 'f', 'اثنتا عشرة', 'اثنتي عشرة', 'اثنتي عشرة'],
  [20, 'm', 'عشرون', 'عشرين', 'عشرين'],
  [21, 'm', 'واحد وعشرون', 'واحداً وعشرين', 'واحد وعشرين'],
  [23, 'f', 'ثلاث وعشرون', 'ثلاثاً وعشرين', 'ثلاث وعشرين'],
  [200, 'f', 'مئتان', 'مئتين', 'مئتين'],
  [2000, 'm', 'ألفان', 'ألفين', 'ألفين'],
  // 11 and 13 to 19 never change
  [11, 'm', 'أحد عشر', 'أحد عشر', 'أحد عشر'],
  [18, 'f', 'ثماني عشرة', 'ثماني عشرة', 'ثماني عشرة'],
];

/** Before the noun that is counted, in the genitive: what stands last loses the ending it has alone. */
const COUNTING: readonly (readonly [n: number, gender: 'm' | 'f', words: string | undefined])[] = [
  [3, 'f', 'ثلاث'],
  [8, 'f', 'ثماني'],
  [8, 'm', 'ثمانية'],
  [20, 'f', 'عشرين'],
  [103, 'f', 'مئة وثلاث'],
  [200, 'm', 'مئتي'],
  [2000, 'm', 'ألفي'],
  [2100, 'm', 'ألفين ومئة'],
  [11_000, 'm', 'أحد عشر ألف'],
  // Said by the noun, which has two places from 101 on
  [1, 'm', undefined],
  [2, 'm', undefined],
  [101, 'm', undefined],
  [1002, 'm', undefined],
];

describe('Arabic number words', () => {
  for (const [rule, forms] of BY_GENDER) {
    it.each(forms)(`${rule}: %d`, (number, masculine, feminine) => {
      expect(words(number, { gender: 'm', case: 'nom' })).toBe(masculine);
      expect(words(number, { gender: 'f', case: 'nom' })).toBe(feminine);
    });
  }

  it.each(BY_CASE)('%d, %s, in its cases', (number, gender, nom, acc, gen) => {
    expect(words(number, { gender, case: 'nom' })).toBe(nom);
    expect(words(number, { gender, case: 'acc' })).toBe(acc);
    expect(words(number, { gender, case: 'gen' })).toBe(gen);
  });

  it.each(COUNTING)('%d, %s, before its noun', (number, gender, expected) => {
    expect(words(number, { gender, case: 'gen', isCounting: true })).toBe(expected);
  });

  it('say what is below zero in the genitive behind its sign, and nothing of decimals or of what has no name', () => {
    expect(words(-2, { gender: 'm', case: 'nom' })).toBe('سالب اثنين');
    expect(AR.numbers.words({ digits: 25n, scale: 1 }, { gender: 'm', case: 'nom' })).toBeUndefined();
    expect(words(1e15, { gender: 'm', case: 'nom' })).toBeUndefined();
    expect(AR.numbers.words(wholeDecimal(7n))).toBeUndefined();
  });

  it('are another for each number, with no word left empty', () => {
    const small = fc.integer({ min: 0, max: 2_000_000_000 });
    fc.assert(
      fc.property(
        small,
        small,
        fc.constantFrom('m', 'f'),
        fc.constantFrom('nom', 'acc', 'gen'),
        (a, b, gender, kase) => {
          const [left, right] = [a, b].map((one) => words(one, { gender, case: kase }));
          expect(left).toMatch(/^[\u0620-\u064b\u064d]+(?: [\u0620-\u064b\u064d]+)*$/);
          expect(left === right).toBe(a === b);
        },
      ),
    );
  });
});

describe('Arabic ordinals', () => {
  it.each<[place: number, m: string | undefined, f: string | undefined]>([
    // The first has a feminine of its own
    [1, 'الأول', 'الأولى'],
    [2, 'الثاني', 'الثانية'],
    [8, 'الثامن', 'الثامنة'],
    [10, 'العاشر', 'العاشرة'],
    // From 11 to 19 both parts agree and neither has cases
    [11, 'الحادي عشر', 'الحادية عشرة'],
    [12, 'الثاني عشر', 'الثانية عشرة'],
    [19, 'التاسع عشر', 'التاسعة عشرة'],
    // From 20 on they have cases, and digits do not
    [20, undefined, undefined],
  ])('%d', (place, masculine, feminine) => {
    const number = wholeDecimal(BigInt(place));
    expect(AR.numbers.ordinalWords(number, 'm')).toBe(masculine);
    expect(AR.numbers.ordinalWords(number, 'f')).toBe(feminine);
  });
});
