import { printValue } from '../figure/print-value.js';
import { parseDay } from '../figure/parse-day.js';
import { isPartlyUnknown } from '../figure/at-least.js';
import { nounForms } from '../figure/noun-forms.js';
import type { Finding } from '../model/claim.js';
import type { ClaimNode } from '../model/draft.js';
import type { CallExpression, Expression } from '../model/expression.js';
import type { Input } from '../model/story.js';
import type { DateValue, RowValue, Table } from '../model/value.js';
import { evaluate, evaluateText } from '../expression/evaluate.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { inputOf } from '../expression/resolve-path.js';
import type { Scope } from '../expression/scope.js';
import { undecidedCause } from './undecided-cause.js';

/** Helpers whose words are a number, perhaps with a noun behind it. */
const AMOUNTS: ReadonlySet<string> = new Set(['num', 'words', 'count', 'pct', 'fraction', 'approx', 'ordinal']);

/** Asks the data what a claim's words must say; `scope.inputs` gets the cells that were read. */
export function findClaim({ claim }: ClaimNode, scope: Scope): Finding {
  if (claim.kind !== 'expression') return claim;
  try {
    return findExpression(claim.expression, scope);
  } catch (error) {
    const cause = error instanceof EvaluationProblem ? undecidedCause(error, claim.expression, scope) : undefined;
    if (cause === undefined) throw error;
    return { kind: 'undecided', cause };
  }
}

function findExpression(expression: Expression, scope: Scope): Finding {
  const value = evaluate(expression, scope);
  switch (value.kind) {
    case 'boolean':
      return verdictOf(value.value, cellRead(expression, scope), scope);
    case 'table':
      return findTable(value.table, expression, scope);
    case 'row':
      return findRow(value, expression, scope);
    case 'number':
      return { ...amount(value.exact, expression, scope), nouns: undefined };
    case 'date':
      return { kind: 'words', texts: dateTexts(value, wordsOf(expression, scope).text, scope) };
    case 'text':
      return findText(expression, scope);
    default:
      return { kind: 'words', texts: [wordsOf(expression, scope).text] };
  }
}

function findText(expression: Expression, scope: Scope): Finding {
  const { text, number } = wordsOf(expression, scope);
  if (expression.type !== 'call' || number === undefined || !AMOUNTS.has(expression.name))
    return { kind: 'words', texts: [text] };
  return { ...amount(number, expression, scope), nouns: nounsOf(expression, scope) };
}

function amount(value: string, expression: Expression, scope: Scope): Omit<Finding & { kind: 'amount' }, 'nouns'> {
  const isLeast = expression.type === 'call' && isPartlyUnknown(pairsOf(expression, scope));
  const cell = cellRead(expression, scope);
  const isCount = WHOLE.test(cell?.table.columns[cell.column]?.type ?? '');
  return { kind: 'amount', value, text: wordsOf(expression, scope).text, isLeast, isCount };
}

/** The engine's names of types of whole numbers. */
const WHOLE = /^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$/;

/** The words of a tag; what they read was read already. */
function wordsOf(expression: Expression, scope: Scope): { text: string; number: string | undefined } {
  const { text, machine } = evaluateText(expression, { ...scope, inputs: [] });
  return { text: text.value, number: machine?.kind === 'number' ? machine.value : undefined };
}

function pairsOf({ pairs }: CallExpression, scope: Scope): Parameters<typeof isPartlyUnknown>[0] {
  const atleast = pairs.find(({ name }) => name === 'atleast');
  return atleast ? { atleast: evaluate(atleast.value, { ...scope, inputs: [] }) } : {};
}

/** The forms of the noun in `count n "attack"`. */
function nounsOf({ args, pairs }: CallExpression, scope: Scope): readonly string[] | undefined {
  const valueOf = (expression: Expression) => evaluate(expression, { ...scope, inputs: [] });
  const [one, many] = args.slice(1).map(valueOf);
  if (one?.kind !== 'text') return undefined;
  const forms = nounForms(one, many, 1, scope.helpers);
  if (forms.problem) return undefined;
  const more = pairs
    .filter(({ name }) => name === 'two' || name === 'few')
    .map(({ value }) => valueOf(value))
    .flatMap((form) => (form.kind === 'text' ? form.value : []));
  return [forms.noun.one.value, forms.noun.other.value, ...more];
}

/** A day in the forms that a writer may choose: with its year or in the year of publication without, long, short or as ISO has it. */
function dateTexts({ value }: DateValue, printed: string, { helpers }: Scope): [string, ...string[]] {
  const day = parseDay(value);
  if (!day) return [printed];
  const { long, short } = helpers.locale.dates;
  const years = day.year === parseDay(helpers.date)?.year ? [true, false] : [true];
  return [printed, ...years.flatMap((withYear) => [long(day, withYear), short(day, withYear)]), value];
}

interface CellRead {
  readonly table: Table;
  readonly row: number;
  readonly column: number;
}

/** The one cell that a bare path reads. */
function cellRead(expression: Expression, { inputs, answers }: Scope): CellRead | undefined {
  const input = expression.type === 'path' && !expression.at ? inputs.at(-1) : undefined;
  const table = input && answers.tables.get(input.query);
  if (!table || input.row === undefined) return undefined;
  return { table, row: input.row, column: table.columns.findIndex(({ name }) => name === input.column) };
}

/** A query as a whole: one row with a column `ok`. */
function findTable(table: Table, expression: Expression, scope: Scope): Finding {
  if (!table.columns.some(({ name }) => name === 'ok') && table.columns.length > 1) throw noVerdict(table, expression);
  const rows = `${table.rows.length === 0 ? 'no' : table.rows.length} rows`;
  if (table.rows.length !== 1) return { kind: 'undecided', cause: `\`${table.query}\` has ${rows}` };
  return findRow({ kind: 'row', table, index: 0 }, expression, scope);
}

function findRow({ table, index }: RowValue, expression: Expression, scope: Scope): Finding {
  const column = table.columns.findIndex(({ name }) => name === 'ok');
  const ok = table.rows[index]?.[column];
  if (!ok) throw noVerdict(table, expression);
  scope.inputs.push(inputOf(table, index, column));
  if (ok.kind === 'null') return { kind: 'undecided', cause: `\`${table.query}.ok\` is NULL` };
  if (ok.kind === 'boolean') return verdictOf(ok.value, { table, row: index, column }, scope);
  throw new EvaluationProblem(
    'claim-value',
    expression.span,
    `Unexpected \`ok\` of type ${table.columns[column]?.type ?? ''} in \`${table.query}\`, expected true or false`,
    'Compare it in the query: `rank = 1 AS ok`',
  );
}

function noVerdict({ query, columns }: Table, { span }: Expression): EvaluationProblem {
  const [first] = columns;
  return new EvaluationProblem(
    'claim-value',
    span,
    `Unexpected \`${query}\` of ${columns.length} ${columns.length === 1 ? 'column' : 'columns'}, expected one value, or a row with a column \`ok\``,
    `Name a column, e.g. \`check:${query}.${first?.name ?? 'n'}\`, or select a true or false \`AS ok\``,
  );
}

function verdictOf(holds: boolean, cell: CellRead | undefined, scope: Scope): Finding {
  if (!cell) return { kind: 'verdict', holds, instead: undefined, evidence: once(scope.inputs) };
  const { table, row, column } = cell;
  const own = table.columns[column]?.name ?? '';
  const insteads = [`${own}_instead`, 'instead'].map((name) => table.columns.findIndex((one) => one.name === name));
  const instead = insteads.map((index) => insteadText(table, row, index, scope)).find((text) => text !== undefined);
  const evidence = table.columns.flatMap((_, index) =>
    index === column || insteads.includes(index) ? [] : [inputOf(table, row, index)],
  );
  return { kind: 'verdict', holds, instead, evidence };
}

function insteadText(table: Table, row: number, column: number, { helpers }: Scope): string | undefined {
  const cell = table.rows[row]?.[column];
  if (!cell || cell.kind === 'null') return undefined;
  return printValue(cell, helpers).value?.value;
}

function once(inputs: readonly Input[]): readonly Input[] {
  return inputs.filter(
    ({ query, row, column }, index) =>
      inputs.findIndex((one) => one.query === query && one.row === row && one.column === column) === index,
  );
}
