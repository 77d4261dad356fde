import type { Nodes as HastNodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Paragraph, Root as MdastRoot, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Rich } from '../../model/story.js';
import { anchorNotes } from './anchor-notes.js';
import { bindBackrefs } from './bind-backrefs.js';
import { keepTogether } from './keep-together.js';
import { linkHeadings } from './link-headings.js';
import { markFigures } from './mark-figures.js';
import type { PageContext } from './page-context.js';
import { nameTasks } from './name-tasks.js';
import { recordWords } from '../words/record-words.js';
import { pageWords } from './page-words.js';
import { numberLists } from './number-lists.js';
import { pageHtml } from './page-html.js';
import { pageHandlers } from './page-handlers.js';
import { reportRemovals } from './report-removals.js';
import { sanitizePage } from './sanitize-page.js';
import { fillSlots, numberSlots } from './slot.js';

/**
 * Renders a story's flow to HTML that can do no harm:
 *
 *     mdast ─toHast→ hast + raw HTML ─raw→ hast ─sanitize→ harmless hast ─fillSlots→ with figures and charts ─→ HTML
 */
export function renderMarkdown(nodes: readonly RootContent[], context: PageContext): string {
  return render({ type: 'root', children: [...nodes] }, context, dressPage);
}

/** Renders the words of a standfirst or label, without a paragraph around them. */
export function renderWords(words: Rich, context: PageContext): string {
  // A root would put line breaks between its children.
  return render({ type: 'paragraph', children: [...words] }, context, markFigures);
}

/** The same for a title, whose figures are not marked. */
export function renderTitle(words: Rich, context: PageContext): string {
  return render({ type: 'paragraph', children: [...words] }, context, () => undefined);
}

function dressPage(page: Root, context: PageContext): void {
  nameTasks(page, recordWords(context.draft.frontMatter.lang));
  if (context.screen) {
    linkHeadings(page);
    anchorNotes(page);
    markFigures(page, context);
  } else {
    numberLists(page);
    bindBackrefs(page);
  }
}

function render(
  nodes: MdastRoot | Paragraph,
  context: PageContext,
  dress: (page: Root, context: PageContext) => void,
): string {
  const hast = toHast(nodes, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: pageWords(context.draft.frontMatter.lang).notes,
    footnoteLabelProperties: {},
    // The arrow that the library takes is in none of the bundled fonts.
    footnoteBackContent: '↑',
    footnoteBackLabel: (note, again) => recordWords(context.draft.frontMatter.lang).back(note + 1, again),
    handlers: pageHandlers(context),
  });
  const content = nodes.type === 'paragraph' ? withoutParagraph(asRoot(hast)) : asRoot(hast);
  const { tree: numbered, slots } = numberSlots(asRoot(raw(content, { passThrough: ['slot'] })));
  reportRemovals(numbered, nodes.children, context);
  const page = fillSlots(sanitizePage(numbered), slots);
  keepTogether(page, context.draft.frontMatter.lang);
  dress(page, context);
  return pageHtml(page);
}

function asRoot(node: HastNodes): Root {
  if (node.type === 'root') return node;
  return { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

function withoutParagraph(root: Root): Root {
  const children = root.children.flatMap((node): Root['children'] =>
    node.type === 'element' && node.tagName === 'p' ? node.children : [node],
  );
  return { type: 'root', children };
}
