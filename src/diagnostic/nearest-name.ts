import { distance } from 'fastest-levenshtein';

/** The candidate that a person most likely meant, case folded; `undefined` when none is near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  // Two letters the wrong way round are a distance of two, and the commonest slip of all
  const most = Math.max(1, Math.floor(wanted.length * 0.4));
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const near = distance(wanted, candidate.toLowerCase());
    if (near < bestDistance) {
      best = candidate;
      bestDistance = near;
    }
  }
  return best;
}
