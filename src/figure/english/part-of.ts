import type { PartOf } from '../locale.js';

/** Words how many of a total: `all but one of the 12 attacks`, `both attacks`, `none of its recent attacks`. */
export function partOfWords(
  part: PartOf,
  noun: { readonly one: string; readonly other: string },
  of: string | undefined,
): string {
  const rest = (total: string) => of ?? `of the ${total} ${noun.other}`;
  switch (part.kind) {
    case 'all':
      return `all ${part.total} ${of ?? noun.other}`;
    case 'both':
      return `both ${of ?? noun.other}`;
    case 'only':
      return `the only ${noun.one}`;
    case 'none':
      return `none ${rest(part.total)}`;
    case 'neither':
      return `neither ${of ?? noun.one}`;
    case 'not-one':
      return `no ${noun.one}`;
    case 'all-but':
      return `all but ${part.exceptions} ${rest(part.total)}`;
    case 'some':
      return `${part.number} ${rest(part.total)}`;
    default:
      return part satisfies never;
  }
}

/** `none of the 12 attacks has`: none is no single one, as The Economist and AP have it. */
export function isSingularPart(part: PartOf): boolean {
  if (part.kind === 'some') return part.category === 'one';
  return part.kind !== 'all' && part.kind !== 'both' && part.kind !== 'all-but';
}
