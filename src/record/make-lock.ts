import { createHash } from 'node:crypto';
import type { PreparedChart } from '../model/chart.js';
import type { Recorded } from '../model/recorded.js';
import type { Figure, Story } from '../model/story.js';
import { CONTENT, type Lock, type LockedFigure } from './lock.js';

/** Puts down everything that a draft says now. */
export function makeLock({ draft, answers, stories, charts }: Recorded, tool: string): Lock {
  const { date, asOf, lang, styles } = draft.frontMatter;
  return {
    date,
    asOf,
    lang,
    tool,
    engine: answers.engine,
    style: hashOf(styles),
    sources: answers.sources.map(({ name, file, hash }) => ({ name, file, hash })).sort(by(({ name }) => name)),
    queries: answers.queries
      .map(({ name, sqlHash, reads }) => ({ name, hash: sqlHash, reads }))
      .sort(by(({ name }) => name)),
    figures: [...groups(stories).map((group) => lockedFigure(group, stories)), ...charts.map(lockedChart)].sort(
      by(({ id }) => id),
    ),
  };
}

/** A reference is a number of this tool's own, not a figure of the data. */
function groups(stories: readonly Story[]): [Figure, ...Figure[]][] {
  const byId = new Map<string, [Figure, ...Figure[]]>();
  for (const figure of stories.flatMap(({ figures }) => figures)) {
    if (figure.kind === 'reference') continue;
    const group = byId.get(figure.id);
    if (group) group.push(figure);
    else byId.set(figure.id, [figure]);
  }
  return [...byId.values()];
}

function lockedFigure(group: readonly [Figure, ...Figure[]], stories: readonly Story[]): LockedFigure {
  const [{ id, kind, expression, verdict, inputs, text }] = group;
  const differ = group.some((figure) => figure.text !== text);
  return {
    id,
    kind,
    expression,
    texts: differ ? Object.fromEntries(group.map((figure) => [figure.target, figure.text])) : text,
    verdict: verdict?.kind,
    inputs: inputs.map(({ query, row, column, value }) => ({
      query,
      row,
      column,
      value: kind === 'table' ? cellsOf(id, stories) : value,
    })),
  };
}

/** A table is what its cells say. */
function cellsOf(id: string, stories: readonly Story[]): string | undefined {
  const table = stories.flatMap(({ tables }) => [...tables.values()]).find(({ figure }) => figure === id);
  return table && `${CONTENT}${hashOf([table.rows, table.total])}`;
}

/** A chart is what its rows say; how it looks is no figure. */
/** Charts have names of their own, and ids beside those of figures. */
export function chartId({ name }: Pick<PreparedChart, 'name'>): string {
  return `chart:${name}`;
}

function lockedChart({ name, spec }: PreparedChart): LockedFigure {
  const datasets = Object.entries(spec['datasets'] ?? {});
  return {
    id: chartId({ name }),
    kind: 'chart',
    expression: `chart:${name}`,
    texts: name,
    verdict: undefined,
    inputs: datasets.map(([query, rows]) => ({
      query: query.replace(/^query /, ''),
      row: undefined,
      column: undefined,
      value: `${CONTENT}${hashOf(rows)}`,
    })),
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
