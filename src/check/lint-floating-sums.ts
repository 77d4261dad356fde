import { messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { Answers, FloatingSum } from '../model/answers.js';
import type { Draft } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import { chartWords } from './chart-words.js';
import { draftExpressions } from './draft-expressions.js';

/** Finds sums of floating numbers behind a column that a figure, a claim, a chart or a table shows. */
export function lintFloatingSums(draft: Draft, answers: Answers): Message[] {
  const published = publishedColumns(draft, answers);
  const sums = new Map<string, FloatingSum>();
  for (const { name, doubts } of answers.queries)
    for (const [column, found] of doubts?.floatingSums ?? [])
      if (published.get(name)?.has(column)) for (const sum of found) sums.set(`${sum.start} ${sum.query}`, sum);
  return draft.queries.flatMap((query) =>
    [...sums.values()]
      .filter((sum) => sum.query === query.name)
      .map(({ start, end, reason, note }) =>
        messageAt(query.source, embeddedSpan(query.sql, start, end), 'query-floating-sum', reason, note),
      ),
  );
}

/** By query, the columns that are shown, in lower case. */
function publishedColumns(draft: Draft, { tables }: Answers): ReadonlyMap<string, ReadonlySet<string>> {
  const published = new Map<string, Set<string>>();
  const publish = (query: string, isShown: (column: string, count: number) => boolean): void => {
    const names = (tables.get(query)?.columns ?? []).map(({ name }) => name.toLowerCase());
    const own = published.get(query) ?? new Set<string>();
    for (const name of names) if (isShown(name, names.length)) own.add(name);
    published.set(query, own);
  };
  const expressions = draftExpressions(draft);
  const words = new Set(expressions.flatMap(({ expression }) => wordsIn(expression)));
  for (const { expression, use } of expressions) {
    const isValue = use === 'tag' || use === 'claim';
    for (const path of pathsIn(expression)) {
      const [query = '', ...others] = path;
      const column = others.at(-1);
      if (column !== undefined && !/^\d+$/.test(column)) publish(query, (name) => name === column);
      else if (path.length === 1 && expression.type === 'path' && isValue)
        publish(query, (name, count) => count === 1 || VERDICT.has(name));
      else publish(query, (name) => words.has(name));
    }
  }
  for (const chart of draft.charts) {
    const shown = chartWords(chart);
    const text = chart.spec.text.toLowerCase();
    const fields = new Set([...shown].map((word) => word.toLowerCase()));
    for (const query of shown)
      publish(query, (name) => fields.has(name) || (/\P{L}/u.test(name) && text.includes(name)));
  }
  for (const { query, columns } of draft.tables) {
    const fields = columns && new Set(columns.map(({ field }) => field.text.toLowerCase()));
    if (query) publish(query.text, (name) => fields?.has(name) ?? true);
  }
  return published;
}

/** The columns that `check:NAME` looks at. */
const VERDICT = new Set(['ok', 'instead', 'ok_instead']);

/** The paths of an expression: the query as it is written, what follows in lower case. */
function pathsIn(expression: Expression): string[][] {
  if (expression.type === 'literal') return [];
  if (expression.type === 'path') {
    const [query, ...others] = expression.at ? [] : expression.segments;
    return query ? [[query.text, ...others.map(({ text }) => text.toLowerCase())]] : [];
  }
  return [...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(pathsIn);
}

/** What may name a column: what stands in paths, and texts such as `col="day"`. */
function wordsIn(expression: Expression): string[] {
  if (expression.type === 'literal') return [String(expression.value).toLowerCase()];
  if (expression.type === 'path') return expression.segments.map(({ text }) => text.toLowerCase());
  return [...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(wordsIn);
}
