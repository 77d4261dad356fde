import type { Element } from 'hast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Span } from '../../model/position.js';
import type { PageContext } from './page-context.js';
import { isAllowedAddress } from './sanitize-page.js';

/** Takes away and reports an address that no link may have. */
export function refuseAddress(element: Element, span: Span, context: PageContext): void {
  const address = element.properties['href'];
  if (typeof address !== 'string' || isAllowedAddress(address)) return;
  delete element.properties['href'];
  const reason = `Unexpected link address \`${address}\`, expected \`https:\`, \`http:\`, \`mailto:\` or \`#\``;
  context.messages.push(messageAt(context.draft.source, span, 'link-address', reason));
}

/** Where a node stands in the draft. */
export function spanOf(node: { readonly position?: Element['position'] }): Span {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
