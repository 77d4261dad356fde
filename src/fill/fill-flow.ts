import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import type { BlockNode } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { chooseArm } from './choose-arm.js';
import { eachRound } from './each-round.js';
import { fillInline, plainText, type Cursor } from './fill-inline.js';
import { attempt, type Filling } from './filling.js';
import type { Scope } from '../expression/scope.js';

/** Stands where a block printed nothing, so that a post it emptied can be told from one that never had anything. */
export interface OmittedNode {
  readonly type: 'omitted';
  readonly by: 'only' | 'condition';
  readonly span: Span;
}

/** A filled flow, before it is parted into posts; `omitted` never leaves the fill stage. */
export type FilledFlow = RootContent | OmittedNode;

/** Fills flow nodes; what becomes empty goes. */
export function fillFlow(nodes: readonly RootContent[], scope: Scope, filling: Filling): FilledFlow[] {
  return nodes.flatMap((node) => fillNode(node, scope, filling));
}

function fillNode(node: RootContent, scope: Scope, filling: Filling): FilledFlow[] {
  switch (node.type) {
    case 'paragraph': {
      const children = trimEnd(inline(node.children, 'body'));
      return isEmpty(children) ? [omitted(node.position, emptiedBy(node.children))] : [{ ...node, children }];
    }
    case 'heading': {
      // A thread has no section titles
      if (scope.target.kind === 'thread') return [omitted(node.position, 'only')];
      return [{ ...node, children: inline(node.children, 'heading') }];
    }
    case 'blockquote':
    case 'footnoteDefinition': {
      const children = flow(node.children);
      return children.length > 0 ? [{ ...node, children }] : [omitted(node.position)];
    }
    case 'list': {
      const items = fillFlow(node.children, scope, filling).filter((item) => item.type === 'listItem');
      return items.length > 0 ? [{ ...node, children: items }] : [omitted(node.position)];
    }
    case 'listItem': {
      const children = flow(node.children);
      return children.length > 0 ? [{ ...node, children } satisfies ListItem] : [];
    }
    case 'table':
      return [table(node)];
    case 'tableFigure': {
      const children = node.children.map((child) =>
        child.type === 'table' ? table(child) : { ...child, children: inline(child.children, 'heading') },
      );
      return [{ ...node, children }];
    }
    case 'block':
      return fillBlock(node, scope, filling);
    default:
      return [node];
  }

  function inline(children: readonly PhrasingContent[], place: Cursor['place']): PhrasingContent[] {
    return fillInline(children, scope, { before: '', place }, filling);
  }

  function table(one: Table): Table {
    const children = one.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: inline(cell.children, 'cell') })),
    }));
    return { ...one, children };
  }

  function flow(children: readonly RootContent[]): (BlockContent | DefinitionContent)[] {
    return fillFlow(children, scope, filling).filter(
      (child): child is BlockContent | DefinitionContent => child.type !== 'omitted',
    );
  }
}

function fillBlock(block: BlockNode, scope: Scope, filling: Filling): FilledFlow[] {
  const nothing = (): FilledFlow[] => [
    { type: 'omitted', by: block.name === 'only' ? 'only' : 'condition', span: block.span },
  ];
  if (block.name === 'each' || block.name === 'with') {
    const rounds = attempt(filling, () => eachRound(block, scope, filling.loops));
    if (!rounds || rounds.length === 0) return nothing();
    return joinLists(rounds.flatMap(({ children, scope: inner }) => fillFlow(children, inner, filling)));
  }
  const arm = attempt(filling, () => chooseArm(block, scope));
  return arm ? fillFlow(arm.children, scope, filling) : nothing();
}

/** The items that a loop's rounds made are one list. */
function joinLists(nodes: readonly FilledFlow[]): FilledFlow[] {
  const joined: FilledFlow[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'list' && last?.type === 'list' && last.ordered === node.ordered)
      joined[joined.length - 1] = { ...last, children: [...last.children, ...node.children] } satisfies List;
    else joined.push(node);
  }
  return joined;
}

function isEmpty(children: readonly PhrasingContent[]): boolean {
  return children.every((child) => child.type !== 'media' && child.type !== 'html' && plainText([child]).trim() === '');
}

/** What emptied a paragraph: `#only` alone meant to. */
function emptiedBy(children: readonly PhrasingContent[]): OmittedNode['by'] {
  const meant = children.every(
    (child) =>
      (child.type === 'block' && child.name === 'only') || (child.type === 'text' && child.value.trim() === ''),
  );
  return meant ? 'only' : 'condition';
}

function omitted(
  position: { start: { offset?: number }; end: { offset?: number } } | undefined,
  by: OmittedNode['by'] = 'condition',
): OmittedNode {
  const start = position?.start.offset ?? 0;
  return { type: 'omitted', by, span: { start, end: position?.end.offset ?? start } };
}

/** What a block's last line leaves at the end of a paragraph: a line break that parts nothing. */
function trimEnd(children: readonly PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  if (last?.type !== 'text') return [...children];
  const value = last.value.trimEnd();
  return value === '' ? trimEnd(children.slice(0, -1)) : [...children.slice(0, -1), { ...last, value }];
}
