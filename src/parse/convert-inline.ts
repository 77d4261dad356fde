import type { Definition, Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { MediaNode, Template } from '../model/draft.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { foldBlocks } from './fold-blocks.js';
import { parseClaim } from './parse-claim.js';
import { parseTag } from './parse-tag.js';
import type { RawTagNode } from './tag-syntax.js';
import { trimLines } from './trim-lines.js';

/** What the conversion of one text needs to know. */
export interface InlineContext {
  readonly source: SourceFile;
  /** From an offset of the text that Markdown read to an offset of the source. */
  readonly toSource: (offset: number) => number;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** True for a title, caption or alt text: words, tags and claims only. */
  readonly plain: boolean;
  readonly messages: Message[];
  /** Parses an alt text or a caption. */
  readonly parsePart: (source: SourceFile, text: Embedded, options?: TemplateOptions) => Outcome<Template>;
}

export interface TemplateOptions {
  /** True where Markdown has emphasis and code (an alt text): the marks go, the words stay. */
  readonly emphasis?: boolean;
}

/** Turns Markdown's inline nodes into ours; block tags come out as markers. */
export function convertInline(nodes: readonly PhrasingContent[], context: InlineContext): PhrasingContent[] {
  return nodes.flatMap((node) => convertNode(node, context));
}

/** Converts inline nodes whose block tags must all be partners of each other. */
export function convertClosed(nodes: readonly PhrasingContent[], context: InlineContext): PhrasingContent[] {
  return foldBlocks(trimLines(convertInline(nodes, context)), context.source, context.messages);
}

function convertNode(node: PhrasingContent, context: InlineContext): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      reportLeftovers(node, context);
      return [node];
    case 'literalBraces':
      return [{ type: 'text', value: '{{' }];
    case 'rawTag':
      return convertTag(node, context);
    case 'link':
      return convertLink(node, node.data?.ranges?.destination, context);
    case 'linkReference':
      return convertLinkReference(node, context);
    case 'image':
      return [convertImage(node, node, context)];
    case 'imageReference':
      return convertImageReference(node, context);
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = convertClosed(node.children, context);
      return context.plain ? children : [{ ...node, children }];
    }
    case 'inlineCode':
      return context.plain ? [{ type: 'text', value: node.value }] : [node];
    case 'html':
      reportHtmlTag(node.value, spanOf(node, context), context);
      return node.value.startsWith('<!--') ? [] : [node];
    default:
      return [node];
  }
}

function convertTag(node: RawTagNode, context: InlineContext): PhrasingContent[] {
  const span = spanOf(node, context);
  const inner: Embedded = { text: node.value, lineOffsets: node.lineOffsets.map(context.toSource) };
  const { tag, messages } = parseTag(context.source, inner, span);
  context.messages.push(...messages);
  if (!tag) return [];
  return tag.kind === 'output' ? [{ type: 'tag', tag, span }] : [{ type: 'marker', tag, span }];
}

function convertLink(node: Link, destination: [number, number] | undefined, context: InlineContext): PhrasingContent[] {
  const span = spanOf(node, context);
  const children = convertClosed(node.children, context);
  if (node.url.toLowerCase().startsWith('check:')) {
    const { node: claim, messages } = parseClaim(
      context.source,
      destinationText(node.url, destination, span, context),
      children,
      span,
    );
    context.messages.push(...messages);
    return claim ? [claim] : children;
  }
  if (node.url.includes('{{') || node.url.includes('%7B%7B')) {
    context.messages.push(
      messageAt(
        context.source,
        span,
        'tag-place',
        'Unexpected tag in a link’s address, expected a fixed address',
        'Compute the words of the link, or the whole sentence with `{{#if}}`, but not its address',
      ),
    );
  }
  return context.plain ? children : [{ ...node, children }];
}

function convertLinkReference(node: LinkReference, context: InlineContext): PhrasingContent[] {
  const definition = context.definitions.get(node.identifier);
  if (!definition) return convertClosed(node.children, context);
  const link: Link = {
    type: 'link',
    url: definition.url,
    title: definition.title,
    children: node.children,
    position: node.position,
  };
  return convertLink(link, definition.data?.ranges?.destination, context);
}

function convertImageReference(node: ImageReference, context: InlineContext): PhrasingContent[] {
  const definition = context.definitions.get(node.identifier);
  if (!definition) return [];
  const ranges = { ...definition.data?.ranges, label: node.data?.ranges?.label };
  return [convertImage(node, { ...definition, data: { ranges } }, context)];
}

function convertImage(node: Image | ImageReference, resource: Image | Definition, context: InlineContext): MediaNode {
  const span = spanOf(node, context);
  const ranges = resource.data?.ranges;
  const scheme = /^(chart|table):/i.exec(resource.url)?.[1]?.toLowerCase();
  const nameSpan = ranges?.destination ? mapSpan(ranges.destination, context) : span;
  if (resource.url.includes('{{')) {
    context.messages.push(
      messageAt(context.source, nameSpan, 'tag-place', 'Unexpected tag in an image’s address, expected a fixed name'),
    );
  }
  return {
    type: 'media',
    kind: scheme === 'chart' || scheme === 'table' ? scheme : 'file',
    name: scheme ? resource.url.slice(scheme.length + 1) : resource.url,
    nameSpan,
    alt: partTemplate(ranges?.label, node.alt ?? '', span, context, { emphasis: true }),
    caption: resource.title ? partTemplate(ranges?.title, resource.title, span, context, {}) : undefined,
    span,
  };
}

/** Parses an alt text or a caption from the source itself, where its tags still stand. */
function partTemplate(
  range: [number, number] | undefined,
  fallback: string,
  span: Span,
  context: InlineContext,
  options: TemplateOptions,
): MediaNode['alt'] {
  const slice = range ? mapSpan(range, context) : undefined;
  const embedded: Embedded = slice
    ? sliceEmbedded(context.source, slice)
    : { text: fallback, lineOffsets: fallback.split('\n').map(() => span.start) };
  const { value, messages } = context.parsePart(context.source, embedded, options);
  context.messages.push(...messages);
  return value;
}

function destinationText(
  url: string,
  range: [number, number] | undefined,
  span: Span,
  context: InlineContext,
): Embedded {
  return range ? sliceEmbedded(context.source, mapSpan(range, context)) : { text: url, lineOffsets: [span.start] };
}

function sliceEmbedded(source: SourceFile, { start, end }: Span): Embedded {
  const text = source.text.slice(start, end);
  const lineOffsets = [start];
  for (const match of text.matchAll(/\n/g)) lineOffsets.push(start + match.index + 1);
  return { text, lineOffsets };
}

function reportLeftovers(node: Text, context: InlineContext): void {
  const span = spanOf(node, context);
  const raw = context.source.text.slice(span.start, span.end);
  for (const match of raw.matchAll(/\{\{|\]\(<?(?:check|chart|table):/g)) {
    const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    if (match[0] === '{{') {
      context.messages.push(
        messageAt(
          context.source,
          at,
          'tag-unclosed',
          'Unexpected `{{`, this tag is never closed',
          'Close it with `}}` in the same paragraph, with straight quotes in pairs; write `\\{{` for two braces',
        ),
      );
    } else {
      context.messages.push(
        messageAt(
          context.source,
          at,
          'link-syntax',
          `Unexpected \`${match[0]}\`, Markdown did not read this as a link`,
          'An address with spaces stands in angle brackets: `[words](<check:gt a.n b.n>)`; `(` must follow `]` directly',
        ),
      );
    }
  }
}

function reportHtmlTag(value: string, span: Span, context: InlineContext): void {
  if (value.startsWith('<!--') || !value.includes('{{')) return;
  context.messages.push(
    messageAt(
      context.source,
      span,
      'tag-place',
      'Unexpected tag inside raw HTML',
      'Raw HTML is not computed; write Markdown',
    ),
  );
}

function spanOf(
  node: { position?: { start: { offset?: number }; end: { offset?: number } } | undefined },
  context: InlineContext,
): Span {
  return mapSpan([node.position?.start.offset ?? 0, node.position?.end.offset ?? 0], context);
}

function mapSpan([start, end]: readonly [number, number], context: InlineContext): Span {
  return { start: context.toSource(start), end: context.toSource(end) };
}
