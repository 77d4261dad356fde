import type { Message, Outcome } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import { violationMessage } from './explain-problem.js';
import { quoteList } from './quote-list.js';
import type { QueryReading } from './read-queries.js';
import { tokenAt } from '../sql/scan-sql.js';

/** By query name, the queries and data it reads, spelled as they are declared, sorted. */
export type Reads = ReadonlyMap<string, readonly string[]>;

/** Finds what each query's tables are; a query that reads an unknown one has a message and is missing. */
export function resolveReads(readings: readonly QueryReading[], declared: readonly string[]): Outcome<Reads> {
  const byFolded = new Map(declared.map((name) => [name.toLowerCase(), name]));
  const reads = new Map<string, readonly string[]>();
  const messages: Message[] = [];
  for (const { query, dependencies } of readings) {
    const unknown = dependencies.filter(({ name }) => !byFolded.has(name.toLowerCase()));
    const others = declared.filter((name) => name !== query.name);
    for (const { name, offset } of unknown) {
      const range = offset === undefined ? undefined : tokenAt(query.sql.text, offset);
      const reason = `No query or data has the name \`${name}\``;
      messages.push(violationMessage({ range, reason, note: hint(name, others) }, 'query-unknown-name', { query }));
    }
    if (unknown.length > 0) continue;
    reads.set(query.name, dependencies.map(({ name }) => byFolded.get(name.toLowerCase()) ?? name).sort());
  }
  return { value: reads, messages };
}

function hint(name: string, declared: readonly string[]): string {
  const near = nearestName(name, declared);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  return declared.length === 0
    ? 'Declare data under `data:` in the front matter'
    : `The draft has ${quoteList(declared)}`;
}
