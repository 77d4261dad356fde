import type { PhrasingContent, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import { capitalise } from '../figure/capitalise.js';
import type { LocalePack } from '../figure/locale.js';
import type { FigureNode } from '../model/draft.js';
import type { StoryMedia } from '../model/story.js';
import type { Filling, PendingReference } from './filling.js';

/** Gives the `{{ref}}`s of one post their words: what the post itself carries. */
export function resolveInPost(
  nodes: readonly RootContent[],
  media: readonly StoryMedia[],
  filling: Filling,
  locale: LocalePack,
): void {
  const words = ({ kind }: StoryMedia): string => locale.phrases.thisOne(kind);
  for (const { node, name } of referencesIn(nodes, filling)) node.refersTo = { kind: 'media', name };
  resolve(nodes, { media, words, missing: 'this post carries nothing of this name', locale }, filling);
}

/** Gives the `{{ref}}`s of a page their words: the number of what it shows. */
export function resolveInPage(
  nodes: readonly RootContent[],
  media: readonly StoryMedia[],
  filling: Filling,
  locale: LocalePack,
): void {
  const words = ({ kind, number }: StoryMedia): string => locale.phrases.numbered(kind, number);
  resolve(nodes, { media, words, missing: 'nothing of this name is shown', locale }, filling);
}

/** Reports the `{{ref}}`s and `{{post}}`s that stand where nothing can be numbered: in a title, in a chart. */
export function reportStrayReferences({ references, messages, draft }: Filling): void {
  for (const { helper, node } of references)
    messages.push(
      messageAt(
        draft.source,
        node.span,
        'tag-place',
        `Unexpected \`${helper}\` outside the text, expected it in a paragraph, a heading or a caption`,
        helper === 'ref'
          ? 'Charts are numbered in the text; a title stands before it'
          : 'Posts are numbered in the text; a title stands before it',
      ),
    );
}

/** What there is to refer to. */
interface Shown {
  readonly media: readonly StoryMedia[];
  readonly words: (media: StoryMedia) => string;
  readonly missing: string;
  readonly locale: LocalePack;
}

function resolve(nodes: readonly RootContent[], shown: Shown, filling: Filling): void {
  for (const reference of referencesIn(nodes, filling)) {
    filling.references.delete(reference);
    fillReference(reference, shown, filling);
  }
}

function referencesIn(nodes: readonly RootContent[], { references }: Filling): PendingReference[] {
  const here = new Set(figureNodes(nodes));
  return [...references].filter(({ helper, node }) => helper === 'ref' && here.has(node));
}

function fillReference(
  { node, name, nameSpan, capital }: PendingReference,
  { media, words, missing, locale }: Shown,
  filling: Filling,
): void {
  const named = media.filter((one) => one.name !== '');
  const target = named.find((one) => one.name === name);
  if (!target) {
    const near = nearestName(
      name,
      named.map((one) => one.name),
    );
    const note = near
      ? `Did you mean \`"${near}"\`?`
      : `Show it there with \`![what it shows](chart:${name})\`, or guard the sentence with \`{{#only}}\``;
    filling.messages.push(
      messageAt(
        filling.draft.source,
        nameSpan,
        'reference-unknown',
        `Unexpected reference to \`${name}\`, ${missing}`,
        note,
      ),
    );
    return;
  }
  sayReference({ node, capital }, words(target), filling, locale);
}

/** Gives a reference its words, in the story and on record. */
export function sayReference(
  { node, capital }: Pick<PendingReference, 'node' | 'capital'>,
  text: string,
  filling: Filling,
  locale: LocalePack,
): void {
  node.text = capital ? capitalise(text, locale) : text;
  const index = filling.figures.findIndex(({ id, kind }) => kind === 'reference' && id === node.id);
  const figure = filling.figures[index];
  if (figure) filling.figures[index] = { ...figure, text: node.text };
}

/** The figures that stand in nodes, in pictures' words too. */
export function figureNodes(nodes: readonly (RootContent | PhrasingContent)[]): FigureNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'figure') return [node];
    if (node.type === 'media') return figureNodes([...node.alt.children, ...(node.caption?.children ?? [])]);
    return 'children' in node ? figureNodes(node.children) : [];
  });
}
