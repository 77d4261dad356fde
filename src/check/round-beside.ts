import { compareDecimals, decimalText, parseDecimal, type Decimal } from '../figure/decimal.js';

/** Rounds to so many digits: to the nearest number, or to the next one above or below, which is never the number itself. */
export function roundBeside(value: Decimal, digits: number, side: 'near' | 'above' | 'below'): Decimal {
  const size = value.digits < 0n ? -value.digits : value.digits;
  const step = 10n ** BigInt(Math.max(String(size).length - digits, 0));
  const low = size - (size % step);
  const round = [low - step, low, low + step, low + 2n * step].map((number) => {
    const signed = value.digits < 0n ? -number : number;
    return parseDecimal(decimalText({ digits: signed, scale: value.scale }));
  });
  if (side === 'near') return (2n * (size % step) >= step ? round[2] : round[1]) ?? value;
  const beside = round
    .sort(compareDecimals)
    .filter((number) => compareDecimals(number, value) === (side === 'above' ? 1 : -1));
  return (side === 'above' ? beside[0] : beside.at(-1)) ?? value;
}
