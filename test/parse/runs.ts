const SOAK = process.env['THREADWRIGHT_SOAK'] === '1';

/** For a suite of properties: a soak takes minutes. */
export const PATIENT = { timeout: SOAK ? 900_000 : 60_000 };

/** How often a property is tried: hundreds of times in `npm test`, thousands in `npm run soak`. */
export function runs(numRuns: number): { readonly numRuns: number } {
  return { numRuns: SOAK ? numRuns * 20 : numRuns };
}
