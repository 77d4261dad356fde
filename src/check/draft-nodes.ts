import type { PhrasingContent, RootContent } from 'mdast';
import type { Draft } from '../model/draft.js';

/** Everything that a draft says in words, as written: its strings, the words of charts and tables, then the body. */
export function draftNodes({ body, frontMatter, charts, tables }: Draft): (RootContent | PhrasingContent)[] {
  const { title, kicker, standfirst, description, keyFigures } = frontMatter;
  const strings = [title, kicker, standfirst, description, ...keyFigures.flatMap(({ value, label }) => [value, label])];
  const texts = [
    ...strings,
    ...charts.flatMap((chart) => chart.texts.map(({ template }) => template)),
    ...tables.flatMap(({ columns = [], note }) => [...columns.map(({ label }) => label), note]),
  ];
  return [...texts.flatMap((template) => template?.children ?? []), ...body];
}
