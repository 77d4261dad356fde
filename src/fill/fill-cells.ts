import { callHelper } from '../figure/call-helper.js';
import { decimalDigits, parseDecimal } from '../figure/decimal.js';
import type { HelperContext, HelperResult } from '../figure/helper.js';
import { markYears } from '../figure/mark-years.js';
import { numberMarks } from '../figure/number-marks.js';
import { printValue } from '../figure/print-value.js';
import type { CallExpression } from '../model/expression.js';
import type { Span } from '../model/position.js';
import type { StoryCell } from '../model/story.js';
import type { Cell, TextValue, Value } from '../model/value.js';
import { refuseHidden } from '../expression/evaluate.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { formatArguments, formatSpan } from './format-call.js';

/** A column of a table, ready for its cells. */
export interface CellColumn {
  /** The query's name for it. */
  readonly name: string;
  readonly span: Span;
  readonly format: CallExpression | undefined;
  /** Decimals that every number of the column shows; only where it has no format. */
  readonly places: number;
}

/** The decimals of the number that has most. */
export function mostPlaces(cells: readonly (Cell | undefined)[]): number {
  return Math.max(
    0,
    ...cells.map((cell) => (cell?.kind === 'number' && cell.plain !== true ? placesOf(cell.exact) : 0)),
  );
}

/** Fills one cell: in digits, by the column's format; NULL is said, never guessed. */
export function fillCell(cell: Cell, column: CellColumn, helpers: HelperContext, row?: number): StoryCell {
  if (cell.kind === 'null') return { text: helpers.locale.phrases.table.unknown, machine: undefined };
  const value = markYears(cell, column.name);
  const printed = print(value, column, helpers);
  if (printed.problem) {
    const { problem } = printed;
    const where = row === undefined ? 'in the total' : `in row ${row + 1}`;
    const span = column.format ? formatSpan(problem, column.format) : column.span;
    throw new EvaluationProblem(problem.rule, span, `${problem.reason}, ${where}`, problem.note);
  }
  const { value: made, machine } = printed;
  refuseHidden(made, column);
  const text = column.format || value.kind !== 'number' ? made.value : padded(made.value, value.exact, column, helpers);
  return { text, machine };
}

function print(value: Value, { format }: CellColumn, helpers: HelperContext): HelperResult<TextValue> {
  if (!format) return printValue(value, helpers);
  const { args, pairs } = formatArguments(format);
  const called = callHelper(format.name, [value, ...args], Object.fromEntries(pairs), helpers);
  if (called.problem) return called;
  const printed = printValue(called.value, helpers);
  return printed.problem || !called.machine ? printed : { ...printed, machine: called.machine };
}

/** Points stand below each other where every number has as many decimals. */
function padded(text: string, exact: string, { places }: CellColumn, { locale, style }: HelperContext): string {
  const own = placesOf(exact);
  if (own >= places || !Number.isFinite(Number(exact))) return text;
  return `${text}${own === 0 ? numberMarks(style.numbers, locale.numbers).decimal : ''}${'0'.repeat(places - own)}`;
}

function placesOf(exact: string): number {
  return Number.isFinite(Number(exact)) ? decimalDigits(parseDecimal(exact)).fraction.length : 0;
}
