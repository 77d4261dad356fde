import type { Answers, QueryRecord } from '../model/answers.js';

/** The queries that some queries depend on, themselves too, as far as they were answered. */
export function dependenciesOf(names: Iterable<string>, { queries }: Pick<Answers, 'queries'>): QueryRecord[] {
  const byName = new Map(queries.map((record) => [record.name, record]));
  const found = new Set<QueryRecord>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const record = byName.get(name);
    if (!record || found.has(record)) continue;
    found.add(record);
    waiting.push(...record.reads);
  }
  return [...found];
}
