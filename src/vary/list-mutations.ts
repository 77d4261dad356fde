import type { Answers } from '../model/answers.js';
import type { Draft } from '../model/draft.js';
import type { Column, LogicalType, Table } from '../model/value.js';
import type { ResultChange, ResultMutation } from '../model/variation.js';
import { mutateTable } from './mutate-table.js';
import { pathsOf, type Names } from './paths-of.js';

/**
 * Lists what is changed of the answers of the queries that a draft's tags and claims read: each column that they read,
 * then the rows as a whole. A column that is the same whatever the data is stays, as does one that addresses rows.
 */
export function listMutations(draft: Draft, answers: Answers): readonly ResultMutation[] {
  const { frontMatter, body, charts, tables } = draft;
  const { title, kicker, standfirst, description, keyFigures } = frontMatter;
  const names = pathsOf(title, kicker, standfirst, description, keyFigures, body, charts, tables);
  const read = new Set(names.paths.map(([head = '']) => head));
  return [...answers.tables.values()]
    .filter(({ query }) => read.has(query))
    .flatMap((table) =>
      [
        ...columnsRead(table, names, answers).flatMap(({ name, logical }) =>
          [
            ...(isYear(name) ? (['NULL'] as const) : OF_COLUMN[logical]),
            ...(logical === 'text'
              ? [...(names.compared.get(name.toLowerCase()) ?? [])].map((text) => `“${text}”` as const)
              : []),
          ].map((change) => ({ column: name, change })),
        ),
        ...OF_ROWS.map((change) => ({ column: undefined, change })),
      ].flatMap(({ column, change }): ResultMutation[] =>
        mutateTable(table, column, change) ? [{ kind: 'result', name: table.query, column, change }] : [],
      ),
    );
}

const OF_COLUMN: Record<LogicalType, readonly ResultChange[]> = {
  number: ['0', '1', '2', '×10', 'NULL'],
  boolean: ['flipped', 'NULL'],
  text: ['empty', 'NULL'],
  date: ['NULL'],
  list: ['NULL'],
  other: ['NULL'],
};

/** No year is 0, 1 or 20260. */
function isYear(name: string): boolean {
  return /(?:^|_)year$/i.test(name);
}

const OF_ROWS: readonly ResultChange[] = ['no row', 'its first row only', 'a tie'];

/** The columns that somebody may read: of a path that a loop’s row begins, any query’s may be meant. */
function columnsRead(table: Table, { paths, words }: Names, answers: Answers): readonly Column[] {
  const constants = answers.queries.find(({ name }) => name === table.query)?.doubts?.constants ?? [];
  const isOwn = ([head = '']: readonly string[]): boolean => head === table.query || !answers.tables.has(head);
  const named = new Set(
    [...words, ...paths.filter(isOwn).flatMap((path) => path.slice(1))].map((name) => name.toLowerCase()),
  );
  const isWhole = paths.some((path) => path.length === 1 && path[0] === table.query);
  return table.columns.filter(({ name }) => {
    const folded = name.toLowerCase();
    if (folded === table.key?.toLowerCase() || constants.includes(folded)) return false;
    return named.has(folded) || (isWhole && (folded === 'ok' || table.columns.length === 1));
  });
}
