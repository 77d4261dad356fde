import { messageAt } from '../../diagnostic/create-message.js';
import type { Message } from '../../diagnostic/message.js';
import type { RuleId } from '../../diagnostic/rules.js';
import type { PostAttributes } from '../../model/draft.js';
import type { SourceFile, Span } from '../../model/position.js';
import type { Platform } from '../../platform/platform.js';

/** What the rendering of one post carries along. */
export interface RenderContext {
  readonly source: SourceFile;
  readonly platform: Platform;
  readonly breaks: 'keep' | 'join';
  readonly baseUrl: string | undefined;
  readonly marks: PostAttributes['marks'];
  /** What there is to say about this post. */
  readonly messages: Message[];
}

/** Says something about a span of the draft. */
export function report(context: RenderContext, span: Span, rule: RuleId, reason: string, note?: string): void {
  context.messages.push(messageAt(context.source, span, rule, reason, note));
}

/** A node of any kind: Markdown's own have a position, ours a span. */
interface Placed {
  readonly span?: Span | undefined;
  readonly position?:
    { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } } | undefined;
}

/** Where a node stands in the source. */
export function spanOf(node: Placed): Span {
  if (node.span) return node.span;
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
