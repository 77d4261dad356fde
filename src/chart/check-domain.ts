import type { Json } from '../model/chart.js';
import type { Cell } from '../model/value.js';
import { timeOf } from './calendar.js';
import type { DrawnColumn } from './check-fields.js';
import { cellsOf, countRows, isPlain, markOf, measureOf, nameOf, scaleSetting } from './drawn-values.js';
import { isList } from './json.js';
import { suggest, type Say } from './reporter.js';

/**
 * Reports values that a scale's own `domain` leaves out. A name outside of it vanishes, or has a colour that no legend
 * explains; a number or a date outside of it is drawn beyond the axes, or cut off.
 * Names that the domain has and the data has not are no mistake: charts that stand together share their colours so.
 */
export function checkDomain(column: DrawnColumn, drawn: readonly DrawnColumn[], say: Say): void {
  if (!column.whole || !isPlain(column)) return;
  if (measureOf(column) === 'name') checkNames(column, say);
  else checkRange(column, drawn, say);
}

function checkNames(column: DrawnColumn, say: Say): void {
  const domain = scaleSetting(column, 'domain');
  if (!isList(domain)) return;
  const names = domain.map(textOf);
  const cells = cellsOf(column);
  const isOutside = (cell: Cell): boolean => cell.kind !== 'null' && !names.includes(nameOf(cell));
  const found = countRows(cells, isOutside);
  if (!found) return;
  const present = new Set(cells.map(nameOf));
  const missing = cells.filter(isOutside).map(nameOf)[0] ?? '';
  const unused = names.filter((name) => !present.has(name));
  const near = unused.length > 0 ? suggest(missing, unused, 'Names that no row has') : undefined;
  const effect = POSITIONS.includes(column.channel.name) ? 'would not be drawn' : 'would have no place in the legend';
  say(
    [...column.channel.path, 'scale', 'domain'],
    'chart-domain',
    `Unexpected domain without ${found.values} of column \`${column.column.name}\` (${found.rows}): they ${effect}`,
    near ?? 'Add them to the domain, or leave such rows out in the query',
  );
}

const POSITIONS: readonly string[] = ['x', 'y', 'xOffset', 'yOffset'];

function checkRange(column: DrawnColumn, drawn: readonly DrawnColumn[], say: Say): void {
  const { channel } = column;
  const domain = scaleSetting(column, 'domain');
  const ends = isList(domain) ? domain : [];
  const read = measureOf(column) === 'time' ? readTime : readNumber;
  const from = ends.length === 2 ? ends[0] : scaleSetting(column, 'domainMin');
  const to = ends.length === 2 ? ends[1] : scaleSetting(column, 'domainMax');
  const first = read(from);
  const last = read(to);
  const low = Math.min(first ?? -Infinity, last ?? Infinity);
  const high = Math.max(last ?? Infinity, first ?? -Infinity);
  const key = ends.length === 2 ? 'domain' : first === undefined ? 'domainMax' : 'domainMin';
  const path = [...channel.path, 'scale', key];
  const found = countRows(cellsOf(column), (cell) => {
    const value = positionOf(cell);
    return value !== undefined && (value < low || value > high);
  });
  if (found)
    say(
      path,
      'chart-cut-off',
      `Unexpected domain without ${found.values} of column \`${column.column.name}\` (${found.rows}): they lie beyond the axis`,
      'Widen the domain, or leave such rows out in the query',
    );
  else if (beginsAtZero(column, drawn) && (low > 0 || high < 0))
    say(
      path,
      'chart-cut-off',
      `Unexpected domain without \`0\`, where every ${markOf(column) ?? 'mark'} begins: their lengths say nothing`,
      'Begin the domain at 0, or show points',
    );
}

/** True for what is as long as its number. */
function beginsAtZero(column: DrawnColumn, drawn: readonly DrawnColumn[]): boolean {
  const { name } = column.channel;
  const mark = markOf(column);
  if ((mark !== 'bar' && mark !== 'area') || (name !== 'x' && name !== 'y') || measureOf(column) !== 'number')
    return false;
  const own = drawn.filter(({ view }) => view === column.view);
  const isAcross = own.some((other) => ['x', 'y'].includes(other.channel.name) && other.channel.name !== name);
  return isAcross && own.every((other) => other.channel.name !== `${name}2`) && scaleSetting(column, 'type') !== 'log';
}

function readNumber(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A day that is typed as a text; Vega’s mappings and expressions are left to it. */
function readTime(value: Json | undefined): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function positionOf(cell: Cell): number | undefined {
  if (cell.kind === 'number') return cell.value;
  return timeOf(cell);
}

/** A name as it is typed in a specification. */
export function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
