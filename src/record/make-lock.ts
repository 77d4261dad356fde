import { createHash } from 'node:crypto';
import type { Recorded } from '../model/recorded.js';
import type { Figure, Story } from '../model/story.js';
import type { Lock, LockedFigure } from './lock.js';

/** Puts down everything that a draft says now. */
export function makeLock({ draft, answers, stories }: Recorded, tool: string): Lock {
  const { date, asOf, lang, styles } = draft.frontMatter;
  return {
    date,
    asOf,
    lang,
    tool,
    engine: answers.engine,
    style: createHash('sha256').update(JSON.stringify(styles)).digest('hex'),
    sources: answers.sources.map(({ name, file, hash }) => ({ name, file, hash })).sort(by(({ name }) => name)),
    queries: answers.queries
      .map(({ name, sqlHash, reads }) => ({ name, hash: sqlHash, reads }))
      .sort(by(({ name }) => name)),
    figures: groups(stories)
      .map(lockedFigure)
      .sort(by(({ id }) => id)),
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

function lockedFigure(group: readonly [Figure, ...Figure[]]): LockedFigure {
  const [{ id, kind, expression, verdict, inputs, text }] = group;
  const differ = group.some((figure) => figure.text !== text);
  return {
    id,
    kind,
    expression,
    texts: differ ? Object.fromEntries(group.map((figure) => [figure.target, figure.text])) : text,
    verdict: verdict?.kind,
    inputs: inputs.map(({ query, row, column, value }) => ({ query, row, column, value })),
  };
}

function by<T>(key: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
