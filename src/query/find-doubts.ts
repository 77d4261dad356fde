import type { QueryDoubts, SqlDoubt } from '../model/answers.js';
import type { Column } from '../model/value.js';
import type { Coverage } from './coverage-of.js';
import { findChances } from './find-chances.js';
import { findFilteredDays } from './find-filtered-days.js';
import { findFloatingSums, type TableFacts } from './find-floating-sums.js';
import { findFrozenDays } from './find-frozen-days.js';
import { isFloatingType } from './floating-sum.js';
import type { QueryReading } from './read-queries.js';
import { outputName, rowShape, type RowShape } from './row-shape.js';
import { isConstant, isSelfComparison } from './sql-expression.js';
import { nodesOf } from './syntax-tree.js';

/** What is known of a draft's tables besides the texts of its queries. */
export interface DoubtContext {
  /** By the name of a query or data table, in lower case. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly coverageOf: (query: string) => Coverage | undefined;
}

const NOTHING_KNOWN: DoubtContext = { columns: new Map(), coverageOf: () => undefined };

/** Finds what the texts of queries give reason to doubt; `readings` in the order in which they read each other. */
export function findDoubts(
  readings: readonly QueryReading[],
  context: DoubtContext = NOTHING_KNOWN,
): ReadonlyMap<string, QueryDoubts> {
  const filtered = filteredDays(readings, context);
  const shapes = new Map<string, RowShape>();
  const facts = dataFacts(context);
  const doubts = new Map<string, QueryDoubts>();
  for (const { query, statement, dependencies } of readings) {
    const { node } = statement;
    const shape = rowShape(node, shapes);
    const name = query.name.toLowerCase();
    const found = findFloatingSums(node, { query: query.name, sql: query.sql.text, tables: facts, shapes });
    const columns = withTypes(found, context.columns.get(name));
    doubts.set(query.name, {
      chances: findChances(query.sql.text, node, shapes, floatingColumns(dependencies, context)),
      filteredDays: filtered.get(query.name) ?? [],
      frozenDays: findFrozenDays(query.sql.text, node),
      constants: nodesOf(node, 'select_list')
        .filter((item) => isConstant(item) || isSelfComparison(item))
        .map(outputName),
      ordered: shape.ordered,
      floatingSums: new Map([...columns].map(([column, { sums }]) => [column, sums])),
    });
    shapes.set(name, shape);
    facts.set(name, columns);
  }
  return doubts;
}

/** Of data, and of queries until their texts are read, the types say it. */
function dataFacts({ columns }: DoubtContext): Map<string, TableFacts> {
  return new Map([...columns].map(([name, own]) => [name, withTypes(new Map(), own)]));
}

/** Types are surer than texts, but for a column of floating numbers that are whole. */
function withTypes(facts: TableFacts, columns: readonly Column[] | undefined): TableFacts {
  if (!columns) return facts;
  return new Map(
    columns.map((column) => {
      const name = column.name.toLowerCase();
      const { exact, sums } = facts.get(name) ?? facts.get('') ?? { exact: false, sums: [] };
      return [name, { floating: isFloatingType(column.type) && !exact, exact, sums }];
    }),
  );
}

function floatingColumns(dependencies: QueryReading['dependencies'], { columns }: DoubtContext): ReadonlySet<string> {
  const read = dependencies.flatMap(({ name }) => columns.get(name.toLowerCase()) ?? []);
  return new Set(read.filter(({ type }) => isFloatingType(type)).map(({ name }) => name.toLowerCase()));
}

/** Without `covers` a macro says nothing of days before the first row. */
function filteredDays(
  readings: readonly QueryReading[],
  { coverageOf }: DoubtContext,
): ReadonlyMap<string, readonly SqlDoubt[]> {
  const byName = new Map(readings.map((reading) => [reading.query.name.toLowerCase(), reading]));
  const calendars = new Set(readings.flatMap(({ macroCalls }) => macroCalls.map(({ query }) => query.toLowerCase())));
  const all = new Map<string, readonly SqlDoubt[]>();
  for (const calendar of calendars) {
    const name = byName.get(calendar)?.query.name;
    const coverage = name === undefined ? undefined : coverageOf(name);
    if (name === undefined || !coverage) continue;
    for (const [query, doubts] of findFilteredDays(name, coverage, byName))
      all.set(query, [...(all.get(query) ?? []), ...doubts]);
  }
  return all;
}
