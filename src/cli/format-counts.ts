import type { FigureCounts } from '../build/count-figures.js';

/** `31 figures, 12 claims, 2 acknowledged`: what nobody checked stands apart. */
export function formatCounts({ figures, claims, acknowledged, said }: FigureCounts): string {
  return [counted(figures, 'figure'), counted(claims, 'claim'), ...unchecked(acknowledged, said)].join(', ');
}

/** `31 figures, 12 claims checked`, for what was made; claims only where there are any. */
export function formatMade({ figures, claims, acknowledged, said }: FigureCounts): string {
  const checked = claims > 0 ? [`${counted(claims, 'claim')} checked`] : [];
  return [counted(figures, 'figure'), ...checked, ...unchecked(acknowledged, said)].join(', ');
}

function unchecked(acknowledged: number, said: number): readonly string[] {
  return [
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
    ...(said > 0 ? [`${said} said by others`] : []),
  ];
}

/** `1 draft`, `2 drafts`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
