import { messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import type { Answers } from '../model/answers.js';
import type { Draft } from '../model/draft.js';
import type { Expression } from '../model/expression.js';
import { chartWords } from './chart-words.js';
import { draftExpressions, namesIn, type DraftExpression } from './draft-expressions.js';
import { dependenciesOf } from './query-reads.js';

/** Finds queries behind something published whose answer chance decides, or which leave days out of a calendar. */
export function lintQueries(draft: Draft, answers: Answers): Message[] {
  const { queries, charts, tables } = draft;
  const expressions = draftExpressions(draft);
  const published = [
    ...expressions.flatMap(({ expression }) => namesIn(expression)),
    ...tables.flatMap(({ query }) => (query ? [query.text] : [])),
    ...charts.flatMap((chart) => [...chartWords(chart)]),
  ];
  const behind = new Map(dependenciesOf(published, answers).map((record) => [record.name, record]));
  const listed = listedQueries(draft, expressions);
  return queries.flatMap((query): Message[] => {
    const { doubts } = behind.get(query.name) ?? {};
    const chances = (doubts?.chances ?? []).map(({ start, end, reason, note }) =>
      messageAt(query.source, embeddedSpan(query.sql, start, end), 'query-unstable', reason, note),
    );
    const filtered = (doubts?.filteredDays ?? []).map(({ start, end, reason, note }) =>
      messageAt(query.source, embeddedSpan(query.sql, start, end), 'calendar-filtered', reason, note),
    );
    const found = [...chances, ...filtered];
    const by = listed.get(query.name);
    const rows = answers.tables.get(query.name)?.rows.length ?? 0;
    if (by === undefined || rows < 2 || doubts?.ordered !== false) return found;
    const reason = `Unexpected rows of \`${query.name}\` in no order, which ${by} prints one after the other`;
    const note = 'Add ORDER BY at the end of the query';
    return [...found, messageAt(query.source, query.nameSpan, 'query-unstable', reason, note)];
  });
}

/** The queries whose rows are printed one after the other, and by what. */
function listedQueries({ tables }: Draft, expressions: readonly DraftExpression[]): ReadonlyMap<string, string> {
  return new Map([
    ...tables.flatMap(({ name, query }): [string, string][] => (query ? [[query.text, `the table \`${name}\``]] : [])),
    ...expressions.flatMap(({ expression, use }): [string, string][] =>
      use === 'each' ? wholeQuery(expression, '`{{#each}}`') : lists(expression),
    ),
  ]);
}

const LISTS = new Set(['list', 'either']);

function lists(expression: Expression): [string, string][] {
  if (expression.type !== 'call') return [];
  const [first] = expression.args;
  const own = first && LISTS.has(expression.name) ? wholeQuery(first, `\`${expression.name}\``) : [];
  return [...own, ...[...expression.args, ...expression.pairs.map(({ value }) => value)].flatMap(lists)];
}

function wholeQuery(expression: Expression, by: string): [string, string][] {
  return expression.type === 'path' && expression.segments.length === 1
    ? namesIn(expression).map((name) => [name, by])
    : [];
}
