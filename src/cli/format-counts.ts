import type { FigureCounts } from '../build/count-figures.js';

/** `31 figures, 12 claims`, with `checked` behind them if it is asked for, then what nobody checked: `2 acknowledged`. */
export function formatCounts(
  { figures, claims, acknowledged, said }: FigureCounts,
  { checked }: { readonly checked: boolean },
): string {
  const parts = [counted(figures, 'figure'), `${counted(claims, 'claim')}${checked ? ' checked' : ''}`];
  if (acknowledged > 0) parts.push(`${acknowledged} acknowledged`);
  if (said > 0) parts.push(`${said} said by others`);
  return parts.join(', ');
}

/** `1 draft`, `2 drafts`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
