import type { Phrases, Shown } from '../locale.js';
import { inDigits, type Digits } from './digits.js';
import { isSingularPart, partOfWords } from './part-of.js';
import { partWords, ratioWords } from './ratios.js';

const NUMBERED: Readonly<Record<Shown, string>> = { chart: 'الشكل', table: 'الجدول', file: 'الصورة' };

/** Arabic phrases; where a case is seen the helpers ask for it. */
export function arabicPhrases(digits: Digits): Phrases {
  const number = (value: number): string => inDigits(String(value), digits);
  return {
    none: undefined,
    counted: (counted, noun) => `${counted} ${noun}`,
    // Behind the phrase, so that its nouns stay in their case
    atLeast: (phrase) => `${phrase} على الأقل`,
    lessThan: (amount) => `أقل من ${amount}`,
    moreThan: (amount) => `أكثر من ${amount}`,
    percentInWords: (amount) => `${amount} في المئة`,
    measured: (_, printed, noun) => `من ${printed} ${noun}`,
    measuring: (counted) => `من ${counted}`,
    points: pointWords,
    led: (lead, amount) => `${lead} ${amount}`,
    change: (direction, amount) => `${direction === 'up' ? 'بارتفاع' : 'بانخفاض'} قدره ${amount}`,
    unchanged: 'دون تغيير',
    part: (part, hedge, kase = 'nom') => partWords(part, hedge, kase),
    partAlone: (part) => (part === 'third' ? 'الثلث' : 'الثلثان'),
    about: (amount) => `نحو ${amount}`,
    nearly: (amount) => `قرابة ${amount}`,
    shares: { all: 'كل', almostAll: 'قرابة كل', none: undefined, percent: (written) => `${written} من` },
    partOf: (part, noun, _, agreement) => agreement && partOfWords(part, noun, agreement),
    withVerb: (part, verb) => `${verb} ${part}`,
    isSingular: isSingularPart,
    others: (amount) => `${amount} غيرها`,
    thisOne: (kind) => ({ chart: 'هذا الرسم', table: 'هذا الجدول', file: 'هذه الصورة' })[kind],
    numbered: (kind, index) => `${NUMBERED[kind]} ${number(index)}`,
    table: {
      unknown: '–',
      unknownNote: 'تعني – أن القيمة غير معروفة.',
      rowsShown: (shown, all) => `الصفوف المعروضة: ${shown} من ${all}`,
      rows: (all) => `عدد الصفوف: ${all}`,
      total: 'المجموع',
      totalOfAll: (all) => `مجموع الصفوف كلها (${all})`,
      described: (title, heads) => `جدول${title === '' ? '' : ` «${title}»`}: ${heads}`,
      moreRows: (count) => `وصفوف أخرى عددها ${number(count)}`,
      source: (names) => `المصدر: ${names}`,
      illustrative: 'بيانات افتراضية',
    },
    thisPost: 'هذا المنشور',
    firstPost: 'المنشور الأول',
    post: (index) => `المنشور ${number(index)}`,
    ratio: (ratio, frame, kase = 'nom') => ratioWords(ratio, frame, kase),
  };
}

function pointWords(...[number, category, kase]: Parameters<Phrases['points']>): string {
  switch (category) {
    case 'one':
      return 'نقطة مئوية واحدة';
    case 'two':
      return kase === 'nom' ? 'نقطتان مئويتان' : 'نقطتين مئويتين';
    case 'few':
      return `${number} نقاط مئوية`;
    case 'zero':
    case 'many':
    case 'other':
      return `${number} نقطة مئوية`;
    default:
      return category satisfies never;
  }
}
