import type { Cell } from '../model/value.js';
import type { DrawnColumn } from './check-fields.js';
import type { Say } from './reporter.js';
import { cellsOf, countRows, isPlain, markOf, measureOf, scaleSetting } from './drawn-values.js';

/**
 * Reports numbers that their place cannot show: less than nothing as a share or a size, nothing on a log scale.
 * Bars below zero are drawn below zero, stacked or not, and are no mistake.
 */
export function checkSigns(column: DrawnColumn, drawn: readonly DrawnColumn[], say: Say): void {
  const { channel, table, whole } = column;
  if (!whole || !isPlain(column) || measureOf(column) !== 'number') return;
  const cells = cellsOf(column);
  const tell = (isMeant: (cell: Cell) => boolean, why: string, note: string): void => {
    const found = countRows(cells, isMeant);
    if (!found) return;
    const reason = `Unexpected ${found.values} in column \`${column.column.name}\` of \`${table.query}\` (${found.rows}): ${why}`;
    say([...channel.path, 'field'], 'chart-value', reason, note);
  };
  if (channel.name === 'theta' && cells.every(isNoShare))
    tell(isNoShare, 'a circle of nothing has no shares', 'Look at the query’s conditions, or show bars');
  else if (AREAS.includes(channel.name))
    tell(isNegative, `\`${channel.name}\` cannot show less than nothing`, 'Show bars, which can go below zero');
  else if (isStackedShare(column, drawn))
    tell(isNegative, 'what is stacked cannot be less than nothing', 'Show lines, or bars with `stack: zero`');
  if (scaleSetting(column, 'type') === 'log' && !cells.every((cell) => isNegative(cell) || cell.kind === 'null'))
    tell(
      (cell) => cell.kind === 'number' && cell.value <= 0,
      'a log scale has no place for it',
      'Use `scale: {type: symlog}`, or leave such rows out in the query',
    );
}

const AREAS: readonly string[] = ['theta', 'radius', 'size'];

function isNegative(cell: Cell): boolean {
  return cell.kind === 'number' && cell.value < 0;
}

function isNoShare(cell: Cell): boolean {
  return cell.kind === 'null' || (cell.kind === 'number' && cell.value === 0);
}

/** True for parts of a hundred per cent, and for areas that stand on each other. */
function isStackedShare(column: DrawnColumn, drawn: readonly DrawnColumn[]): boolean {
  const { name, definition } = column.channel;
  if (name !== 'x' && name !== 'y') return false;
  const { stack } = definition;
  if (stack === 'normalize' || stack === 'center') return true;
  if (markOf(column) !== 'area' || stack === null || stack === false) return false;
  return drawn.some((other) => other.view === column.view && SERIES.includes(other.channel.name));
}

const SERIES: readonly string[] = ['color', 'fill', 'detail'];
