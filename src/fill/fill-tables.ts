import { locate } from '../diagnostic/locate.js';
import { wholeDecimal } from '../figure/decimal.js';
import type { HelperContext } from '../figure/helper.js';
import { printDigits } from '../figure/print-number.js';
import { sumNumbers } from '../figure/sum-numbers.js';
import type { Draft, TableBlock, TableColumn } from '../model/draft.js';
import type { Rich, StoryCell, StoryMedia, StoryTable } from '../model/story.js';
import { targetName } from '../model/target.js';
import type { Cell, Column, Table } from '../model/value.js';
import type { Names } from '../expression/expression-problems.js';
import { fillCell, mostPlaces, type CellColumn } from './fill-cells.js';
import { fillTemplate } from './fill-inline.js';
import { EvaluationProblem } from '../expression/evaluation-problem.js';
import { attempt, type Filling } from './filling.js';
import type { Scope } from '../expression/scope.js';
import { tableProblems } from './table-problems.js';

/** Fills the `table` blocks that a target shows. */
export function fillTables(media: readonly StoryMedia[], scope: Scope, filling: Filling): Map<string, StoryTable> {
  const tables = new Map<string, StoryTable>();
  for (const block of filling.draft.tables) {
    const shown = media.find(({ kind, name }) => kind === 'table' && name === block.name);
    const rows = block.query && scope.answers.tables.get(block.query.text);
    if (!shown || !rows || tableProblems(block, namesOf(filling.draft, scope)).length > 0) continue;
    const table = attempt(filling, () => fillTable({ block, rows, shown }, scope, filling));
    if (table) tables.set(block.name, table);
  }
  return tables;
}

function namesOf(draft: Draft, { answers }: Scope): Names {
  const columns = new Map([...answers.tables].map(([name, table]) => [name, table.columns]));
  return { queries: draft.queries, columns, locals: new Map(), inLoop: false };
}

interface Source {
  readonly block: TableBlock;
  readonly rows: Table;
  readonly shown: StoryMedia;
}

/** A column of the block with where its cells stand in the query's rows. */
interface SourceColumn extends CellColumn {
  readonly index: number;
  readonly column: Column;
  readonly written: TableColumn | undefined;
}

function fillTable(source: Source, scope: Scope, filling: Filling): StoryTable {
  const { block, rows } = source;
  checkRows(source);
  const helpers = cellHelpers(scope.helpers);
  const shown = rows.rows.slice(0, block.limit?.rows);
  const columns = columnsOf(source, shown);
  const figure = `table-${block.name}`;
  const filled = columns.map((column) => fillColumn(column, shown, helpers, filling));
  const total = totalRow(columns, source, helpers, filling);
  const sizes = rowsWords(shown.length, rows.rows.length, helpers);
  record(figure, sizes, source, scope, filling);
  const isUnknown = [
    ...shown.flatMap((row) => columns.map(({ index }) => row[index]?.kind === 'null')),
    total?.isUnknown,
  ];
  const own: Rich[] = [
    ...(shown.length < rows.rows.length ? [words(sizes)] : []),
    ...(isUnknown.includes(true) ? [words(helpers.locale.phrases.table.unknownNote)] : []),
  ];
  return {
    name: block.name,
    figure,
    columns: columns.map((column) => ({
      label: labelOf(column, scope, filling),
      align: column.written?.align ?? (column.column.logical === 'number' ? 'right' : 'left'),
    })),
    rows: shown.map((_, row) => filled.map((cells) => cells[row] ?? EMPTY)),
    total: total?.cells,
    notes: [...own, ...(block.note ? [fillTemplate(block.note, scope, filling)] : [])],
    landscape: block.landscape,
  };
}

const EMPTY: StoryCell = { text: '', machine: undefined };

function words(value: string): Rich {
  return [{ type: 'text', value }];
}

function checkRows({ block, rows, shown }: Source): void {
  const { query } = rows;
  if (rows.rows.length === 0)
    throw new EvaluationProblem(
      'value-missing',
      shown.span,
      `Unexpected empty \`${query}\`, a table needs a row`,
      `Guard it: \`{{#if ${query}}}…{{else}}…{{/if}}\``,
    );
  if (block.limit && !rows.ordered)
    throw new EvaluationProblem(
      'table-data',
      block.limit.span,
      `Unexpected \`limit\`, the rows of \`${query}\` are in no order`,
      'Add ORDER BY at the end of the query',
    );
}

/** In a cell digits stay digits. */
function cellHelpers(helpers: HelperContext): HelperContext {
  const style = { ...helpers.style, numbers: { ...helpers.style.numbers, wordsTo: -1 } };
  return { ...helpers, style, spellNumbers: false };
}

function columnsOf({ block, rows }: Source, shown: Table['rows']): SourceColumn[] {
  const all = rows.columns.map((column, index) => ({ column, index, written: undefined }));
  const wanted = block.columns?.flatMap((written) => {
    const index = rows.columns.findIndex(({ name }) => name === written.field.text);
    const column = rows.columns[index];
    return column ? [{ column, index, written }] : [];
  });
  return (wanted ?? all).map(({ column, index, written }) => ({
    column,
    index,
    written,
    name: column.name,
    span: written?.field.span ?? block.nameSpan,
    format: written?.format,
    places: mostPlaces((written?.total ? rows.rows : shown).map((row) => row[index])),
  }));
}

/** The cells of one column from top to bottom; what is wrong with many of them is said once. */
function fillColumn(
  column: SourceColumn,
  rows: Table['rows'],
  helpers: HelperContext,
  filling: Filling,
): readonly StoryCell[] {
  const cells = attempt(filling, () =>
    rows.map((row, index) => fillCell(row[column.index] ?? NOTHING, column, helpers, index)),
  );
  return cells ?? [];
}

const NOTHING: Cell = { kind: 'null' };

/** The sums of every row of the query, those that are not shown too. */
function totalRow(
  columns: readonly SourceColumn[],
  { block, rows }: Source,
  helpers: HelperContext,
  filling: Filling,
): { readonly cells: readonly StoryCell[]; readonly isUnknown: boolean } | undefined {
  if (!columns.some(({ written }) => written?.total)) return undefined;
  const { table, atLeast } = helpers.locale.phrases;
  const isCut = rows.rows.length > (block.limit?.rows ?? Infinity);
  const head = isCut ? table.totalOfAll(digits(rows.rows.length, helpers)) : table.total;
  let isUnknown = false;
  const cells = columns.map((column, index): StoryCell => {
    if (!column.written?.total) return index === 0 ? { ...EMPTY, text: head } : EMPTY;
    return (
      attempt(filling, () => {
        const all = rows.rows.map((row) => row[column.index] ?? NOTHING);
        const infinite = all.findIndex((cell) => cell.kind === 'number' && !Number.isFinite(cell.value));
        // Says what is wrong with it
        if (infinite >= 0) fillCell(all[infinite] ?? NOTHING, column, helpers, infinite);
        const sum = sumNumbers(all);
        isUnknown ||= sum.kind === 'unknown';
        if (sum.kind === 'unknown') return { ...EMPTY, text: table.unknown };
        const cell = fillCell(sum.value, column, helpers);
        return sum.kind === 'exact' ? cell : { ...cell, text: atLeast(cell.text) };
      }) ?? EMPTY
    );
  });
  return { cells, isUnknown };
}

function labelOf({ name, written }: SourceColumn, scope: Scope, filling: Filling): Rich {
  if (written?.label) return fillTemplate(written.label, scope, filling);
  const spaced = name.replaceAll('_', ' ').trim();
  return words(`${spaced.charAt(0).toLocaleUpperCase(scope.helpers.locale.lang)}${spaced.slice(1)}`);
}

function rowsWords(shown: number, all: number, helpers: HelperContext): string {
  const { numbers, phrases } = helpers.locale;
  const total = digits(all, helpers);
  if (shown < all) return phrases.table.rowsShown(digits(shown, helpers), total);
  return phrases.table.rows(total, numbers.category(wholeDecimal(BigInt(all))));
}

function digits(count: number, helpers: HelperContext): string {
  return printDigits(wholeDecimal(BigInt(count)), helpers);
}

function record(id: string, text: string, { block, rows }: Source, scope: Scope, filling: Filling): void {
  filling.figures.push({
    id,
    kind: 'table',
    expression: `table:${block.name}`,
    text,
    target: targetName(scope.target),
    place: locate(filling.draft.source, block.nameSpan),
    post: undefined,
    inputs: [{ query: rows.query, row: undefined, column: undefined, type: undefined, value: undefined }],
  });
}
