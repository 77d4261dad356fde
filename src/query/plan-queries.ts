import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { QueryDoubts, SourceRecord } from '../model/answers.js';
import type { QueryBlock } from '../model/draft.js';
import type { Column } from '../model/value.js';
import type { CalendarTable } from './calendar-sql.js';
import { Calendars } from './calendars.js';
import { coverageOf, type Coverage } from './coverage-of.js';
import { describeQuery } from './describe-query.js';
import type { Engine } from './engine.js';
import { findDoubts } from './find-doubts.js';
import { violationMessage } from './explain-problem.js';
import type { MacroCall } from './macro-calls.js';
import { namedQueries } from './named-queries.js';
import { orderQueries } from './order-queries.js';
import { readUsed, type PlannedDraft } from './read-used.js';
import { resolveReads } from './resolve-reads.js';
import { ENGINE_ENDED, Skips } from './skips.js';

/** What can be run, in the order in which it can be. */
export interface QueryPlan {
  /** Every query of the draft that is used: its own, and what it uses of imported files. */
  readonly queries: readonly QueryBlock[];
  readonly steps: readonly PlannedQuery[];
  /** By query name as the draft writes it; a query that cannot be run is missing and has a message. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  readonly sources: readonly SourceRecord[];
}

export interface PlannedQuery {
  readonly query: QueryBlock;
  /** Queries and data tables it reads directly, as they are declared, sorted. */
  readonly reads: readonly string[];
  readonly ordered: boolean;
  readonly macroCalls: readonly MacroCall[];
  /** What is to be computed before it: the calendars that it looks at. */
  readonly calendars: readonly CalendarTable[];
  readonly doubts: QueryDoubts | undefined;
  /** Whether another query reads it. */
  readonly isRead: boolean;
  /** Whether anything outside the SQL may show it. */
  readonly isNamed: boolean;
}

/**
 * Checks every query of a draft without running one, and leaves the engine with a view for each that can be run:
 *
 *     names → syntax trees, gate → what each reads → order → calendars, columns
 */
export async function planQueries(
  draft: PlannedDraft,
  engine: Engine,
  sources: readonly SourceRecord[],
): Promise<Outcome<QueryPlan>> {
  const declared = [...draft.frontMatter.data, ...draft.queries].map(({ name }) => name);
  const names = namedQueries(draft);
  const read = await readUsed(draft, engine, { declared, names });
  const reads = resolveReads([...read.value.values()], declared);
  const { order, cycles } = orderQueries(reads.value);

  const skips = new Skips();
  for (const { name } of draft.frontMatter.data) {
    if (!sources.some((each) => each.name === name)) skips.fail(name, `the data \`${name}\` could not be loaded`);
  }
  for (const query of read.used) if (!reads.value.has(query.name)) skips.fail(query.name, failed(query));
  for (const query of read.unread) skips.skip(query, ENGINE_ENDED);
  for (const name of cycles.flat()) skips.fail(name, `\`${name}\` stands in a circle`);

  const columns = new Map<string, readonly Column[]>();
  const covered = (name: string): Coverage | undefined => coverageOf(name, reads.value, draft.frontMatter.data);
  const calendars = new Calendars(engine, covered);
  const messages: Message[] = [];
  for (const name of order) {
    const reading = read.value.get(name);
    if (!reading || skips.skipIfNeeded(reading.query, reads.value.get(name) ?? [])) continue;
    const unfit = await calendars.make(reading, columns);
    messages.push(...unfit.map((fault) => violationMessage(fault, 'query-macro', { query: reading.query })));
    if (unfit.length > 0) {
      skips.fail(name, failed(reading.query));
      continue;
    }
    const described = await describeQuery(reading, engine, declared);
    messages.push(...described.messages);
    if (described.value === 'ended') skips.skip(reading.query, ENGINE_ENDED);
    else if (described.value === 'failed') skips.fail(name, failed(reading.query));
    else columns.set(name, described.value);
  }

  const doubts = findDoubts(
    order.flatMap((name) => read.value.get(name) ?? []),
    { columns: await columnsByName(columns, engine, sources), coverageOf: covered },
  );
  const steps = [...columns.keys()].flatMap((name): PlannedQuery[] => {
    const reading = read.value.get(name);
    if (!reading) return [];
    const { query, ordered, macroCalls } = reading;
    const isRead = [...columns.keys()].some((other) => reads.value.get(other)?.includes(name));
    const isNamed = names.has(name);
    return [
      {
        query,
        reads: reads.value.get(name) ?? [],
        ordered,
        macroCalls,
        calendars: calendars.neededBy(macroCalls),
        doubts: doubts.get(name),
        isRead,
        isNamed,
      },
    ];
  });
  return {
    value: { queries: read.used, steps, columns, sources },
    messages: [
      ...read.messages,
      ...reads.messages,
      ...cycleMessages(cycles, read.used),
      ...messages,
      ...skips.messages(),
    ],
  };
}

/** The columns of queries and of data, by their names in lower case. */
async function columnsByName(
  columns: QueryPlan['columns'],
  engine: Engine,
  sources: readonly SourceRecord[],
): Promise<ReadonlyMap<string, readonly Column[]>> {
  const all = new Map([...columns].map(([name, own]) => [name.toLowerCase(), own]));
  for (const { name } of sources) {
    const described = await engine.describe(`FROM "${name.replaceAll('"', '""')}"`);
    if (described.kind === 'ok') all.set(name.toLowerCase(), described.value);
  }
  return all;
}

function failed({ name }: QueryBlock): string {
  return `\`${name}\` failed`;
}

function cycleMessages(cycles: readonly (readonly string[])[], queries: readonly QueryBlock[]): Message[] {
  return queries.flatMap(({ name, nameSpan, source }) => {
    const cycle = cycles.find((each) => each.includes(name));
    if (!cycle) return [];
    const from = cycle.indexOf(name);
    const circle = [...cycle.slice(from), ...cycle.slice(0, from), name].map((each) => `\`${each}\``).join(' → ');
    const reason =
      cycle.length === 1 ? `The query \`${name}\` reads itself` : `Queries read each other in a circle: ${circle}`;
    return [messageAt(source, nameSpan, 'query-cycle', reason, 'Take one step of the circle out')];
  });
}
