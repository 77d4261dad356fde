import { prepareChart } from '../../src/chart/prepare-chart.js';
import { DEFAULT_STYLE } from '../../src/model/style.js';
import type { Outcome } from '../../src/diagnostic/message.js';
import type { Answers } from '../../src/model/answers.js';
import type { PreparedChart } from '../../src/model/chart.js';
import type { ChartText } from '../../src/model/story.js';
import type { Cell, Table } from '../../src/model/value.js';

type Raw = number | bigint | string | boolean | null;

/** A query's table from plain values: texts like `2021-09-19` are dates, big integers stay exact. */
export function table(query: string, columns: readonly string[], rows: readonly (readonly Raw[])[]): Table {
  const cells = rows.map((row) => row.map(cell));
  return {
    query,
    columns: columns.map((name, index) => {
      const kind = cells.map((row) => row[index]?.kind ?? 'null').find((found) => found !== 'null') ?? 'text';
      return { name, type: kind.toUpperCase(), logical: kind };
    }),
    rows: cells,
    key: undefined,
    ordered: true,
  };
}

/** Seven days, two series. */
export const DAILY = table(
  'daily',
  ['day', 'n', 'place'],
  Array.from({ length: 7 }, (_, index) => [
    `2021-09-0${(index + 1).toString()}`,
    index * 2,
    index % 2 ? 'Kunar' : 'Kabul',
  ]),
);

/** Prepares a chart whose block's content is `text`, in a draft where it stands indented below a fence. */
export function prepare(
  text: string,
  tables: readonly Table[] = [DAILY],
  {
    name = 'daily',
    texts = [],
    lang = 'en-GB',
    read = {},
  }: {
    readonly name?: string;
    readonly texts?: readonly ChartText[];
    readonly lang?: string;
    /** What was read: queries on record and the data below them. */
    readonly read?: Partial<Pick<Answers, 'queries' | 'sources'>>;
  } = {},
): Outcome<PreparedChart | undefined> & { found: string[] } {
  const fence = `Before\n\n  \`\`\`vega-lite ${name}\n`;
  const lines = text.split('\n');
  const source = { path: 'draft.md', text: `${fence}${lines.map((line) => `  ${line}`).join('\n')}\n  \`\`\`\n` };
  let offset = fence.length;
  const lineOffsets = lines.map((line) => {
    const start = offset + 2;
    offset = start + line.length + 1;
    return start;
  });
  const block = {
    name,
    nameSpan: { start: fence.indexOf(name), end: fence.length - 1 },
    spec: { text, lineOffsets },
    texts: [],
    typed: [],
    span: { start: 'Before\n\n  '.length, end: source.text.length - 1 },
  };
  const answers: Answers = {
    tables: new Map(tables.map((found) => [found.query, found])),
    queries: [],
    sources: [],
    ...read,
    engine: '',
    failed: new Set(),
  };
  const outcome = prepareChart(block, texts, answers, source, {
    lang,
    style: DEFAULT_STYLE,
    date: '2021-09-21',
    target: 'brief',
  });
  const draftLines = source.text.split('\n');
  const found = outcome.messages.map(({ rule, place, reason, note }) => {
    const line = draftLines[(place?.line ?? 1) - 1] ?? '';
    const end = place?.endLine === place?.line ? place?.endColumn : undefined;
    const excerpt = line.slice((place?.column ?? 1) - 1, end && end - 1);
    return `${rule} at ${excerpt}: ${reason}${note === undefined ? '' : ` (${note})`}`;
  });
  return { ...outcome, found };
}

function cell(value: Raw): Cell {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'bigint') return { kind: 'number', value: Number(value), exact: value.toString() };
  if (typeof value === 'number') return { kind: 'number', value, exact: String(value) };
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'date', value };
  return { kind: 'text', value, origin: 'data' };
}
