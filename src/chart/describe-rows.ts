import { compareValues } from '../figure/compare-values.js';
import type { HelperContext } from '../figure/helper.js';
import type { Day } from '../figure/locale.js';
import { parseDay } from '../figure/parse-day.js';
import { printScalar } from '../figure/print-scalar.js';
import type { Cell, NumberValue } from '../model/value.js';
import type { DrawnColumn } from './check-fields.js';

/** A mark: how much, and of what. */
interface Point {
  readonly value: NumberValue;
  readonly labels: readonly Cell[];
}

/** What a chart's rows say: how far they reach, and their highest and lowest, first and last values. */
interface RowFacts {
  readonly range: string | undefined;
  readonly values: string | undefined;
}

/**
 * Reads the facts off the columns that marks are drawn of, the quantity's first; none where two rows stand at one
 * place or a row has no place.
 */
export function describeRows(
  columns: readonly (DrawnColumn | undefined)[],
  context: HelperContext,
): RowFacts | undefined {
  const points = readPoints(columns);
  const byValue = points?.values.toSorted((one, other) => order(one.value, other.value));
  const [lowest, highest] = [byValue?.[0], byValue?.at(-1)];
  if (!points || !lowest || !highest) return undefined;
  const extreme = (point: Point) => ({
    value: printValue(point.value, context),
    label:
      points.values.filter((other) => order(other.value, point.value) === 0).length === 1
        ? point.labels.map((label) => printLabel(label, context)).join(', ')
        : undefined,
  });
  const days = points.whole ? inTime(points.values) : undefined;
  const ends = days && days.length > 1 && lowest.labels.length === 1 ? days : [];
  const [first, last] = [ends[0], ends.at(-1)];
  const values = context.locale.charts.values({
    lowest: extreme(lowest),
    highest: extreme(highest),
    count: points.values.length,
    ends: first && last && [printValue(first.value, context), printValue(last.value, context)],
  });
  return { range: days ? span(days, context) : points.whole ? categories(points.values, context) : undefined, values };
}

/** The rows with a value; `whole` where each has one. */
function readPoints(
  columns: readonly (DrawnColumn | undefined)[],
): { readonly values: readonly Point[]; readonly whole: boolean } | undefined {
  const table = columns[0]?.table;
  if (!table || columns.length < 2) return undefined;
  const indexes: number[] = [];
  for (const column of columns) {
    if (column?.table !== table) return undefined;
    indexes.push(table.columns.indexOf(column.column));
  }
  const values: Point[] = [];
  const places = new Set<string>();
  for (const row of table.rows) {
    const [value, ...labels] = indexes.flatMap((index) => row[index] ?? []);
    if (labels.some(({ kind }) => kind === 'null' || kind === 'list')) return undefined;
    places.add(JSON.stringify(labels));
    if (value?.kind === 'number' && Number.isFinite(value.value)) values.push({ value, labels });
    else if (value?.kind !== 'null') return undefined;
  }
  return places.size === table.rows.length ? { values, whole: values.length === table.rows.length } : undefined;
}

type Dated = Point & { readonly day: Day };

/** The points in the order of their days; `undefined` where one has none. */
function inTime(points: readonly Point[]): readonly Dated[] | undefined {
  const dated = points.flatMap((point): Dated[] => {
    const cell = point.labels.find(({ kind }) => kind === 'date');
    const day = cell?.kind === 'date' ? parseDay(cell.value) : undefined;
    return day ? [{ ...point, day }] : [];
  });
  return dated.length === points.length ? dated.toSorted((one, other) => dayOrder(one.day, other.day)) : undefined;
}

function span(days: readonly Dated[], { locale: { dates } }: HelperContext): string | undefined {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (!first || !last) return undefined;
  return dayOrder(first, last) === 0 ? dates.long(first, true) : dates.daySpan(first, last, true);
}

function categories(points: readonly Point[], context: HelperContext): string | undefined {
  const count = points.length;
  if (points[0]?.labels.length !== 1) return undefined;
  const number = printValue({ kind: 'number', value: count, exact: count.toString() }, context);
  return context.locale.charts.items(number, count);
}

function dayOrder(one: Day, other: Day): number {
  return one.year - other.year || one.month - other.month || one.day - other.day;
}

function order(one: NumberValue, other: NumberValue): number {
  return compareValues(one, other).order ?? 0;
}

function printValue(value: NumberValue, context: HelperContext): string {
  return printScalar(value, context).value?.value ?? value.exact;
}

/** A number that names something is often a year, and never a quantity. */
function printLabel(cell: Cell, context: HelperContext): string {
  if (cell.kind === 'null' || cell.kind === 'list') return '';
  if (cell.kind === 'boolean') return String(cell.value);
  const printed = printScalar(cell.kind === 'number' ? { ...cell, plain: true } : cell, context);
  return shorten(printed.value?.value ?? (cell.kind === 'number' ? cell.exact : cell.value), 80);
}

/** A text on one line, cut off where it is longer than `most` characters. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}
