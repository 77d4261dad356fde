import type { VariedClaim } from '../model/variation.js';

/** `21 claims: 19 turn false under some data, 2 never do`; while changes are left, nobody knows whether they never do. */
export function countClaims(claims: readonly VariedClaim[], untried = 0): string {
  if (claims.length === 0) return 'no claims';
  const turned = claims.filter(({ outcome }) => outcome === 'false').length;
  const never = claims.length - turned;
  const head = `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`;
  if (never === 0) return `${head}, ${claims.length === 1 ? 'which turns' : 'all of which turn'} false under some data`;
  const rest = untried > 0 ? `${never} not yet` : `${never} never ${never === 1 ? 'does' : 'do'}`;
  return `${head}: ${turned} ${turned === 1 ? 'turns' : 'turn'} false under some data, ${rest}`;
}
