import type { Column, Table } from '../model/value.js';
import type { ChannelReference } from './read-encoding.js';
import { COUNTING } from './vocabulary.js';

/** What is wrong with drawing a column as the type that a channel gives it, if anything. */
export function typeProblem(
  { type, aggregate }: Pick<ChannelReference, 'type' | 'aggregate'>,
  column: Column,
  table: Table,
): { reason: string; note: string } | undefined {
  const found = `column \`${column.name}\` of \`${table.query}\` holds ${HOLDS[column.logical]}`;
  if (column.logical === 'list' || column.logical === 'other')
    return type === undefined || (typeof aggregate === 'string' && COUNTING.includes(aggregate))
      ? undefined
      : {
          reason: `Unexpected ${column.type} value: ${found}`,
          note: 'Make it a number, a text or a date in the query',
        };
  if (type === 'quantitative' && (column.logical === 'text' || column.logical === 'date')) {
    if (typeof aggregate === 'string' && COUNTING.includes(aggregate)) return undefined;
    const better = column.logical === 'date' ? 'temporal' : 'nominal';
    return {
      reason: `Unexpected type \`quantitative\`: ${found}`,
      note: `Use \`type: ${better}\`, or make it a number in the query: \`CAST(… AS DOUBLE)\``,
    };
  }
  if (type !== 'temporal' || column.logical === 'date') return undefined;
  if (column.logical === 'text' && holdsDates(column, table)) return undefined;
  return {
    reason: `Unexpected type \`temporal\`: ${found}, expected dates`,
    note:
      column.logical === 'number'
        ? 'Use `type: ordinal` or `quantitative`, or make dates in the query: `make_date(year, 1, 1)`'
        : 'Make dates in the query: `CAST(… AS DATE)`, or `strptime` with a format',
  };
}

const HOLDS = {
  boolean: 'true and false',
  number: 'numbers',
  date: 'dates',
  text: 'text',
  list: 'lists',
  other: 'other values',
};

/** True when every value of a text column reads as a date and a time, e.g. a TIMESTAMP that is not all midnights. */
function holdsDates(column: Column, table: Table): boolean {
  const index = table.columns.indexOf(column);
  return table.rows.every((row) => {
    const cell = row[index];
    if (cell?.kind !== 'text') return cell?.kind === 'null' || cell?.kind === 'date';
    return ISO.test(cell.value) && !Number.isNaN(Date.parse(cell.value));
  });
}

const ISO = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;
