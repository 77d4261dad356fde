import type { Node, Nodes, Root } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Token } from 'micromark-util-types';
import { SKIP, visit } from 'unist-util-visit';
import type { Span } from '../model/position.js';

/** Where a part of a tag or link stands in what Markdown read, and its text without the quote marks before its lines. */
export interface SourcePart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `{{…}}` as Markdown hands it over; never leaves the parse stage. */
export interface RawTagNode {
  readonly type: 'rawTag';
  /** What stands between the braces. */
  readonly inner: SourcePart;
  readonly position?: Node['position'];
}

/** `\{{`, which prints two braces; never leaves the parse stage. */
export interface LiteralBracesNode {
  readonly type: 'literalBraces';
  readonly position?: Node['position'];
}

/** The parts of a link, image or definition as they are written. */
export interface SourceParts {
  label?: SourcePart;
  destination?: SourcePart;
  title?: SourcePart;
}

declare module 'mdast' {
  interface Data {
    parts?: SourceParts;
  }
  interface RootData {
    texts?: readonly Span[];
  }
}

/** Makes nodes of tags, and keeps where texts and the parts of links, images and definitions stand. */
export function tagNodes(): Extension {
  return {
    transforms: [keepTexts],
    enter: {
      tag(token) {
        const { start, end, text } = partOf(this, token);
        enter(this, { type: 'rawTag', inner: { start: start + 2, end: end - 2, text: text.slice(2, -2) } }, token);
      },
      literalBraces(token) {
        enter(this, { type: 'literalBraces' }, token);
      },
      labelText(token) {
        remember(this, 'label', token);
      },
      resourceDestinationString(token) {
        remember(this, 'destination', token);
        this.buffer();
      },
      resourceTitleString(token) {
        remember(this, 'title', token);
        this.buffer();
      },
      definitionDestinationString(token) {
        remember(this, 'destination', token);
        this.buffer();
      },
      definitionTitleString(token) {
        remember(this, 'title', token);
        this.buffer();
      },
    },
    exit: {
      tag(token) {
        this.exit(token);
      },
      literalBraces(token) {
        this.exit(token);
      },
    },
  };
}

function enter(context: CompileContext, node: RawTagNode | LiteralBracesNode, token: Token): void {
  // mdast's types say what a tree may hold for everybody; these two nodes are for this stage alone
  context.enter(node as unknown as Nodes, token);
}

function remember(context: CompileContext, part: keyof SourceParts, token: Token): void {
  const node = context.stack.findLast(
    (ancestor) => ancestor.type === 'link' || ancestor.type === 'image' || ancestor.type === 'definition',
  );
  if (!node) return;
  const data = (node.data ??= {});
  (data.parts ??= {})[part] = partOf(context, token);
}

function partOf(context: CompileContext, token: Token): SourcePart {
  return { start: token.start.offset, end: token.end.offset, text: context.sliceSerialize(token) };
}

/** Keeps where what is left as text stands; an address that became a link by itself is none. */
function keepTexts(tree: Root): void {
  const texts: Span[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' && !node.data?.parts?.label) return SKIP;
    if (node.type !== 'text') return undefined;
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined && end?.offset !== undefined) texts.push({ start: start.offset, end: end.offset });
    return undefined;
  });
  tree.data = { ...tree.data, texts };
}
