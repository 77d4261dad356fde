import { nearestName } from '../diagnostic/nearest-name.js';
import type { Column } from '../model/value.js';
import type { MacroCall, MacroFault } from './macro-calls.js';
import { quoteList } from './quote-list.js';

/** Says why a query that a macro is given has no calendar; `columns` are those of the query, if it is one. */
export function checkCalendar(
  { macro, query, range }: MacroCall,
  columns: readonly Column[] | undefined,
): MacroFault | undefined {
  const fault = (reason: string, note: string): MacroFault => ({ range, reason, note });
  if (!columns) {
    const reason = `Unexpected data \`${query}\` for \`${macro.name}\`, expected the name of a query`;
    return fault(reason, 'Write a query with the columns `day` and `n`, and give its name');
  }
  const day = columnNamed('day', columns);
  const n = columnNamed('n', columns);
  const missing = !day ? 'day' : !n ? 'n' : undefined;
  if (missing !== undefined) {
    const names = columns.map(({ name }) => name);
    const near = nearestName(missing, names);
    const reason = `The query \`${query}\` has no column \`${missing}\`, expected a \`day\` and its number \`n\``;
    return fault(reason, near ? `Write \`${near} AS ${missing}\` in it` : `Its columns are ${quoteList(names)}`);
  }
  if (day?.type !== 'DATE') {
    const reason = `Unexpected type \`${day?.type ?? ''}\` of the column \`day\` of \`${query}\`, expected \`DATE\``;
    return fault(reason, 'Write `CAST(… AS DATE) AS day` in it');
  }
  if (n?.logical !== 'number') {
    const reason = `Unexpected type \`${n?.type ?? ''}\` of the column \`n\` of \`${query}\`, expected a number`;
    return fault(reason, 'Write `count(*) AS n` in it, for example');
  }
  return undefined;
}

function columnNamed(name: string, columns: readonly Column[]): Column | undefined {
  return columns.find((column) => column.name.toLowerCase() === name);
}
