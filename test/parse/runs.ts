/** How often a property is tried: hundreds of times in `npm test`, thousands in `npm run soak`. */
export function runs(numRuns: number): { readonly numRuns: number } {
  return { numRuns: process.env['THREADWRIGHT_SOAK'] === '1' ? numRuns * 20 : numRuns };
}
