import type { Figure, Story } from '../model/story.js';

/** How many phrases of a draft follow its data. */
export interface FigureCounts {
  /** Computed phrases. */
  readonly figures: number;
  /** Claims that were held against the data, whatever came of it. */
  readonly claims: number;
  /** Claims that need no data, and claims of somebody else’s: neither was checked. */
  readonly acknowledged: number;
  readonly said: number;
}

/** What a draft has that was not read. */
export const NO_FIGURES: FigureCounts = { figures: 0, claims: 0, acknowledged: 0, said: 0 };

/** Counts figures and claims, each once however many outputs have it. */
export function countFigures(stories: readonly Story[]): FigureCounts {
  const all = stories.flatMap(({ figures }) => figures);
  const count = (isCounted: (figure: Figure) => boolean): number =>
    new Set(all.filter(isCounted).map(({ id }) => id)).size;
  const spoken = ({ finding }: Figure): boolean => finding?.kind === 'ack' || finding?.kind === 'said';
  return {
    figures: count(({ kind }) => kind === 'figure'),
    claims: count((figure) => figure.kind === 'claim' && !spoken(figure)),
    acknowledged: count(({ finding }) => finding?.kind === 'ack'),
    said: count(({ finding }) => finding?.kind === 'said'),
  };
}

/** Adds up the counts of several drafts. */
export function sumFigures(counts: readonly FigureCounts[]): FigureCounts {
  const total = (key: keyof FigureCounts): number => counts.reduce((sum, one) => sum + one[key], 0);
  return {
    figures: total('figures'),
    claims: total('claims'),
    acknowledged: total('acknowledged'),
    said: total('said'),
  };
}
