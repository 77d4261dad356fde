import type { Nodes as HastNodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Rich } from '../../model/story.js';
import type { PageContext } from './page-context.js';
import { pageHandlers } from './page-handlers.js';
import { reportRemovals } from './report-removals.js';
import { sanitizePage } from './sanitize-page.js';
import { fillSlots, numberSlots } from './slot.js';

/**
 * Renders a story's flow, or the words of a title, to HTML that can do no harm:
 *
 *     mdast ─toHast→ hast + raw HTML ─raw→ hast ─sanitize→ harmless hast ─fillSlots→ with figures and charts ─→ HTML
 */
export function renderMarkdown(nodes: readonly RootContent[] | Rich, context: PageContext): string {
  const tree = toHast(
    { type: 'root', children: [...nodes] },
    {
      allowDangerousHtml: true,
      clobberPrefix: '',
      footnoteLabel: 'Notes',
      footnoteLabelProperties: {},
      handlers: pageHandlers(context),
    },
  );
  const { tree: numbered, slots } = numberSlots(asRoot(raw(tree, { passThrough: ['slot'] })));
  reportRemovals(numbered, nodes, context);
  return toHtml(fillSlots(sanitizePage(numbered), slots), { allowDangerousHtml: true });
}

function asRoot(node: HastNodes): Root {
  if (node.type === 'root') return node;
  return { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}
