import { messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { QueryBlock } from '../model/draft.js';
import type { EngineLimits, EngineProblem, LimitProblem, SqlError } from './engine.js';
import { notASelect } from './gate.js';
import type { MacroCall } from './macro-calls.js';
import { tokenAt, type SqlRange } from '../sql/scan-sql.js';
import { MACRO_ERROR } from './table-macros.js';

export interface ProblemContext {
  readonly query: QueryBlock;
  readonly limits: EngineLimits;
  /** Names of queries and data, to find the nearest among. */
  readonly tables: readonly string[];
  /** Where it calls our macros, for errors that come from inside them. */
  readonly macroCalls?: readonly MacroCall[] | undefined;
}

/** Turns what the engine said about a query into a message at the exact place in its file. */
export function explainProblem(problem: EngineProblem, context: ProblemContext): Message {
  const { query } = context;
  switch (problem.kind) {
    case 'limit':
      return explainLimit(problem, context);
    case 'ended':
      return messageAt(
        query.source,
        query.nameSpan,
        'query-failed',
        `The engine ended while it ran \`${query.name}\``,
        CRASH,
      );
    case 'sql':
      return explainSqlError(problem, context);
  }
}

/** Something wrong at a place in a query's SQL; without one, with the query as a whole. */
export interface SqlFault {
  readonly range: SqlRange | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** A message at a place in a query's SQL, or at its name. */
export function violationMessage(
  { range, reason, note }: SqlFault,
  rule: RuleId,
  { query }: Pick<ProblemContext, 'query'>,
): Message {
  const span = range ? embeddedSpan(query.sql, range.start, range.end) : query.nameSpan;
  return messageAt(query.source, span, rule, reason, note);
}

const CRASH = 'A single value was perhaps too large; select less of it';

function explainLimit({ what }: LimitProblem, { query, limits }: ProblemContext): Message {
  const at = (reason: string, note: string) => messageAt(query.source, query.nameSpan, 'query-limit', reason, note);
  const name = `\`${query.name}\``;
  switch (what) {
    case 'time':
      return at(
        `${name} ran longer than ${seconds(limits.timeMs / 1000)} and was stopped`,
        'Look for a join without a condition, or a recursion without an end',
      );
    case 'memory':
      return at(
        `${name} needed more than ${grouped(limits.memoryMb)} MB of memory and was stopped`,
        'Aggregate or filter earlier, or look for a join without a condition',
      );
    case 'rows':
      return at(
        `${name} returned more than ${grouped(limits.maxRows)} rows`,
        'Aggregate in the query, or filter it: prose and charts need few rows',
      );
    case 'size':
      return at(`The rows of ${name} are too large to bring out`, 'Select fewer columns, or shorter values');
  }
}

function explainSqlError(error: SqlError, context: ProblemContext): Message {
  const { query } = context;
  const own = error.message.indexOf(MACRO_ERROR);
  if (own >= 0) return macroProblem(error.message.slice(own + MACRO_ERROR.length), context);
  const range = error.offset === undefined ? undefined : tokenAt(query.sql.text, error.offset);
  if (error.type === 'not implemented' && error.message.startsWith('Only SELECT')) {
    return violationMessage(notASelect(query.sql.text), 'query-forbidden', context);
  }
  if (error.subtype === 'NUMBER_TOO_LARGE') return tooLarge(error.offset ?? 0, context);
  const token = range ? query.sql.text.slice(range.start, range.end) : '';
  const { rule, reason, note } = plain(error, token, context);
  return violationMessage({ range, reason, note }, rule, context);
}

/** What our macros and calendars raise: it names the query that has no calendar, or is about the second argument. */
function macroProblem(words: string, context: ProblemContext): Message {
  const calls = context.macroCalls ?? [];
  const about = calls.find(({ query }) => words.toLowerCase().endsWith(` of \`${query.toLowerCase()}\``));
  const call = about ?? calls.find(({ macro }) => words.includes(macro.second ?? '\0'));
  const note = about && 'A calendar needs one row for each day that has any, with its number';
  return violationMessage({ range: about ? about.range : call?.second, reason: words, note }, 'query-macro', context);
}

interface Plain {
  readonly rule: RuleId;
  readonly reason: string;
  readonly note?: string | undefined;
}

function plain(error: SqlError, token: string, { query, tables }: ProblemContext): Plain {
  const { type, subtype, name = token, message } = error;
  if (/^Max expression depth|^memory exhausted/.test(message)) return TOO_DEEP;
  if (type === 'parser') return syntaxError(message, token);
  if (subtype === 'COLUMN_NOT_FOUND') {
    return {
      rule: 'query-unknown-name',
      reason: `No table here has a column \`${name}\``,
      note:
        didYouMean(name, error.candidates) ??
        (query.sql.text.includes(`"${name}"`) ? `Text stands in single quotes: \`'${name}'\`` : undefined),
    };
  }
  const missing = /^(Table|Scalar Function|Aggregate Function|Table Function|Type|Collation) with name/.exec(
    message,
  )?.[1];
  if (missing !== undefined) {
    const candidates = missing === 'Table' ? [...tables, ...error.candidates] : error.candidates;
    const kind = missing.toLowerCase().replace(/^(scalar|aggregate) /, '');
    return {
      rule: 'query-unknown-name',
      reason: `No ${kind} has the name \`${name}\``,
      note: didYouMean(name, candidates),
    };
  }
  const call = /argument types '(.+?)\((.*)\)'/.exec(message);
  if (call) return wrongTypes(call[1] ?? '', call[2] ?? '');
  const compared = /Cannot compare values of type (\S+) and type (\S+)/.exec(message);
  if (compared) {
    return {
      rule: 'query-failed',
      reason: `Unexpected comparison of ${typeName(compared[1])} with ${typeName(compared[2])}`,
      note: 'Convert one of them, as in `CAST(x AS DATE)`',
    };
  }
  const grouping = /^column "?(.+?)"? must appear in the GROUP BY/.exec(message);
  if (grouping) {
    return {
      rule: 'query-failed',
      reason: `Unexpected column \`${grouping[1] ?? ''}\` beside an aggregate, expected it in GROUP BY`,
      note: 'Write `GROUP BY ALL`, or aggregate it too',
    };
  }
  const unjoined = /^Column "(.+?)" does not exist on (left|right) side of join/.exec(message);
  if (unjoined) {
    const side = unjoined[2] === 'left' ? 'before' : 'after';
    return { rule: 'query-unknown-name', reason: `No table ${side} JOIN has a column \`${unjoined[1] ?? ''}\`` };
  }
  const table = /^Referenced table "(.+?)" not found/.exec(message)?.[1];
  if (table !== undefined) {
    return {
      rule: 'query-unknown-name',
      reason: `The query reads no table \`${table}\``,
      note: didYouMean(table, candidateTables(message)),
    };
  }
  return { rule: 'query-failed', reason: `\`${query.name}\` failed: ${clean(message)}` };
}

const TOO_DEEP: Plain = {
  rule: 'draft-too-deep',
  reason: 'Unexpected depth of brackets, lists, cases or subqueries, more than the engine can read',
  note: 'Put a part of it into a query of its own, and read that by its name',
};

function tooLarge(start: number, context: ProblemContext): Message {
  const number = /^-?[\d._]*(?:e[+-]?[\d_]+)?/i.exec(context.query.sql.text.slice(start))?.[0] ?? '';
  const reason = `Unexpected number \`${number}\`, expected one below 1.8e308`;
  const note = 'For a bound that nothing reaches write a large number, such as `1e300`';
  return violationMessage({ range: { start, end: start + number.length }, reason, note }, 'query-syntax', context);
}

function syntaxError(message: string, token: string): Plain {
  const rule = 'query-syntax';
  if (message.includes('end of input')) {
    return { rule, reason: 'Unexpected end of the query', note: 'Something is missing after the last word' };
  }
  const open = /^unterminated (quoted string|quoted identifier|\/\* comment)/.exec(message)?.[1];
  if (open !== undefined) {
    const what = open === 'quoted string' ? 'text' : open === 'quoted identifier' ? 'quoted name' : 'comment';
    return { rule, reason: `This ${what} is not closed`, note: 'Add what closes it' };
  }
  const near = /^syntax error at or near/.test(message);
  return near
    ? {
        rule,
        reason: `Unexpected \`${token}\` in the query`,
        note: 'Look at what stands before it: a missing comma, bracket or word',
      }
    : { rule, reason: clean(message) };
}

function wrongTypes(name: string, types: string): Plain {
  const given = types.split(', ').filter(Boolean).map(typeName).join(' and ');
  return {
    rule: 'query-failed',
    reason: /^\w+$/.test(name)
      ? `The function \`${name}\` does not take ${given === '' ? 'no arguments' : given}`
      : `\`${name}\` does not work on ${given}`,
    note: types.includes('VARCHAR')
      ? 'Convert the value, as in `CAST(x AS INTEGER)`; `columns: {x: integer}` at the data says which value is no number'
      : 'Convert the value, as in `CAST(x AS INTEGER)`',
  };
}

function typeName(type = ''): string {
  return `\`${type.replace(/_LITERAL$/, '')}\``;
}

function candidateTables(message: string): readonly string[] {
  const listed = /Candidate tables: (.*)$/.exec(message)?.[1] ?? '';
  return [...listed.matchAll(/"(.+?)"/g)].map((match) => match[1] ?? '');
}

function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined ? undefined : `Did you mean \`${near}\`?`;
}

/** The engine's first sentence, without what is said to its own users. */
function clean(message: string): string {
  const first = message.split('\n')[0] ?? '';
  return first.replace(/[.!]+$/, '').replaceAll('"', '`');
}

function seconds(count: number): string {
  return `${grouped(count)} second${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
