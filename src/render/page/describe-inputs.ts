import type { Answers } from '../../model/answers.js';
import type { Figure, Input } from '../../model/story.js';
import { formatRanges } from './format-ranges.js';
import type { RecordWords } from '../words/record-words.js';

/** A column of a query's result that words were made of. */
export interface RecordInput {
  readonly query: string;
  /** E.g. `burst.n`, `others.n, rows 1–2`, `3 rows of places`. */
  readonly name: string;
  /** Empty for a whole table. */
  readonly value: string;
}

const MOST_INPUTS = 6;
const MOST_VALUES = 16;

/** The inputs of figures that differ in their rows only, each column once. */
export function describeInputs(
  group: readonly Figure[],
  answers: Answers,
  words: RecordWords,
): { readonly inputs: readonly RecordInput[]; readonly more: number } {
  const columns = new Map<string, Input[]>();
  for (const input of group.flatMap(({ inputs }) => inputs)) {
    const key = JSON.stringify([input.query, input.column]);
    const rows = columns.get(key) ?? [];
    if (!rows.some(({ row }) => row === input.row)) rows.push(input);
    columns.set(key, rows);
  }
  const inputs = [...columns.values()].slice(0, MOST_INPUTS).flatMap((rows) => describeColumn(rows, answers, words));
  return { inputs, more: Math.max(0, columns.size - MOST_INPUTS) };
}

/** The expression with its row numbers set aside. */
export function expressionPattern({ expression, inputs }: Figure): string {
  return inputs.reduce(
    (pattern, { query, row }) => (row === undefined ? pattern : pattern.replaceAll(`${query}.${row}.`, `${query}.`)),
    expression,
  );
}

/** The expression, unless it is a bare path, which its input says again. */
export function shownExpression(figure: Figure): string {
  const [input, ...others] = figure.inputs;
  const isPath = others.length === 0 && expressionPattern(figure) === `${input?.query ?? ''}.${input?.column ?? ''}`;
  return isPath ? '' : figure.expression;
}

function describeColumn(rows: readonly Input[], answers: Answers, words: RecordWords): RecordInput[] {
  const [first] = rows;
  if (!first) return [];
  const { query, column } = first;
  const size = answers.queries.find(({ name }) => name === query)?.rows ?? 1;
  if (column === undefined) return [{ query, name: words.rowsOf(size, query), value: '' }];
  const numbers = rows.flatMap(({ row }) => (row === undefined ? [] : [row + 1]));
  const where = size === 1 ? '' : words.inRows(numbers.length === 1, formatRanges(numbers, words.comma));
  const values = rows.slice(0, MOST_VALUES).map(inputValue);
  const rest = rows.length > MOST_VALUES ? words.more(rows.length - MOST_VALUES) : '';
  return [{ query, name: `${query}.${column}${where}`, value: values.join(words.comma) + rest }];
}

/** A floating-point number's digits are cut where they say nothing more; `figures.json` has them all. */
function inputValue({ value, type }: Input): string {
  const text = value === null ? 'NULL' : String(value);
  const isFloat = type === 'DOUBLE' || type === 'FLOAT';
  return isFloat ? text.replace(/^(-?\d+\.\d{6})\d{2,}$/, '$1…') : text;
}
