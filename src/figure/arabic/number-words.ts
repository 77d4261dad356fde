import type { Agreement, Case } from '../locale.js';

/** Larger numbers have no names that readers know. */
const LIMIT = 1_000_000_000_000_000n;

/** A name of a power of ten: a noun of the masculine, counted like any other. */
interface Scale {
  readonly size: bigint;
  readonly one: string;
  readonly few: string;
}

const SCALES: readonly Scale[] = [
  { size: 1_000_000_000_000n, one: 'تريليون', few: 'تريليونات' },
  { size: 1_000_000_000n, one: 'مليار', few: 'مليارات' },
  { size: 1_000_000n, one: 'مليون', few: 'ملايين' },
  { size: 1_000n, one: 'ألف', few: 'آلاف' },
];
/** From 3 to 10, beside a noun of the feminine; `ة` at the end for one of the masculine, the other way round than elsewhere. */
const FEMININE = ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'];
const TENS = ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const HUNDREDS = ['ثلاثمئة', 'أربعمئة', 'خمسمئة', 'ستمئة', 'سبعمئة', 'ثمانمئة', 'تسعمئة'];

/**
 * Writes a whole number in Arabic words; `undefined` where that cannot be done.
 *
 * Where the counted noun follows, the last word stands before it without its ending (`مئتا سفينة`), and numbers that end
 * in 1 or 2 have no words: from 101 on their noun stands twice (`مئة سفينة وسفينة`), below it stands alone.
 */
export function numberWords(number: bigint, agreement: Agreement): string | undefined {
  const { isCounting = false } = agreement;
  if (number < 0n) {
    const size = isCounting ? undefined : numberWords(-number, { ...agreement, case: 'gen' });
    return size && `سالب ${size}`;
  }
  if (number >= LIMIT) return undefined;
  if (number === 0n) return indefinite('صفر', agreement.case);
  const rest = number % 100n;
  if (isCounting && (rest === 1n || rest === 2n)) return undefined;
  return wordsOf(number, agreement, isCounting);
}

function wordsOf(number: bigint, agreement: Agreement, isCounting: boolean): string {
  const parts: string[] = [];
  let rest = number;
  for (const scale of SCALES) {
    const factor = rest / scale.size;
    rest %= scale.size;
    if (factor > 0n) parts.push(scaled(Number(factor), scale, agreement.case, isCounting && rest === 0n));
  }
  return [...parts, ...belowThousand(Number(rest), agreement, isCounting)].join(' و');
}

/** Thousands, millions and so on: `ألفان`, `ثلاثة آلاف`, `أحد عشر ألفاً`, `مئة ألف`, `مئة ألف وألف`. */
function scaled(factor: number, scale: Scale, kase: Case, isBefore: boolean): string {
  const { one, few } = scale;
  if (factor === 1) return isBefore ? one : indefinite(one, kase);
  if (factor === 2) return dual(one, kase, isBefore);
  const counted = (number: number): string => belowThousand(number, { gender: 'm', case: kase }, true).join(' و');
  const rest = factor % 100;
  if (rest === 1 || rest === 2) return `${counted(factor - rest)} ${one} و${scaled(rest, scale, kase, isBefore)}`;
  if (rest >= 3 && rest <= 10) return `${counted(factor)} ${few}`;
  return `${counted(factor)} ${rest === 0 || isBefore ? one : `${one}اً`}`;
}

function belowThousand(number: number, agreement: Agreement, isCounting: boolean): string[] {
  const rest = number % 100;
  const hundreds = hundredsOf((number - rest) / 100, agreement.case, isCounting && rest === 0);
  return [...hundreds, ...(rest === 0 ? [] : [belowHundred(rest, agreement, isCounting)])];
}

function hundredsOf(hundreds: number, kase: Case, isBefore: boolean): string[] {
  if (hundreds === 0) return [];
  if (hundreds === 1) return ['مئة'];
  return [hundreds === 2 ? dual('مئت', kase, isBefore) : (HUNDREDS[hundreds - 3] ?? '')];
}

function belowHundred(number: number, agreement: Agreement, isCounting: boolean): string {
  if (number <= 10) return unit(number, agreement, isCounting);
  if (number < 20) return teen(number - 10, agreement);
  const tens = `${TENS[Math.floor(number / 10) - 2] ?? ''}${agreement.case === 'nom' ? 'ون' : 'ين'}`;
  const rest = number % 10;
  if (rest === 0) return tens;
  return `${rest === 1 && agreement.gender === 'f' ? 'إحدى' : unit(rest, agreement, false)} و${tens}`;
}

/** One and two agree with their noun; from 3 to 10 the masculine has the ending of the feminine. */
function unit(number: number, { gender, case: kase }: Agreement, isBefore: boolean): string {
  if (number === 1) return gender === 'f' ? 'واحدة' : indefinite('واحد', kase);
  if (number === 2) return dual(gender === 'f' ? 'اثنت' : 'اثن', kase, false);
  const word = FEMININE[number - 3] ?? '';
  if (gender === 'm') return `${word}ة`;
  if (isBefore) return word;
  // A final ي falls, but for the accusative: ثمانٍ, ثمانياً
  return word.endsWith('ي') && kase !== 'acc' ? `${word.slice(0, -1)}ٍ` : indefinite(word, kase);
}

/** From 11 to 19: `عشر` agrees with the noun, what stands before it as it does alone; only 12 has cases. */
function teen(unitPart: number, agreement: Agreement): string {
  const ten = agreement.gender === 'f' ? 'عشرة' : 'عشر';
  if (unitPart === 1) return `${agreement.gender === 'f' ? 'إحدى' : 'أحد'} ${ten}`;
  if (unitPart === 2) return `${dual(agreement.gender === 'f' ? 'اثنت' : 'اثن', agreement.case, true)} ${ten}`;
  return `${unit(unitPart, agreement, true)} ${ten}`;
}

/** The dual: `ان` in the nominative, else `ين`, both without `ن` before a noun. */
function dual(stem: string, kase: Case, isBefore: boolean): string {
  return `${stem}${kase === 'nom' ? 'ا' : 'ي'}${isBefore ? '' : 'ن'}`;
}

/** The accusative of a word without an article, which is the only one that is seen. */
function indefinite(word: string, kase: Case): string {
  return kase === 'acc' ? `${word}اً` : word;
}
