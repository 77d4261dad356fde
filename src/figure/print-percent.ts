import type { Decimal } from './decimal.js';
import { isSpelledAtStart, printDigits, type NumberContext } from './print-number.js';

/** Writes a percentage in digits with house style's sign; in words where it starts a sentence. */
export function printPercent(percent: Decimal, context: NumberContext, place: 'start' | 'inside' = 'start'): string {
  const spelled = place === 'start' && isSpelledAtStart(percent, context);
  const words = spelled ? context.locale.numbers.words(percent) : undefined;
  if (words !== undefined) return context.locale.phrases.percentInWords(words);
  const printed = printDigits(percent, context) + context.style.numbers.percent;
  return context.locale.numbers.written?.(printed) ?? printed;
}
