import type { Answers } from '../../model/answers.js';
import type { Figure, Story } from '../../model/story.js';
import { describeInputs, expressionPattern, shownExpression, type RecordInput } from './describe-inputs.js';
import { formatRanges } from './format-ranges.js';
import { recordWords, type RecordWords } from '../words/record-words.js';
import { groupBy } from './group-by.js';
import { tableCells } from './table-cells.js';

/** How words of a page came about, for its "How we know". */
export interface FigureRecord {
  /** Its id on the page. */
  readonly id: string;
  /** Ids of the figures it is about. */
  readonly figures: readonly string[];
  /** The words, those of many rows after each other; for the cells of a table, how many there are. */
  readonly text: string;
  /** One, or one for each column of a table. */
  readonly steps: readonly RecordStep[];
  /** Data files that the queries read, relative to the project. */
  readonly files: readonly string[];
  /** Lines of the draft where these words stand, e.g. `4, 251–253`. */
  readonly lines: string;
  /** Words of other rows that came about in the same way and have records of their own; may be empty. */
  readonly others: string;
}

export interface RecordStep {
  /** Empty for a bare path: its input says the same. */
  readonly expression: string;
  readonly inputs: readonly RecordInput[];
  /** Inputs that are not listed. */
  readonly more: number;
}

export interface FigureRecordsOptions {
  /** Default: English. */
  readonly words?: RecordWords | undefined;
  /** True where each record opens at its own words: figures of other rows have records of their own then. */
  readonly rowsApart?: boolean | undefined;
}

/** Lists the figures of a page in the order they stand: what came about in the same way once, a table's cells together. */
export function figureRecords(
  story: Story,
  answers: Answers,
  { words = recordWords('en'), rowsApart = false }: FigureRecordsOptions = {},
): readonly FigureRecord[] {
  const figures = story.figures.filter(({ kind }) => kind === 'figure' || kind === 'table');
  const cells = tableCells(story.body, figures);
  const records = groupBy(figures, (figure) => cells.get(figure.id) ?? (rowsApart ? rowKey : stepKey)(figure));
  const othersOf = rowsApart
    ? otherWords(
        figures.filter(({ id }) => !cells.has(id)),
        words,
      )
    : () => '';
  return records.map((group, index) => {
    const isTable = group.some(({ id }) => cells.has(id));
    const [first] = group;
    return {
      id: `known-${index + 1}`,
      figures: group.map(({ id }) => id),
      text: isTable ? words.tableCells(group.length) : wordsOf(group, words),
      steps: groupBy(group, stepKey).map((step) => describeStep(step, answers, words)),
      files: filesOf(first?.inputs.map(({ query }) => query) ?? [], answers),
      lines: formatRanges(
        group.map(({ place }) => place.line),
        words.comma,
      ),
      others: isTable ? '' : othersOf(first),
    };
  });
}

/** The same for figures that differ in nothing but the rows they were made of. */
function stepKey(figure: Figure): string {
  return JSON.stringify([expressionPattern(figure), figure.inputs.map(({ query, column }) => [query, column])]);
}

/** The same for figures that were made of the same rows in the same way. */
function rowKey(figure: Figure): string {
  return JSON.stringify([stepKey(figure), figure.inputs]);
}

/** Tells of a figure the words of others that came about in the same way from other rows, the first of them. */
function otherWords(figures: readonly Figure[], { comma }: RecordWords): (figure: Figure | undefined) => string {
  const alike = new Map(
    groupBy(figures, stepKey).flatMap((group) => {
      const rows = groupBy(group, rowKey).flatMap(([first]) => (first ? [first] : []));
      return rows.slice(0, 1).map((first) => [stepKey(first), rows] as const);
    }),
  );
  return (figure) => {
    const rows = figure ? (alike.get(stepKey(figure)) ?? []) : [];
    const others = rows.slice(0, MOST_OTHERS + 1).filter((row) => !figure || rowKey(row) !== rowKey(figure));
    const shown = others.slice(0, MOST_OTHERS).map(({ text }) => text);
    return [...shown, ...(rows.length - 1 > shown.length ? ['…'] : [])].join(comma);
  };
}

const MOST_OTHERS = 6;

function describeStep(group: readonly Figure[], answers: Answers, words: RecordWords): RecordStep {
  const [first] = group;
  if (!first) return { expression: '', inputs: [], more: 0 };
  return { expression: shownExpression(first), ...describeInputs(group, answers, words) };
}

/** The words of each row, once; a capital letter at the start of a sentence makes no difference. */
function wordsOf(group: readonly Figure[], { comma }: RecordWords): string {
  const rows = groupBy(group, ({ inputs }) => JSON.stringify(inputs));
  const said = rows.flatMap((row) => once(row.map(({ text }) => text)));
  const different = once(said);
  return (different.length === 1 ? different : said).join(comma);
}

function once(words: readonly string[]): readonly string[] {
  return groupBy(words, (word) => word.toLowerCase()).flatMap((same) => same.slice(0, 1));
}

/** The data files behind queries, through the queries they read. */
export function filesOf(queries: readonly string[], answers: Answers): readonly string[] {
  const seen = new Set<string>();
  const open = [...queries];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(answers.queries.find((query) => query.name === name)?.reads ?? []));
  }
  return answers.sources.filter(({ name }) => seen.has(name)).map(({ file }) => file);
}
