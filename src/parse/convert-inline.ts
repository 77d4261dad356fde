import type { LinkReference, PhrasingContent } from 'mdast';
import { convertLink, type LinkParts } from './convert-link.js';
import { convertMedia } from './convert-media.js';
import { embeddedPart } from './embedded-lines.js';
import { foldBlocks } from './fold-blocks.js';
import { spanOf, type InlineContext } from './inline-context.js';
import type { OpenInline } from './marker.js';
import { parseTag } from './parse-tag.js';
import { reportCode, reportTagInHtml } from './report-leftovers.js';
import type { LiteralBracesNode, RawTagNode } from './tag-nodes.js';
import { trimLines } from './trim-lines.js';

/** Turns Markdown's inline nodes into ours; block tags come out as markers. */
export function convertInline(
  nodes: readonly (PhrasingContent | RawTagNode | LiteralBracesNode)[],
  context: InlineContext,
): OpenInline[] {
  return nodes.flatMap((node) => convertNode(node, context));
}

/** Converts inline nodes whose block tags must all be partners of each other. */
export function convertClosed(nodes: readonly PhrasingContent[], context: InlineContext): PhrasingContent[] {
  return foldBlocks(trimLines(convertInline(nodes, context)), context.source, context.messages);
}

function convertNode(node: PhrasingContent | RawTagNode | LiteralBracesNode, context: InlineContext): OpenInline[] {
  switch (node.type) {
    case 'text':
      // A line break is one character, whatever the file has
      return [{ ...node, value: node.value.replace(/\r\n?/g, '\n') }];
    case 'literalBraces':
      return [{ type: 'text', value: '{{' }];
    case 'rawTag':
      return convertTag(node, context);
    case 'link': {
      // An address that became a link by itself is its own words
      const children = node.data?.parts?.label ? convertClosed(node.children, context) : node.children;
      const { destination, title } = node.data?.parts ?? {};
      return convertLink({ node, children, destination, title }, context);
    }
    case 'linkReference':
      return convertLinkReference(node, context);
    case 'image':
      return [convertMedia(node, node, context)];
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier);
      return definition ? [convertMedia(node, definition, context)] : [];
    }
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = convertClosed(node.children, context);
      return context.plain ? children : [{ ...node, children }];
    }
    case 'inlineCode':
      reportCode(node, context);
      return context.plain ? [{ type: 'text', value: node.value }] : [node];
    case 'html':
      reportTagInHtml(node, context);
      return node.value.startsWith('<!--') ? [] : [node];
    default:
      return [node];
  }
}

function convertTag(node: RawTagNode, context: InlineContext): OpenInline[] {
  const span = spanOf(node, context);
  const { tag, messages } = parseTag(context.source, embeddedPart(node.inner, context), span);
  context.messages.push(...messages);
  if (!tag) return [];
  return tag.kind === 'output' ? [{ type: 'tag', tag, span }] : [{ type: 'marker', tag, span }];
}

function convertLinkReference(node: LinkReference, context: InlineContext): PhrasingContent[] {
  const children = convertClosed(node.children, context);
  const definition = context.definitions.get(node.identifier);
  if (!definition) return children;
  const { position } = node;
  const link: LinkParts['node'] = { type: 'link', url: definition.url, title: definition.title, children, position };
  const { destination, title } = definition.data?.parts ?? {};
  return convertLink({ node: link, children, destination, title }, context);
}
