import type { ChartWords } from '../locale.js';
import { ARABIC_INDIC, inDigits, type Digits } from './digits.js';
import { ARABIC_WEEKDAYS } from './durations.js';

const KINDS: ReadonlyMap<string | undefined, string> = new Map([
  ['bar', 'مخطط أعمدة'],
  ['line', 'مخطط خطي'],
  ['area', 'مخطط مساحي'],
  ['point', 'مخطط نقطي'],
  ['circle', 'مخطط نقطي'],
  ['square', 'مخطط نقطي'],
  ['arc', 'مخطط دائري'],
  ['rect', 'خريطة حرارية'],
]);
const AGGREGATES: ReadonlyMap<string, string> = new Map([
  ['sum', 'مجموع'],
  ['mean', 'متوسط'],
  ['average', 'متوسط'],
  ['median', 'وسيط'],
  ['min', 'أدنى'],
  ['max', 'أعلى'],
]);

/** Arabic words for charts that are told instead of seen, and for their axes. */
export function arabicCharts(months: readonly string[], digits: Digits): ChartWords {
  return {
    kind: (mark) => KINDS.get(mark),
    headed: (kind = 'رسم بياني', title) => (title === '' ? `${kind}.` : sentence(`${kind}: ${title}`)),
    aggregate: (operation, field) => {
      const name = AGGREGATES.get(operation);
      return name === undefined ? undefined : `${name} ${field}`;
    },
    shows: (what, by, range) =>
      sentence(`يعرض ${what}${by && ` بحسب ${by}`}${range === undefined ? '' : `، ${range}`}`),
    items: (number) => `القيم (${number})`,
    values: ({ highest, lowest, count, ends }) => {
      if (count === 1) return `القيمة ${highest.value}${told(highest.label)}.`;
      if (highest.value === lowest.value) return `القيمة ${highest.value} في كل مرة.`;
      const extremes = `الأعلى: ${highest.value}${told(highest.label)}؛ الأدنى: ${lowest.value}${told(lowest.label)}`;
      return ends ? `${extremes}؛ الأولى: ${ends[0]}؛ الأخيرة: ${ends[1]}.` : `${extremes}.`;
    },
    parts: (kind, count) => `${kind === 'layer' ? 'عدد الطبقات' : 'عدد الأجزاء'}: ${inDigits(String(count), digits)}.`,
    axis: ({ group }) => ({
      ...(digits === 'arab'
        ? { decimal: '٫', thousands: group === ',' || group === '.' ? '٬' : group }
        : { decimal: group === '.' ? ',' : '.', thousands: group }),
      minus: '−',
      percent: digits === 'arab' ? '٪' : '%',
      numerals: digits === 'arab' ? ARABIC_INDIC : WESTERN,
      months,
      shortMonths: months,
      days: ARABIC_WEEKDAYS,
      periods: ['ص', 'م'],
    }),
  };
}

const WESTERN = Array.from({ length: 10 }, (_, digit) => String(digit));

function told(label: string | undefined): string {
  return label === undefined || label === '' ? '' : ` (${label})`;
}

function sentence(words: string): string {
  return words.replace(/(?<![.!?؟…])$/u, '.');
}
