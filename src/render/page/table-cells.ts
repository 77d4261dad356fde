import type { RootContent } from 'mdast';
import type { Figure } from '../../model/story.js';

/** Fewer are told one by one. */
const FEWEST_CELLS = 3;

/** The figures that fill a table from one query, each with the name of its table and query. */
export function tableCells(body: readonly RootContent[], figures: readonly Figure[]): ReadonlyMap<string, string> {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const cells = new Map<string, string>();
  for (const [index, ids] of tables(body).entries()) {
    const queries = new Map(ids.map((id) => [id, onlyQuery(byId.get(id))]));
    for (const [id, query] of queries) {
      const isFilled = [...queries.values()].filter((other) => other === query).length >= FEWEST_CELLS;
      if (query !== undefined && isFilled) cells.set(id, JSON.stringify([index, query]));
    }
  }
  return cells;
}

function tables(nodes: readonly RootContent[]): readonly (readonly string[])[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return [figureIds([node])];
    return 'children' in node ? tables(node.children) : [];
  });
}

function figureIds(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'figure') return [node.id];
    return 'children' in node ? figureIds(node.children) : [];
  });
}

function onlyQuery(figure: Figure | undefined): string | undefined {
  const queries = new Set(figure?.inputs.map(({ query }) => query));
  return queries.size === 1 ? [...queries][0] : undefined;
}
