import type { TablePlace } from './arrange-tables.js';
import { readPlaces, type PrintedPlace } from './read-pages.js';

/** A print in which a table has no place yet, with those that it may have; without any, all tables have theirs. */
export interface TrialPrint {
  readonly candidates: readonly TablePlace[];
  readonly bytes: () => Promise<Uint8Array>;
}

/**
 * Finds where the tables of a report stand that lie across: each after as much of the text that follows it as fills the
 * sheet which it would leave empty. Returns for each how many blocks of the text stand before it; those for which there was
 * no time stay where they are written.
 *
 * @param tryOut Sets the page with some places known.
 */
export async function placeTables(
  tryOut: (places: readonly number[]) => Promise<TrialPrint>,
): Promise<readonly number[]> {
  const places: number[] = [];
  while (places.length < MOST_PLACED) {
    const { candidates, bytes } = await tryOut(places);
    const [first] = candidates;
    if (!first) break;
    places.push(candidates.length === 1 ? first.at : bestPlace(candidates, await readPlaces(await bytes())));
  }
  return places;
}

/** Each takes a print; those after them stay where they are written. */
const MOST_PLACED = 12;

/** The place that leaves the least of a sheet empty, as long as it is worth the way. */
export function bestPlace(candidates: readonly TablePlace[], printed: ReadonlyMap<string, PrintedPlace>): number {
  const [first] = candidates;
  const start = first && printed.get(first.mark);
  if (!start) return first?.at ?? 0;
  let [best, least] = [first.at, Infinity];
  let end = start;
  for (const [passed, { at, mark, isBeyond }] of candidates.entries()) {
    const here = printed.get(mark) ?? end;
    // A picture that went ahead to the next page takes the table along
    if (here.page > end.page || (here.page === end.page && here.down > end.down)) end = here;
    const cost =
      emptyAt(end) + COST.block * passed + COST.page * (end.page - start.page) + (isBeyond ? COST.heading : 0);
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

/** In sheets of white: what a way between a table and where it is written costs. */
const COST = { block: 0.02, page: 0.3, heading: 0.5 } as const;

/** How much of a sheet is empty below a place, of what its margins leave. */
function emptyAt({ down }: PrintedPlace): number {
  return Math.max(0, 1 - down / TEXT);
}

/** The part of a sheet, as high as it is, that is not margin. */
const TEXT = 0.83;
