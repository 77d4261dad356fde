import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { Arm, BlockNode } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';
import { markerName, type MarkerNode, type OpenFlow } from './marker.js';

type Content = RootContent | PhrasingContent;

/** More blocks within each other than a person can follow; every later step calls itself for each. */
const MOST_LEVELS = 20;

/** Folds the block tags among siblings into `block` nodes; a tag without its partner is a message. */
export function foldBlocks<Node extends Content>(
  nodes: readonly (Node | MarkerNode)[],
  source: SourceFile,
  messages: Message[],
): Node[] {
  const root: Content[] = [];
  const open: { marker: MarkerNode; block: BlockNode; children: Content[] }[] = [];
  let skipped = 0;
  for (const node of nodes) {
    const top = open.at(-1);
    const siblings = top?.children ?? root;
    if (node.type !== 'marker') {
      siblings.push(node);
      continue;
    }
    const { tag } = node;
    if (tag.kind === 'comment') continue;
    if (tag.kind === 'open' && open.length >= MOST_LEVELS) {
      if (skipped === 0) messages.push(tooDeep(node, source));
      skipped += 1;
    } else if (skipped > 0) {
      if (tag.kind === 'close') skipped -= 1;
    } else if (tag.kind === 'open') {
      const children: Content[] = [];
      const block: BlockNode = { type: 'block', name: tag.name, arms: [arm(tag, children)], span: tag.span };
      siblings.push(block);
      open.push({ marker: node, block, children });
    } else if (!top) {
      messages.push(unopened(node, source));
    } else if (tag.kind === 'else') {
      top.children = [];
      if (top.block.arms.at(-1)?.tag.kind === 'else' && isBareElse(top.block))
        messages.push(elseAfterElse(node, top.marker, source));
      top.block.arms.push(arm(tag, top.children));
    } else {
      open.pop();
      if (tag.name !== openName(top.marker)) messages.push(mismatched(node, top.marker, source));
      top.block.span = { start: top.marker.span.start, end: tag.span.end };
    }
  }
  for (const { marker } of open) if (!isUnknown(marker)) messages.push(unclosed(marker, source));
  // A block takes the place of siblings, so what comes out is what went in
  return root as Node[];
}

/** Folds the block tags in a list item, quote or note. */
export function foldFlow(
  nodes: readonly OpenFlow[],
  { source, messages }: { readonly source: SourceFile; readonly messages: Message[] },
): (BlockContent | DefinitionContent)[] {
  // Items, quotes and notes hold flow content, which is what the markers were folded among
  return foldBlocks(nodes, source, messages) as (BlockContent | DefinitionContent)[];
}

/** The markers among these siblings whose partner is not among them. */
export function unmatchedMarkers(nodes: readonly (Content | MarkerNode)[]): Set<MarkerNode> {
  const unmatched = new Set<MarkerNode>();
  const open: MarkerNode[][] = [];
  for (const node of nodes) {
    if (node.type !== 'marker') continue;
    const group = open.at(-1);
    if (node.tag.kind === 'open') open.push([node]);
    else if (node.tag.kind === 'else') {
      if (group) group.push(node);
      else unmatched.add(node);
    } else if (node.tag.kind === 'close') {
      if (group) open.pop();
      else unmatched.add(node);
    }
  }
  for (const marker of open.flat()) unmatched.add(marker);
  return unmatched;
}

function openName({ tag }: MarkerNode): string | undefined {
  return tag.kind === 'open' ? (tag.unknown ?? tag.name) : undefined;
}

/** What no block is called was reported, and may well be a helper that needs no end. */
export function isUnknown({ tag }: MarkerNode): boolean {
  return tag.kind === 'open' && tag.unknown !== undefined;
}

function arm(tag: Arm['tag'], children: Content[]): Arm {
  return { tag, children };
}

function isBareElse(block: BlockNode): boolean {
  const last = block.arms.at(-1)?.tag;
  return last?.kind === 'else' && last.name === undefined;
}

function unopened(marker: MarkerNode, source: SourceFile): Message {
  const name = marker.tag.kind === 'close' ? marker.tag.name : 'if';
  return messageAt(
    source,
    marker.span,
    'block-unclosed',
    `Unexpected \`${markerName(marker)}\`, nothing is open here`,
    `Its \`{{#${name}}}\` must stand before it in the same paragraph, or each alone on its own line`,
  );
}

function unclosed(marker: MarkerNode, source: SourceFile): Message {
  const name = marker.tag.kind === 'open' ? marker.tag.name : '';
  return messageAt(
    source,
    marker.span,
    'block-unclosed',
    `Unexpected end, \`${markerName(marker)}\` is never closed`,
    `Add \`{{/${name}}}\`: in the same paragraph, or each of the two alone on its own line`,
  );
}

function tooDeep(marker: MarkerNode, source: SourceFile): Message {
  return messageAt(
    source,
    marker.span,
    'draft-too-deep',
    `Unexpected \`${markerName(marker)}\`, expected at most ${MOST_LEVELS} blocks within each other`,
    'Let the query decide, or write `{{else if}}`',
  );
}

function mismatched(marker: MarkerNode, opener: MarkerNode, source: SourceFile): Message {
  const line = locate(source, opener.span).line;
  return messageAt(
    source,
    marker.span,
    'block-unclosed',
    `Unexpected \`${markerName(marker)}\`, expected the end of \`${markerName(opener)}\` from line ${line}`,
  );
}

function elseAfterElse(marker: MarkerNode, opener: MarkerNode, source: SourceFile): Message {
  const line = locate(source, opener.span).line;
  return messageAt(
    source,
    marker.span,
    'block-unclosed',
    `Unexpected second \`{{else}}\` in \`${markerName(opener)}\` from line ${line}`,
    'Use `{{else if condition}}` for another case',
  );
}
