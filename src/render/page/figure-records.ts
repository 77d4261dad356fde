import type { Answers } from '../../model/answers.js';
import type { Figure, Input, Story } from '../../model/story.js';

/** How a figure came about, for the page's "How we know". */
export interface FigureRecord {
  readonly text: string;
  readonly expression: string;
  /** Queries it was made of. */
  readonly queries: readonly string[];
  readonly inputs: readonly { readonly query: string; readonly name: string; readonly value: string }[];
  /** Inputs that are not listed. */
  readonly more: number;
  /** Data files that the queries read, relative to the project. */
  readonly files: readonly string[];
  /** Lines of the draft where these words stand. */
  readonly lines: readonly number[];
}

/** Lists the figures of a page in the order they stand, words that came about in the same way once. */
export function figureRecords(story: Story, answers: Answers): readonly FigureRecord[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of story.figures) {
    if (figure.kind !== 'figure') continue;
    const key = JSON.stringify([figure.text, figure.expression, figure.inputs]);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()].flatMap((group) => {
    const [figure] = group;
    if (!figure) return [];
    const lines = [...new Set(group.map(({ place }) => place.line))];
    return [{ ...describe(figure, answers), lines }];
  });
}

const MOST_INPUTS = 6;

function describe(figure: Figure, answers: Answers): Omit<FigureRecord, 'lines'> {
  const queries = [...new Set(figure.inputs.map(({ query }) => query))];
  const inputs = figure.inputs.slice(0, MOST_INPUTS).map((input) => ({
    query: input.query,
    name: inputName(input),
    value: inputValue(input),
  }));
  const more = figure.inputs.length - inputs.length;
  return { text: figure.text, expression: figure.expression, queries, inputs, more, files: filesOf(queries, answers) };
}

function inputName({ query, row, column }: Input): string {
  const rowName = row === undefined || row === 0 ? '' : `, row ${row + 1}`;
  return column === undefined ? query : `${query}.${column}${rowName}`;
}

function inputValue({ value }: Input): string {
  if (value === undefined) return 'all rows';
  return value === null ? 'NULL' : String(value);
}

/** The data files behind queries, through the queries they read. */
function filesOf(queries: readonly string[], answers: Answers): readonly string[] {
  const seen = new Set<string>();
  const open = [...queries];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(answers.queries.find((query) => query.name === name)?.reads ?? []));
  }
  return answers.sources.filter(({ name }) => seen.has(name)).map(({ file }) => file);
}
