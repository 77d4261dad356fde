import type { Definition, Node } from 'mdast';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Template } from '../model/draft.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';

/** What the conversion of one text needs to know. */
export interface InlineContext {
  readonly source: SourceFile;
  /** The text that Markdown read: a whole draft, or a string in it. */
  readonly text: string;
  /** From an offset of that text to an offset of the source. */
  readonly toSource: (offset: number) => number;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** True for a title, caption or alt text: words, tags and claims only. */
  readonly plain: boolean;
  readonly messages: Message[];
  /** Parses an alt text or a caption. */
  readonly parsePart: (source: SourceFile, text: Embedded, options?: TemplateOptions) => Outcome<Template>;
}

export interface TemplateOptions {
  /** True where people write emphasis and code (an alt text, a caption, a note): the marks go, the words stay. */
  readonly emphasis?: boolean;
}

/** Where a node of Markdown's stands in the source. */
export function spanOf(node: { position?: Node['position'] }, context: InlineContext): Span {
  const { start, end } = node.position ?? {};
  return mapSpan({ start: start?.offset ?? 0, end: end?.offset ?? 0 }, context);
}

/** Where a range of the text that Markdown read stands in the source. */
export function mapSpan({ start, end }: Span, { toSource }: InlineContext): Span {
  return { start: toSource(start), end: toSource(end) };
}
