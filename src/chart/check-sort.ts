import type { DrawnColumn } from './check-fields.js';
import { textOf } from './check-domain.js';
import { cellsOf, isPlain, measureOf, nameOf } from './drawn-values.js';
import { isList } from './json.js';
import { suggest, type Say } from './reporter.js';

/**
 * Reports a name to sort by that no row has, when a row's name is not listed either: what was meant comes last instead.
 * A list that has every name and more is an order to keep, whatever the data holds.
 */
export function checkSort(column: DrawnColumn, say: Say): void {
  const { channel, table } = column;
  const { sort } = channel.definition;
  if (!isList(sort) || !isPlain(column) || measureOf(column) !== 'name') return;
  const present = new Set(
    cellsOf(column)
      .filter(({ kind }) => kind !== 'null')
      .map(nameOf),
  );
  const listed = sort.map(textOf);
  const unlisted = [...present].filter((name) => !listed.includes(name));
  if (unlisted.length === 0) return;
  for (const [index, name] of listed.entries()) {
    if (present.has(name)) continue;
    const note = suggest(name, unlisted, 'Not in the list');
    const reason = `Unexpected \`${name}\` to sort by: column \`${column.column.name}\` of \`${table.query}\` has no such value`;
    say([...channel.path, 'sort', index], 'chart-sort', reason, note);
  }
}
