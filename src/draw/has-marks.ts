import type { View } from 'vega';

/** True when something is drawn besides axes, legends and titles. */
export function hasMarks(view: View): boolean {
  // The typings know the scene as something that JSON can hold.
  const { root } = view.scenegraph() as unknown as { readonly root: SceneMark };
  return holdsMarks(root);
}

interface SceneMark {
  readonly marktype: string;
  /** `mark` for what the specification draws; Vega names its own `axis-label`, `legend-symbol` and so on. */
  readonly role?: string;
  readonly items?: readonly { readonly items?: readonly SceneMark[] }[];
}

function holdsMarks({ marktype, role, items = [] }: SceneMark): boolean {
  if (marktype !== 'group') return role === 'mark' && items.length > 0;
  return items.some((item) => (item.items ?? []).some(holdsMarks));
}
