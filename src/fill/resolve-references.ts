import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { FigureNode } from '../model/draft.js';
import type { StoryMedia } from '../model/story.js';
import type { Filling, PendingReference } from './filling.js';

/** What a reference may be in a thread's post, in words. */
const THIS: Record<StoryMedia['kind'], string> = { chart: 'this graph', table: 'this table', file: 'this picture' };
const NUMBERED: Record<StoryMedia['kind'], string> = { chart: 'Figure', table: 'Table', file: 'Picture' };

/** Gives the `{{ref}}`s of one post their words: what the post itself carries. */
export function resolveInPost(nodes: readonly RootContent[], media: readonly StoryMedia[], filling: Filling): void {
  resolve(nodes, media, filling, ({ kind }) => THIS[kind], 'this post carries nothing of this name');
}

/** Gives the `{{ref}}`s of a page their words: the number of what it shows. */
export function resolveInPage(nodes: readonly RootContent[], media: readonly StoryMedia[], filling: Filling): void {
  resolve(nodes, media, filling, ({ kind, number }) => `${NUMBERED[kind]} ${number}`, 'nothing of this name is shown');
}

function resolve(
  nodes: readonly RootContent[],
  media: readonly StoryMedia[],
  filling: Filling,
  words: (media: StoryMedia) => string,
  missing: string,
): void {
  const here = new Set(figureNodes(nodes));
  for (const reference of filling.references) {
    if (here.has(reference.node)) fillReference(reference, media, filling, words, missing);
  }
}

function fillReference(
  reference: PendingReference,
  media: readonly StoryMedia[],
  filling: Filling,
  words: (media: StoryMedia) => string,
  missing: string,
): void {
  const { node, name, nameSpan, capital } = reference;
  const shown = media.find((one) => one.name === name);
  if (!shown) {
    const near = nearestName(
      name,
      media.map((one) => one.name),
    );
    const note = near
      ? `Did you mean \`"${near}"\`?`
      : `Show it there with \`![what it shows](chart:${name})\`, or guard the sentence with \`{{#only}}\``;
    filling.messages.push(
      messageAt(filling.source, nameSpan, 'reference-unknown', `Unexpected reference to \`${name}\`, ${missing}`, note),
    );
    return;
  }
  const text = words(shown);
  node.text = capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const index = filling.figures.findLastIndex(({ id, text: known }) => id === node.id && known === '');
  const figure = filling.figures[index];
  if (figure) filling.figures[index] = { ...figure, text: node.text };
}

function figureNodes(nodes: readonly (RootContent | PhrasingContent)[]): FigureNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'figure') return [node];
    if (node.type === 'media') return figureNodes([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? figureNodes(node.children) : [];
  });
}
