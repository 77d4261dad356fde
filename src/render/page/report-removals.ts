import type { Element, Root, RootContent as HastContent } from 'hast';
import type { RootContent } from 'mdast';
import { messageAt } from '../../diagnostic/create-message.js';
import type { Rich } from '../../model/story.js';
import type { PageContext } from './page-context.js';
import { refuseAddress, spanOf } from './refuse-address.js';
import { isAllowedElement } from './sanitize-page.js';

/** Says what the sanitiser will take away, and takes addresses away that no link may have. */
export function reportRemovals(tree: Root, source: readonly RootContent[] | Rich, context: PageContext): void {
  const htmlNodes = rawHtml(source);
  const report = (element: Element, what: string): void => {
    const written = htmlNodes.find((node) => node.value.toLowerCase().includes(`<${element.tagName}`));
    const reason = `Unexpected ${what} in raw HTML, which was left out`;
    context.messages.push(
      messageAt(context.draft.source, spanOf(written ?? element), 'raw-html-removed', reason, 'Write it in Markdown'),
    );
  };
  for (const element of elements(tree.children)) {
    if (!isAllowedElement(element.tagName)) report(element, `\`<${element.tagName}>\``);
    const unsafe = Object.keys(element.properties).find((name) => name === 'style' || /^on/i.test(name));
    if (unsafe) report(element, `attribute \`${unsafe.toLowerCase()}\` of \`<${element.tagName}>\``);
    // Links of Markdown have lost theirs already
    const address = element.properties['href'];
    const written = htmlNodes.find((node) => typeof address === 'string' && node.value.includes(address));
    refuseAddress(element, spanOf(written ?? htmlNodes.find(isLink) ?? element), context);
  }
}

function isLink({ value }: { readonly value: string }): boolean {
  return /^<a\s/i.test(value);
}

function rawHtml(nodes: readonly RootContent[] | Rich): readonly Extract<RootContent, { type: 'html' }>[] {
  return nodes.flatMap((node) => {
    if (node.type === 'html') return [node];
    return 'children' in node ? rawHtml(node.children) : [];
  });
}

function elements(nodes: readonly HastContent[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return [node, ...elements(node.children)];
  });
}
