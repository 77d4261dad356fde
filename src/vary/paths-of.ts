import type { Expression } from '../model/expression.js';

/** What an expression tree names: paths, and words that may name columns. */
export interface Names {
  /** The names of each path, in order. */
  readonly paths: readonly (readonly string[])[];
  readonly words: ReadonlySet<string>;
  /** Texts that values are compared with, by the last name of a path beside them, in lower case. */
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every path and every quoted word of the expressions in a part of a draft. */
export function pathsOf(...parts: readonly unknown[]): Names {
  const paths: string[][] = [];
  const words = new Set<string>();
  const compared = new Map<string, Set<string>>();
  const waiting: unknown[] = [...parts];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const { type, segments, value, at } = part as Partial<Record<'type' | 'segments' | 'value' | 'at', unknown>>;
    if (type === 'path' && at !== true && Array.isArray(segments))
      paths.push(segments.map((segment: { readonly text: string }) => segment.text));
    if (type === 'literal' && typeof value === 'string') words.add(value.toLowerCase());
    for (const [column, text] of comparisons(part)) compared.set(column, (compared.get(column) ?? new Set()).add(text));
    for (const below of Object.values(part)) if (typeof below === 'object') waiting.push(below);
  }
  return { paths, words, compared };
}

/** `eq q.kind "bomb"`, `{{#when q.kind "=" "bomb"}}`. */
function comparisons(part: object): [column: string, text: string][] {
  const { name, args } = part as { readonly name?: unknown; readonly args?: readonly Expression[] };
  if ((name !== 'eq' && name !== 'when') || !Array.isArray(args)) return [];
  const expressions = args as readonly Expression[];
  const columns = expressions.flatMap((one) => (one.type === 'path' ? (one.segments.at(-1)?.text ?? []) : []));
  const texts = expressions.flatMap((one) =>
    one.type === 'literal' && typeof one.value === 'string' ? [one.value] : [],
  );
  return columns.flatMap((column) =>
    texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map((text): [string, string] => [column.toLowerCase(), text]),
  );
}
