import type { Machine, TextValue, Value } from '../model/value.js';
import { parseDecimal, type Decimal } from './decimal.js';

/** Takes an argument that the signature made a finite number. */
export function numberOf(value: Value | undefined): Decimal {
  if (value?.kind !== 'number') throw unchecked('number', value);
  return parseDecimal(value.exact);
}

/** What a machine reads beside the words of a number. */
export function numberMachine(value: Value | undefined): Machine {
  if (value?.kind !== 'number') throw unchecked('number', value);
  return { kind: 'number', value: value.exact };
}

/** Takes an argument that the signature made a text. */
export function textOf(value: Value | undefined): TextValue {
  if (value?.kind !== 'text') throw unchecked('text', value);
  return value;
}

/** Takes an argument that the signature made true or false; `false` where it is missing. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind !== 'boolean') throw unchecked('boolean', value);
  return value.value;
}

/** What to throw when a helper was called past `checkArguments`. */
export function unchecked(expected: string, value: Value | undefined): TypeError {
  return new TypeError(`Unchecked argument: expected ${expected}, got ${value?.kind ?? 'nothing'}`);
}
