import type { PhrasingContent, RootContent } from 'mdast';
import type { Draft, Template } from '../model/draft.js';
import type { Span } from '../model/position.js';

/** Names the figures and claims of a draft by where they stand. */
export interface FigureIds {
  /** `round` sets apart the rounds of a loop. */
  readonly idOf: (span: Span, round: string) => string;
}

/** Long enough to be read, short enough to be quoted. */
const MOST_CHARACTERS = 48;

/**
 * Makes the ids of a draft's figures: the expression in letters and hyphens and, where it stands more than once,
 * its ordinal, so that an edit elsewhere, another order of the posts or new numbers change no id.
 */
export function figureIds(draft: Draft): FigureIds {
  const ids = new Map<number, string>();
  const used = new Map<string, number>();
  for (const { source, span } of sources(draft)) {
    const base = slug(source);
    const ordinal = (used.get(base) ?? 0) + 1;
    used.set(base, ordinal);
    ids.set(span.start, ordinal === 1 ? base : `${base}-${ordinal}`);
  }
  return { idOf: (span, round) => `${ids.get(span.start) ?? `at-${span.start}`}${round}` };
}

function slug(source: string): string {
  const words = source
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return words.slice(0, MOST_CHARACTERS).replace(/-+$/, '') || 'figure';
}

interface Source {
  readonly source: string;
  readonly span: Span;
}

function sources(draft: Draft): Source[] {
  const found: Source[] = [];
  const { frontMatter } = draft;
  const strings = [frontMatter.title, frontMatter.kicker, frontMatter.standfirst, frontMatter.description];
  for (const template of [...strings, ...frontMatter.keyFigures.flatMap(({ value, label }) => [value, label])])
    if (template) look(template.children);
  look(draft.body);
  for (const { texts } of draft.charts) for (const { template } of texts) look(template.children);
  return found.sort((a, b) => a.span.start - b.span.start);

  function look(nodes: readonly (RootContent | PhrasingContent)[]): void {
    for (const node of nodes) {
      if (node.type === 'tag') found.push({ source: node.tag.source, span: node.span });
      else if (node.type === 'claim') {
        found.push({ source: `check ${node.source}`, span: node.span });
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
