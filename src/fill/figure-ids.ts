import type { PhrasingContent, RootContent } from 'mdast';
import { figureSlug } from '../expression/figure-slug.js';
import type { ClaimNode, Draft, TagNode, Template } from '../model/draft.js';
import { tableTexts } from './table-texts.js';

/** Names the figures and claims of a draft. */
export interface FigureIds {
  /** `round` sets apart the rounds of a loop. */
  readonly idOf: (node: TagNode | ClaimNode, round: string) => string;
}

/**
 * Makes the ids of a draft's figures: the expression in letters and hyphens and, where it stands more than once,
 * its ordinal, so that an edit elsewhere, another order of the posts or new numbers change no id.
 */
export function figureIds(draft: Draft): FigureIds {
  const ids = new Map<TagNode | ClaimNode, string>();
  const used = new Map<string, number>();
  for (const { node, source } of sources(draft)) {
    const base = figureSlug(source);
    const ordinal = (used.get(base) ?? 0) + 1;
    used.set(base, ordinal);
    ids.set(node, ordinal === 1 ? base : `${base}-${ordinal}`);
  }
  return {
    idOf(node, round) {
      const id = ids.get(node);
      if (id === undefined) throw new Error(`No figure of this draft stands at ${node.span.start}`);
      return `${id}${round}`;
    },
  };
}

interface Source {
  readonly node: TagNode | ClaimNode;
  readonly source: string;
}

function sources(draft: Draft): Source[] {
  const found: Source[] = [];
  const { frontMatter } = draft;
  const strings = [frontMatter.title, frontMatter.kicker, frontMatter.standfirst, frontMatter.description];
  for (const template of [...strings, ...frontMatter.keyFigures.flatMap(({ value, label }) => [value, label])])
    if (template) look(template.children);
  look(draft.body);
  for (const { texts } of draft.charts) for (const { template } of texts) look(template.children);
  for (const template of draft.tables.flatMap(tableTexts)) look(template.children);
  return found;

  function look(nodes: readonly (RootContent | PhrasingContent)[]): void {
    for (const node of nodes) {
      if (node.type === 'tag') found.push({ node, source: node.tag.source });
      else if (node.type === 'claim') {
        found.push({ node, source: `check ${node.source}` });
        look(node.children);
      } else if (node.type === 'block') for (const arm of node.arms) look(arm.children);
      else if (node.type === 'media') {
        lookTemplate(node.alt);
        lookTemplate(node.caption);
      } else if ('children' in node) look(node.children);
    }
  }

  function lookTemplate(template: Template | undefined): void {
    if (template) look(template.children);
  }
}
