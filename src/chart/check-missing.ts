import type { DrawnColumn } from './check-fields.js';
import type { Say } from './reporter.js';
import { cellsOf, countRows, isPlain, markOf, measureOf } from './drawn-values.js';
import { isObject } from './json.js';

/** Reports NULL: a number or a date that is not there leaves its mark out, a name that is not there prints `null`. */
export function checkMissing(column: DrawnColumn, drawn: readonly DrawnColumn[], say: Say): void {
  const { channel, table, whole } = column;
  if (!whole || SILENT.includes(channel.name) || 'aggregate' in channel.definition) return;
  const cells = cellsOf(column);
  const missing = countRows(cells, ({ kind }) => kind === 'null');
  if (!missing) return;
  const path = [...channel.path, 'field'];
  const found = `NULL in column \`${column.column.name}\` of \`${table.query}\` (${missing.rows})`;
  if (channel.name === 'text') {
    const gone = goneRows(column, drawn);
    if (cells.some(({ kind }, row) => kind === 'null' && !gone.has(row)))
      say(path, 'chart-null', `Unexpected ${found}: the chart would print it`, PUT_WORD);
  } else if (measureOf(column) === 'name') {
    if (isPrinted(column))
      say(path, 'chart-null', `Unexpected ${found}: the chart would print \`null\` as a name`, PUT_WORD);
  } else if (missing.count === cells.length) {
    say(path, 'chart-empty', `Unexpected ${found}: nothing would be drawn`, 'Look at the query’s conditions');
  } else if (!hasOwnWay(column)) {
    const mark = markOf(column) ?? '';
    const effect = PATHS.includes(mark) ? `the ${mark} has gaps there` : 'no mark is drawn for them';
    say(path, 'chart-gap', `Unexpected ${found}: ${effect}`, PUT_VALUE);
  }
}

const SILENT: readonly string[] = ['tooltip', 'description', 'detail', 'key', 'order', 'xOffset', 'yOffset'];
const PATHS: readonly string[] = ['line', 'area', 'trail'];
const PUT_WORD =
  "Leave such rows out in the query: `WHERE … IS NOT NULL`, or give them a name: `coalesce(…, 'unknown')`";
const PUT_VALUE =
  'Leave such rows out in the query: `WHERE … IS NOT NULL`; where NULL means none, write `coalesce(…, 0)`';

/** The rows that another channel of the same view leaves out anyway. */
function goneRows({ view }: DrawnColumn, drawn: readonly DrawnColumn[]): ReadonlySet<number> {
  const others = drawn.filter(
    (other) => other.view === view && other.channel.name !== 'text' && measureOf(other) !== 'name' && isPlain(other),
  );
  return new Set(others.flatMap((other) => cellsOf(other).flatMap(({ kind }, row) => (kind === 'null' ? [row] : []))));
}

/** False where the writer has taken the axis, the legend or the header away. */
function isPrinted({ channel: { name, definition } }: DrawnColumn): boolean {
  const guide = GUIDES[name] ?? 'legend';
  return definition[guide] !== null;
}

const GUIDES: Readonly<Record<string, string>> = {
  ...{ x: 'axis', y: 'axis', facet: 'header', row: 'header', column: 'header' },
};

/** True when the writer has said what becomes of values that are none. */
function hasOwnWay({ view, channel: { definition } }: DrawnColumn): boolean {
  const { mark, config } = view.value;
  const settings = isObject(config) ? [config['mark'], config['scale']] : [];
  return 'impute' in definition || [mark, ...settings].some((item) => isObject(item) && 'invalid' in item);
}
