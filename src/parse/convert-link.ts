import type { Link, PhrasingContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Embedded, Span } from '../model/position.js';
import { mapSpan, spanOf, type InlineContext } from './inline-context.js';
import { parseClaim } from './parse-claim.js';
import type { SourcePart } from './tag-nodes.js';

/** A link, its words converted, and its address as written. */
export interface LinkParts {
  readonly node: Link;
  readonly children: PhrasingContent[];
  readonly destination: SourcePart | undefined;
  /** Its title as written, with the quotes off. */
  readonly title: SourcePart | undefined;
}

/** Turns a link into a claim where it is one; in a string only its words stay. */
export function convertLink(
  { node, children, destination, title }: LinkParts,
  context: InlineContext,
): PhrasingContent[] {
  const span = spanOf(node, context);
  const address = destination ? mapSpan(destination, context) : span;
  const scheme = /^(check|chart|table):/i.exec(node.url)?.[1]?.toLowerCase();
  if (scheme === 'check') {
    // The address as written, since Markdown has decoded `node.url`
    const text: Embedded = { text: destination?.text ?? node.url, lineOffsets: [address.start] };
    const quoted =
      typeof node.title === 'string'
        ? { text: node.title, span: title ? mapSpan(title, context) : address }
        : undefined;
    const { node: claim, messages } = parseClaim(context.source, { address: text, title: quoted }, children, span);
    context.messages.push(...messages);
    return claim ? [claim] : children;
  }
  if (scheme !== undefined) context.messages.push(shownAsLink(node.url, address, context));
  else reportTagInAddress(node.url, destination, address, context);
  return context.plain ? children : [{ ...node, children }];
}

function shownAsLink(url: string, at: Span, { source }: InlineContext): ReturnType<typeof messageAt> {
  return messageAt(
    source,
    at,
    'link-address',
    `Unexpected \`${url}\` as the address of a link`,
    `Show it with \`![what it shows](${url})\`; name it in a sentence with \`{{ref "${url.slice(url.indexOf(':') + 1)}"}}\``,
  );
}

function reportTagInAddress(url: string, written: SourcePart | undefined, at: Span, context: InlineContext): void {
  if (!url.includes('{{') && !/%7b%7b/i.test(url)) return;
  const index = written?.text.indexOf('{{') ?? -1;
  context.messages.push(
    messageAt(
      context.source,
      index < 0 ? at : { start: at.start + index, end: at.end },
      'tag-place',
      'Unexpected tag in a link’s address, expected a fixed address',
      'Compute the words of the link, or the whole sentence with `{{#if}}`, but not its address',
    ),
  );
}
