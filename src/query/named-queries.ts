import type { Draft } from '../model/draft.js';

/** What prose, charts and tables name: tags and claims by a path, a chart by a word of its spec. */
export function namedQueries({
  body,
  frontMatter,
  charts,
  tables,
}: Pick<Draft, 'body' | 'frontMatter' | 'charts' | 'tables'>): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [body, frontMatter, charts, tables];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const head = headOf(part);
    if (head !== undefined) names.add(head);
    const values: readonly unknown[] = Object.values(part);
    for (const value of values) if (typeof value === 'object') waiting.push(value);
  }
  for (const { name, spec } of charts) {
    names.add(name);
    for (const [word] of spec.text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) names.add(word);
  }
  for (const { query } of tables) if (query) names.add(query.text);
  return names;
}

/** The first name of a path such as `burst.n`. */
function headOf(part: object): string | undefined {
  const { type, segments } = part as { type?: unknown; segments?: readonly { readonly text?: unknown }[] };
  const text = type === 'path' ? segments?.[0]?.text : undefined;
  return typeof text === 'string' ? text : undefined;
}
