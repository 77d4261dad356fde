import type { DateValue, NumberValue, TextValue } from '../model/value.js';
import { parseDecimal } from './decimal.js';
import type { HelperContext, HelperResult } from './helper.js';
import { noDay, parseDay } from './parse-day.js';
import { phrase } from './phrase.js';
import { printDigits, printNumber, ungrouped } from './print-number.js';
import { infinite, problem } from './problem.js';

/** A value that is words of its own. */
export type Scalar = NumberValue | DateValue | TextValue;

/** Prints a number in house style, a date as `19 September`, a text as it is. */
export function printScalar(value: Scalar, context: HelperContext): HelperResult<TextValue> {
  switch (value.kind) {
    case 'number':
      return printNumberValue(value, context);
    case 'date':
      return printDate(value, context);
    case 'text':
      return value.isStructure ? structure(value) : { value };
    default:
      return value satisfies never;
  }
}

function structure({ value }: TextValue) {
  const shown = value.length > 40 ? `${value.slice(0, 39)}…` : value;
  return problem(
    'value-unprintable',
    'call',
    `Unexpected struct or map \`${shown}\`, expected a number, a date, a text or a list`,
    'Select its fields in the query: `s.field AS name`',
  );
}

/** Prints a day, with its year when it is not the publication day's. */
function printDate(date: DateValue, context: HelperContext): HelperResult<TextValue> {
  const day = parseDay(date.value);
  if (!day) return noDay(date, 'call');
  const text = context.locale.dates.long(day, day.year !== parseDay(context.date)?.year);
  return phrase(text, [], { kind: 'date', value: date.value });
}

function printNumberValue(number: NumberValue, context: HelperContext): HelperResult<TextValue> {
  if (!Number.isFinite(number.value)) return infinite('call', number);
  const decimal = parseDecimal(number.exact);
  const text = number.plain ? printDigits(decimal, ungrouped(context)) : printNumber(decimal, context);
  return phrase(text, [], { kind: 'number', value: number.exact });
}
