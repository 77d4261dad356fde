import type { BooleanValue, DateValue, ListValue, NumberValue, TextValue, Value } from '../model/value.js';

/** A number as a writer types it. */
export function number(exact: string): NumberValue {
  return { kind: 'number', value: Number(exact), exact };
}

/** A text as a writer types it. */
export function text(value: string): TextValue {
  return { kind: 'text', value, origin: 'draft' };
}

/** A text as a cell of data holds it. */
export function dataText(value: string): TextValue {
  return { kind: 'text', value, origin: 'data' };
}

/** A day. */
export function date(value: string): DateValue {
  return { kind: 'date', value };
}

/** True or false. */
export function boolean(value: boolean): BooleanValue {
  return { kind: 'boolean', value };
}

/** A list of values. */
export function list(...items: Value[]): ListValue {
  return { kind: 'list', items };
}
