import type { PhrasingContent, RootContent } from 'mdast';
import type { Draft } from '../model/draft.js';
import type { Span } from '../model/position.js';

/** Where the blocks of a draft stand whose words follow data: all but `{{#only}}`, which says the same every day. */
export function findBlocks({ body, frontMatter, charts, tables }: Draft): readonly Span[] {
  const { title, kicker, standfirst, description, keyFigures } = frontMatter;
  const strings = [title, kicker, standfirst, description, ...keyFigures.flatMap(({ value, label }) => [value, label])];
  const templates = [
    ...strings,
    ...charts.flatMap(({ texts }) => texts.map(({ template }) => template)),
    ...tables.flatMap(({ columns = [], note }) => [...columns.map(({ label }) => label), note]),
  ];
  return [...templates.flatMap((template) => template?.children ?? []), ...body].flatMap(blocksIn);
}

function blocksIn(node: RootContent | PhrasingContent): Span[] {
  switch (node.type) {
    case 'block': {
      const below = node.arms.flatMap(({ children }) => children.flatMap(blocksIn));
      return node.name === 'only' ? below : [node.span, ...below];
    }
    case 'media':
      return [...node.alt.children, ...(node.caption?.children ?? [])].flatMap(blocksIn);
    default:
      return 'children' in node ? (node.children as (RootContent | PhrasingContent)[]).flatMap(blocksIn) : [];
  }
}
