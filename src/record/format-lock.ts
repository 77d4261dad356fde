import type { Lock, LockedFigure } from './lock.js';

/** The text of a lock file: JSON, keys in a fixed order, one value a line, so that a change is a small difference. */
export function formatLock({ date, asOf, lang, tool, engine, style, sources, queries, figures }: Lock): string {
  const lock = {
    version: 1,
    date,
    as_of: asOf,
    language: lang,
    tool,
    engine,
    style_sha256: style,
    sources: sources.map(({ name, file, hash }) => ({ name, file, sha256: hash })),
    queries: queries.map(({ name, hash, reads }) => ({ name, sql_sha256: hash, reads })),
    figures: figures.map(figureJson),
  };
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}

function figureJson({ id, kind, expression, texts, verdict, inputs }: LockedFigure): object {
  return {
    id,
    kind,
    expression,
    ...(typeof texts === 'string' ? { text: texts } : { texts }),
    ...(verdict === undefined ? {} : { verdict }),
    // What is `undefined` is left out
    inputs,
  };
}
