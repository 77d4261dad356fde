import type { Phrases, Shown } from '../locale.js';
import { inDigits, type Digits } from './digits.js';

const NUMBERED: Readonly<Record<Shown, string>> = { chart: 'الشكل', table: 'الجدول', file: 'الصورة' };

/** Arabic phrases, as far as they hold whatever noun or verb stands around them; the helpers of all others are refused. */
export function arabicPhrases(digits: Digits): Phrases {
  const number = (value: number): string => inDigits(String(value), digits);
  return {
    none: undefined,
    counted: (counted, noun) => `${counted} ${noun}`,
    atLeast: (phrase) => `ما لا يقل عن ${phrase}`,
    lessThan: (amount) => `أقل من ${amount}`,
    moreThan: (amount) => `أكثر من ${amount}`,
    percentInWords: (amount) => `${amount} في المئة`,
    measured: unworded,
    points: unworded,
    led: (lead, amount) => `${lead} ${amount}`,
    change: unworded,
    unchanged: 'دون تغيير',
    part: unworded,
    about: (amount) => `نحو ${amount}`,
    nearly: (amount) => `قرابة ${amount}`,
    shares: { all: '', almostAll: '', none: '' },
    partOf: unworded,
    withVerb: (part, verb) => `${verb} ${part}`,
    isSingular: () => false,
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
    ratio: unworded,
  };
}

/** Never called: `spoken` keeps the helpers out that need it. */
function unworded(): never {
  throw new Error('Arabic has no words for this yet');
}
