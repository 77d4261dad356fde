import type { Definition, Image, ImageReference } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { MediaNode, Template } from '../model/draft.js';
import type { Span } from '../model/position.js';
import { embeddedPart } from './embedded-lines.js';
import { mapSpan, spanOf, type InlineContext } from './inline-context.js';
import type { SourcePart } from './tag-nodes.js';

/**
 * Turns an image into a chart, a table or a file with an alt text and a caption.
 *
 * @param resource What names it: the image itself, or the definition that it refers to.
 */
export function convertMedia(
  node: Image | ImageReference,
  resource: Image | Definition,
  context: InlineContext,
): MediaNode {
  const span = spanOf(node, context);
  const { destination, title } = resource.data?.parts ?? {};
  const scheme = /^(chart|table):/i.exec(resource.url)?.[1]?.toLowerCase();
  const nameSpan = destination ? mapSpan(destination, context) : span;
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
    alt: template(node.data?.parts?.label, node.alt ?? '', span, context),
    caption: resource.title ? template(title, resource.title, span, context) : undefined,
    span,
  };
}

/** Parses an alt text or a caption from what is written, where its tags still stand. */
function template(part: SourcePart | undefined, read: string, span: Span, context: InlineContext): Template {
  const embedded = part
    ? embeddedPart(part, context)
    : { text: read, lineOffsets: read.split('\n').map(() => span.start) };
  const { value, messages } = context.parsePart(context.source, embedded, { emphasis: true });
  context.messages.push(...messages);
  return value;
}
