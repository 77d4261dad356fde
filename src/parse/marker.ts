import type { PhrasingContent, RootContent } from 'mdast';
import type { CloseTag, CommentTag, ElseTag, OpenTag } from '../model/expression.js';
import type { Span } from '../model/position.js';

/** A tag that prints nothing by itself, before it is folded into a block; never leaves the parse stage. */
export interface MarkerNode {
  readonly type: 'marker';
  readonly tag: CommentTag | OpenTag | ElseTag | CloseTag;
  readonly span: Span;
}

/** Inline nodes whose block tags are not folded yet. */
export type OpenInline = PhrasingContent | MarkerNode;

/** Flow nodes whose block tags are not folded yet. */
export type OpenFlow = RootContent | MarkerNode;

/** The tag as a writer would recognise it: `{{#if}}`, `{{else}}`, `{{/if}}`. */
export function markerName({ tag }: MarkerNode): string {
  switch (tag.kind) {
    case 'open':
      return `{{#${tag.unknown ?? tag.name}}}`;
    case 'else':
      return '{{else}}';
    case 'close':
      return `{{/${tag.name}}}`;
    case 'comment':
      return '{{!}}';
  }
}
