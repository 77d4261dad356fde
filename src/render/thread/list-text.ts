import type { List, ListItem, RootContent } from 'mdast';
import { spanOf, type RenderContext } from './render-context.js';
import { EMPTY, join, traced, type TracedText } from './traced-text.js';

/** Renders what stands in an item, besides lists; handed in, because items hold blocks and blocks hold lists. */
export type RenderBlocks = (nodes: readonly RootContent[]) => TracedText;

/** Platforms strip the spaces that a line starts with, so a nested list is told by its marks. */
const BULLETS = ['•', '–', '·'];

interface Nesting {
  readonly depth: number;
  /** The numbers of the items around, e.g. `2.`: an ordered list inside item 2 counts `2.1.` */
  readonly numbers: string;
}

/** A list, an item a line: `• `, `1. `, `i. `, `☐ `; an empty item goes. */
export function listText(
  list: List,
  context: RenderContext,
  renderBlocks: RenderBlocks,
  nesting: Nesting = { depth: 0, numbers: '' },
): TracedText {
  const items: TracedText[] = [];
  for (const item of list.children) {
    const mark = itemMark(list, item, items.length, context, nesting);
    const numbers = list.ordered === true ? mark.replace(')', '.') : nesting.numbers;
    const text = itemText(item, context, renderBlocks, { depth: nesting.depth + 1, numbers });
    if (text.text.trim() === '') continue;
    const shown = [mark, taskMark(item)].filter((part) => part !== undefined);
    if (shown.length > 1 && list.ordered !== true) shown.shift();
    items.push(join([traced(`${shown.join(' ')} `, { origin: 'draft', span: markSpan(item) }), text]));
  }
  return join(items, list.spread === true ? '\n\n' : '\n');
}

function itemText(item: ListItem, context: RenderContext, renderBlocks: RenderBlocks, nesting: Nesting): TracedText {
  let whole = EMPTY;
  for (const child of item.children) {
    const text = child.type === 'list' ? listText(child, context, renderBlocks, nesting) : renderBlocks([child]);
    if (text.text.trim() === '') continue;
    const separator = child.type === 'list' || item.spread !== true ? '\n' : '\n\n';
    whole = whole.text === '' ? text : join([whole, text], separator);
  }
  return whole;
}

function itemMark(
  list: List,
  item: ListItem,
  index: number,
  context: RenderContext,
  { depth, numbers }: Nesting,
): string {
  const number = (list.start ?? 1) + index;
  if (depth === 0 && context.marks !== 'draft')
    return `${roman(number) || number}${context.marks === 'roman' ? '.' : ')'}`;
  if (list.ordered !== true) return BULLETS[Math.min(depth, BULLETS.length - 1)] ?? '•';
  const { start, end } = spanOf(item);
  return `${numbers}${number}${/^\d+\)/.test(context.source.text.slice(start, end)) ? ')' : '.'}`;
}

function taskMark(item: ListItem): string | undefined {
  if (typeof item.checked !== 'boolean') return undefined;
  return item.checked ? '☑' : '☐';
}

function markSpan(item: ListItem): { start: number; end: number } {
  const { start } = spanOf(item);
  return { start, end: start + 1 };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  const [value, letters] = ROMAN.find(([least]) => least <= number) ?? [];
  return value === undefined || letters === undefined ? '' : letters + roman(number - value);
}
