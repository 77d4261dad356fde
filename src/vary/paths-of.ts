/** What an expression tree names: paths, and words that may name columns. */
export interface Names {
  /** The names of each path, in order. */
  readonly paths: readonly (readonly string[])[];
  readonly words: ReadonlySet<string>;
}

/** Every path and every quoted word of the expressions in a part of a draft. */
export function pathsOf(...parts: readonly unknown[]): Names {
  const paths: string[][] = [];
  const words = new Set<string>();
  const waiting: unknown[] = [...parts];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    const { type, segments, value, at } = part as Partial<Record<'type' | 'segments' | 'value' | 'at', unknown>>;
    if (type === 'path' && at !== true && Array.isArray(segments))
      paths.push(segments.map((segment: { readonly text: string }) => segment.text));
    if (type === 'literal' && typeof value === 'string') words.add(value.toLowerCase());
    for (const below of Object.values(part)) if (typeof below === 'object') waiting.push(below);
  }
  return { paths, words };
}
