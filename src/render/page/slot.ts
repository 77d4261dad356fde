import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/**
 * An element that this tool adds to a draft's own: it passes the HTML parser and the sanitiser by number,
 * so that nothing a draft writes can pass for one.
 */
export interface Slot {
  type: 'slot';
  fill: SlotFill;
  /** From the draft: sanitised. */
  children: ElementContent[];
}

interface SlotFill {
  readonly tagName: string;
  readonly properties: Properties;
  /** From the tool: stands before the children and is not sanitised. */
  readonly before: ElementContent[];
}

declare module 'hast' {
  interface ElementContentMap {
    slot: Slot;
  }
  interface RootContentMap {
    slot: Slot;
  }
}

/** The name of the element that keeps a slot's place while the sanitiser works. */
export const SLOT_NAME = 'tw-slot';

/** Makes a slot: an element of the tool around content of the draft. */
export function createSlot(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
  before: ElementContent[] = [],
): Slot {
  return { type: 'slot', fill: { tagName, properties, before }, children };
}

/** Puts numbered elements in the place of the slots; elements of that name that the draft wrote are unwrapped. */
export function numberSlots(tree: Root): { readonly tree: Root; readonly slots: readonly Slot[] } {
  const slots: Slot[] = [];
  const renamed = mapChildren(tree.children, (node) => {
    if (node.type === 'element' && node.tagName === SLOT_NAME) return node.children;
    if (node.type !== 'slot') return [node];
    slots.push(node);
    const properties = { dataN: String(slots.length - 1) };
    return [{ type: 'element', tagName: SLOT_NAME, properties, children: node.children }];
  });
  return { tree: { type: 'root', children: renamed }, slots };
}

/** Puts the slots' own elements back in the place of the numbered ones. */
export function fillSlots(tree: Root, slots: readonly Slot[]): Root {
  const filled = mapChildren(tree.children, (node) => {
    const slot = node.type === 'element' && node.tagName === SLOT_NAME ? slots[Number(node.properties['dataN'])] : null;
    if (!slot || node.type !== 'element') return [node];
    const { tagName, properties, before } = slot.fill;
    return [{ type: 'element', tagName, properties, children: [...before, ...node.children] } satisfies Element];
  });
  return { type: 'root', children: filled };
}

/** Replaces nodes from the leaves up. */
function mapChildren<Node extends RootContent>(nodes: Node[], replace: (node: Node) => Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (!('children' in node)) return replace(node);
    // A parent's children are a subset of what a root can hold, and `replace` gives back the same kind.
    const children = mapChildren(node.children as Node[], replace);
    return replace({ ...node, children });
  });
}
