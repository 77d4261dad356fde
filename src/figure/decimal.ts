/** An exact decimal number, `digits / 10^scale`, without needless zeros at the end of its fraction. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Reads an engine's or JavaScript's digits: `12.340`, `-3`, `1e-7`, `1.5e+21`. */
export function parseDecimal(text: string): Decimal {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '') throw new Error(`Not a decimal number: ${text}`);
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : normalise(digits, scale);
}

/** Makes a decimal of a whole number. */
export function wholeDecimal(whole: bigint): Decimal {
  return { digits: whole, scale: 0 };
}

/** Compares two decimals exactly. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = a.digits * 10n ** BigInt(b.scale);
  const right = b.digits * 10n ** BigInt(a.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Adds exactly. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return subtractDecimals(a, { ...b, digits: -b.digits });
}

/** Subtracts exactly. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return normalise(a.digits * 10n ** BigInt(scale - a.scale) - b.digits * 10n ** BigInt(scale - b.scale), scale);
}

/** Says whether there is no fraction. */
export function isWhole(number: Decimal): boolean {
  return number.scale === 0;
}

/** Moves the decimal point to the right: `shiftDecimal(0.92, 2)` is 92. */
export function shiftDecimal(number: Decimal, places: number): Decimal {
  const scale = number.scale - places;
  return scale < 0 ? { digits: number.digits * 10n ** BigInt(-scale), scale: 0 } : normalise(number.digits, scale);
}

/** Rounds to so many places, halves away from zero. */
export function roundDecimal(number: Decimal, places: number): Decimal {
  if (number.scale <= places) return number;
  return normalise(divideRounded(number.digits, 10n ** BigInt(number.scale - places)), places);
}

/** Divides two whole numbers, `divisor > 0`, and rounds halves away from zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** Divides exactly as far as 15 places go, halves away from zero; `b > 0`. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  const [p, q] = [a.digits * 10n ** BigInt(b.scale), b.digits * 10n ** BigInt(a.scale)];
  return normalise(divideRounded(p * 10n ** BigInt(QUOTIENT_PLACES), q), QUOTIENT_PLACES);
}

const QUOTIENT_PLACES = 15;

/** The digits before and after the point, without a sign. */
export function decimalDigits(number: Decimal): { readonly whole: string; readonly fraction: string } {
  const magnitude = number.digits < 0n ? -number.digits : number.digits;
  const all = magnitude.toString().padStart(number.scale + 1, '0');
  const point = all.length - number.scale;
  return { whole: all.slice(0, point), fraction: all.slice(point) };
}

/** The number as an engine writes it: `-12.34`. */
export function decimalText(number: Decimal): string {
  const { whole, fraction } = decimalDigits(number);
  return `${number.digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function normalise(digits: bigint, scale: number): Decimal {
  let [shorter, places] = [digits, scale];
  while (places > 0 && shorter % 10n === 0n) {
    shorter /= 10n;
    places -= 1;
  }
  return { digits: shorter, scale: places };
}
