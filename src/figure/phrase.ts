import type { Machine, TextValue, Value } from '../model/value.js';
import type { HelperResult } from './helper.js';

/**
 * Makes a helper's words. Where any text in them came from data they count as data as a whole: never live, and
 * capitalised only where they do not begin with it.
 */
export function phrase(
  text: string,
  parts: readonly (Value | undefined)[] = [],
  machine?: Machine,
): HelperResult<TextValue> {
  const data = parts.filter((part) => part?.kind === 'text').filter(({ origin }) => origin === 'data');
  if (data.length === 0) return { value: { kind: 'text', value: text, origin: 'phrase' }, machine };
  const isLed = data.every(({ value }) => !text.startsWith(value));
  return { value: { kind: 'text', value: text, origin: 'data', ...(isLed && { led: true }) }, machine };
}
