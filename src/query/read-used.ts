import type { Message } from '../diagnostic/message.js';
import type { Draft, QueryBlock } from '../model/draft.js';
import { checkNames } from './check-names.js';
import type { Engine } from './engine.js';
import { readQueries, type QueryReading, type QueryReadings } from './read-queries.js';

/** A draft as far as a plan looks at it. */
export interface PlannedDraft extends Pick<Draft, 'frontMatter' | 'queries' | 'body' | 'charts' | 'tables'> {
  /** An imported query to plan though nothing in the draft uses it. */
  readonly wanted?: string | undefined;
}

export interface UsedReadings extends QueryReadings {
  /** Every query that is used, those that could not be read too, in the order of the draft. */
  readonly used: readonly QueryBlock[];
}

/**
 * Reads the queries that a draft uses: all of its own, the imported ones that it names in tags, claims, charts and
 * tables or that a used one reads, and the expectations of imported files. No other imported query is looked at.
 */
export async function readUsed(
  draft: PlannedDraft,
  engine: Engine,
  { declared, names }: { readonly declared: readonly string[]; readonly names: ReadonlySet<string> },
): Promise<UsedReadings> {
  const used = new Set<QueryBlock>();
  const value = new Map<string, QueryReading>();
  const unread: QueryBlock[] = [];
  const messages: Message[] = [];
  const isAsked = ({ name, importedFrom, expectNone }: QueryBlock): boolean =>
    !importedFrom || expectNone || names.has(name) || name === draft.wanted;
  let next = draft.queries.filter(isAsked);
  while (next.length > 0) {
    for (const query of next) used.add(query);
    const named = await checkNames({ frontMatter: draft.frontMatter, queries: next }, engine);
    const read = await readQueries(named.value, engine, declared);
    for (const [name, reading] of read.value) value.set(name, reading);
    unread.push(...read.unread);
    messages.push(...named.messages, ...read.messages);
    const needed = new Set([...read.value.values()].flatMap(dependencyNames));
    next = draft.queries.filter((query) => !used.has(query) && needed.has(query.name.toLowerCase()));
  }
  return { used: draft.queries.filter((query) => used.has(query)), value, unread, messages };
}

function dependencyNames({ dependencies }: QueryReading): readonly string[] {
  return dependencies.map(({ name }) => name.toLowerCase());
}
