/** Western digits, as most newsrooms that write in Arabic have them, or Arabic-Indic ones. */
export type Digits = 'latn' | 'arab';

/** Writes digits, and the marks that belong to them, as house style has them. */
export function inDigits(latin: string, digits: Digits): string {
  if (digits === 'latn') return latin;
  return latin
    .replace(/(?<=\d),(?=\d{3})/g, '٬')
    .replace(/(?<=\d)\.(?=\d)/g, '٫')
    .replace(/(?<=[\d٠-٩])%/g, '٪')
    .replace(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? digit);
}

/** From zero to nine. */
export const ARABIC_INDIC = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'] as const;
