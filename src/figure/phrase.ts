import type { TextValue, Value } from '../model/value.js';
import type { HelperResult, Machine } from './helper.js';

/**
 * Makes a helper's words. Where any text in them came from data they count as data as a whole:
 * printed as they are, never capitalised, never live.
 */
export function phrase(
  text: string,
  parts: readonly (Value | undefined)[] = [],
  machine?: Machine,
): HelperResult<TextValue> {
  const fromData = parts.some((part) => part?.kind === 'text' && part.origin === 'data');
  return { value: { kind: 'text', value: text, origin: fromData ? 'data' : 'phrase' }, machine };
}
