/** Queries in an order in which each stands after those it reads. */
export interface QueryOrder {
  readonly order: readonly string[];
  /** Circles that together have every query that stands in one; none of these is in `order`. */
  readonly cycles: readonly (readonly string[])[];
}

/**
 * Orders queries after what they read, else as the draft does.
 * A query that reads a circle without being in it stays in the order.
 */
export function orderQueries(reads: ReadonlyMap<string, readonly string[]>): QueryOrder {
  const order: string[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const inCycle = new Set<string>();
  const path: string[] = [];

  const visit = (name: string): void => {
    const from = path.indexOf(name);
    if (from >= 0) {
      const cycle = path.slice(from);
      if (cycle.some((each) => !inCycle.has(each))) cycles.push(cycle);
      for (const each of cycle) inCycle.add(each);
      return;
    }
    if (done.has(name)) return;
    path.push(name);
    for (const each of reads.get(name) ?? []) if (reads.has(each)) visit(each);
    path.pop();
    done.add(name);
    order.push(name);
  };
  for (const name of reads.keys()) visit(name);
  return { order: order.filter((name) => !inCycle.has(name)), cycles };
}
