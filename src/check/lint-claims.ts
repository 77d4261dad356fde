import { createMessage, messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { comparableWords } from '../figure/comparable-words.js';
import { localePack } from '../figure/locale-pack.js';
import type { Answers, QueryDoubts } from '../model/answers.js';
import type { Draft } from '../model/draft.js';
import type { CallExpression, Expression, PathExpression } from '../model/expression.js';
import type { Figure, Story } from '../model/story.js';
import { checkedClaims, namesIn } from './draft-expressions.js';
import { dependenciesOf } from './query-reads.js';

/** Finds checks that cannot fail, and claims whose `instead` says what they say themselves. */
export function lintClaims(stories: readonly Story[], draft: Draft, answers: Answers): Message[] {
  const claims = checkedClaims(draft);
  const failed = new Set(
    stories.flatMap(({ figures }) =>
      figures.flatMap(({ verdict, expression }) => (verdict && FAILED.has(verdict.kind) ? [expression] : [])),
    ),
  );
  const written = ({ span }: Expression): string => draft.source.text.slice(span.start, span.end);
  return [
    ...claims.filter((claim) => !failed.has(written(claim))).flatMap((claim) => idleCheck(claim, draft, answers)),
    ...frozenDays(claims, draft, answers),
    ...sameInsteads(stories, draft, answers),
  ];
}

/** What failed has shown that it can. */
const FAILED: ReadonlySet<string> = new Set(['false', 'undecided', 'unreadable']);

function idleCheck(claim: Expression, { source }: Draft, answers: Answers): Message[] {
  const why = idleReason(claim, answers);
  if (why === undefined) return [];
  const note = 'Check it against a query that reads the data, or say why it needs none: `[words](<check:ack "…">)`';
  return [messageAt(source, claim.span, 'claim-cannot-fail', `Unexpected check that cannot fail: ${why}`, note)];
}

/** Why a check says the same whatever the data is; `undefined` where it does not. */
function idleReason(claim: Expression, answers: Answers): string | undefined {
  const names = namesIn(claim);
  if (names.length === 0) return 'it names no data';
  const twice = sameTwice(claim);
  if (twice) return `\`${twice.name}\` compares a value with itself`;
  const known = new Set(answers.queries.map(({ name }) => name));
  // What a loop calls its rows is not looked into
  if (!names.every((name) => known.has(name))) return undefined;
  const data = new Set(answers.sources.map(({ name }) => name));
  const quoted = [...new Set(names)].map((name) => `\`${name}\``).join(' and ');
  if (!dependenciesOf(names, answers).some(({ reads }) => reads.some((name) => data.has(name))))
    return `${quoted} ${names.length > 1 ? 'read' : 'reads'} no data`;
  const constant = claim.type === 'path' ? constantColumn(claim, answers) : undefined;
  return constant === undefined ? undefined : `\`${constant}\` is the same whatever the data is`;
}

/** Hold whenever both sides are one. */
const ALWAYS_EQUAL = new Set(['eq', 'gte', 'lte']);

function sameTwice(claim: Expression): CallExpression | undefined {
  if (claim.type !== 'call') return undefined;
  const [left, right] = claim.args.map(pathText);
  return ALWAYS_EQUAL.has(claim.name) && left !== undefined && left === right ? claim : undefined;
}

function pathText(expression: Expression): string | undefined {
  return expression.type === 'path' ? expression.segments.map(({ text }) => text).join('.') : undefined;
}

function constantColumn({ segments }: PathExpression, answers: Answers): string | undefined {
  const [query, ...rest] = segments.map(({ text }) => text);
  const table = query === undefined ? undefined : answers.tables.get(query);
  const [only] = table?.columns ?? [];
  const column = rest.at(-1) ?? (table?.columns.length === 1 ? only?.name : 'ok');
  if (query === undefined || column === undefined) return undefined;
  return doubtsOf(query, answers)?.constants.includes(column.toLowerCase()) ? `${query}.${column}` : undefined;
}

function doubtsOf(query: string, { queries }: Answers): QueryDoubts | undefined {
  return queries.find(({ name }) => name === query)?.doubts;
}

/** A day that is long over is history; one that is near is the day of writing, at which a check would stand still. */
const NEAR = 31;

function frozenDays(claims: readonly Expression[], draft: Draft, answers: Answers): Message[] {
  const behind = dependenciesOf(claims.flatMap(namesIn), answers);
  return draft.queries.flatMap((query) =>
    (behind.find(({ name }) => name === query.name)?.doubts?.frozenDays ?? [])
      .filter(({ day, kind }) => kind === 'on' || daysBetween(day, draft.frontMatter.asOf) <= NEAR)
      .map(({ start, end, day, kind }) =>
        messageAt(
          query.source,
          embeddedSpan(query.sql, start, end),
          'claim-cannot-fail',
          `Unexpected fixed day behind a check, which looks at ${kind === 'on' ? `\`${day}\` alone` : `nothing after \`${day}\``}, whatever data comes`,
          'Write `as_of()`, or take the day from the data',
        ),
      ),
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** An `instead` is what is true where the claim is not: it cannot be the claim. */
function sameInsteads(stories: readonly Story[], { frontMatter }: Draft, answers: Answers): Message[] {
  const locale = localePack(frontMatter.lang);
  const told = new Map<string, Message>();
  for (const figure of stories.flatMap(({ figures }) => figures)) {
    const instead = figure.finding?.kind === 'verdict' ? figure.finding.instead : undefined;
    if (instead === undefined || told.has(figure.id)) continue;
    if (comparableWords(instead, locale) !== comparableWords(figure.text, locale)) continue;
    // Where the claim holds, words that follow the data may well be its own
    if (figure.verdict?.kind !== 'false' && !isTyped(figure, answers)) continue;
    const reason = `Unexpected \`instead\` that says what the claim says, “${figure.text}”`;
    const note = 'Select what is true where the claim is false: `… AS instead`';
    told.set(figure.id, createMessage('claim-instead', figure.place, reason, note));
  }
  return [...told.values()];
}

/** Whether the `instead` of a verdict is the same text whatever the data is. */
function isTyped({ inputs }: Figure, answers: Answers): boolean {
  const own = inputs.at(-1);
  const constants = (own && doubtsOf(own.query, answers)?.constants) ?? [];
  const columns = own && answers.tables.get(own.query)?.columns.map(({ name }) => name);
  const used = [`${own?.column ?? ''}_instead`, 'instead'].find((name) => columns?.includes(name));
  return used !== undefined && constants.includes(used.toLowerCase());
}
