import { createHash } from 'node:crypto';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Answers, QueryRecord } from '../model/answers.js';
import type { Table } from '../model/value.js';
import { checkExpectation } from './check-expectation.js';
import { checkKeys, keyColumn } from './check-key.js';
import type { Engine, EngineProblem, EngineResult, Rows } from './engine.js';
import { explainProblem } from './explain-problem.js';
import type { PlannedQuery, QueryPlan } from './plan-queries.js';
import { ENGINE_ENDED, Skips } from './skips.js';
import { withoutComments } from '../sql/scan-sql.js';

/** Runs each query of a plan once; what other queries read is kept as a table, so that it is not computed again. */
export async function runQueries(plan: QueryPlan, engine: Engine): Promise<Outcome<Answers>> {
  const { sources } = plan;
  const skips = new Skips();
  const tables = new Map<string, Table>();
  const queries: QueryRecord[] = [];
  const messages: Message[] = [];
  const made = new Set<string>();
  const known = plan.steps.map(({ query }) => query.name);

  for (const step of plan.steps) {
    const { query, reads, ordered, doubts } = step;
    if (skips.skipIfNeeded(query, reads)) continue;
    const answer = (await makeCalendars(step, made, engine)) ?? (await runQuery(step, engine));
    if (answer.kind === 'problem') {
      const { problem } = answer;
      if (isEarlierEnd(problem)) skips.skip(query, ENGINE_ENDED);
      else {
        const { macroCalls } = step;
        messages.push(explainProblem(problem, { query, limits: engine.limits, tables: known, macroCalls }));
        skips.fail(query.name, `\`${query.name}\` failed`);
      }
      continue;
    }
    const { columns, rows, total } = answer.value;
    const { name, sql, importedFrom } = query;
    const record = {
      name,
      sql: withoutComments(sql.text),
      sqlHash: sha256(sql.text),
      reads,
      rows: total,
      importedFrom,
      doubts,
    };
    if (query.expectNone) {
      const offence = checkExpectation(query, answer.value);
      if (offence) messages.push(offence);
      else queries.push({ ...record, expectation: 'passed' });
      continue;
    }
    const badKeys = checkKeys(query, answer.value);
    if (badKeys) {
      messages.push(badKeys);
      continue;
    }
    const key = keyColumn(query, columns);
    if (rows.length === total) tables.set(query.name, { query: query.name, columns, rows, key, ordered });
    queries.push(record);
  }
  const answered = new Set(queries.map(({ name }) => name));
  const failed = new Set(plan.queries.map(({ name }) => name).filter((name) => !answered.has(name)));
  return {
    value: { tables, failed, queries, sources, engine: engine.name },
    messages: [...messages, ...skips.messages()],
  };
}

interface Answer extends Rows {
  /** More than the rows that are here only for a query that nothing but queries can use. */
  readonly total: number;
}

/** Computes the calendars that a query looks at, each once; the problem, when one cannot be. */
async function makeCalendars(
  { calendars }: PlannedQuery,
  made: Set<string>,
  engine: Engine,
): Promise<(EngineResult<never> & { kind: 'problem' }) | undefined> {
  for (const { name, sql } of calendars) {
    if (made.has(name)) continue;
    const table = await engine.createTable(name, sql);
    if (table.kind === 'problem') return table;
    made.add(name);
  }
  return undefined;
}

async function runQuery({ query, isRead, isNamed }: PlannedQuery, engine: Engine): Promise<EngineResult<Answer>> {
  if (!isRead) return withTotal(await engine.read(query.sql.text));
  const created = await engine.createTable(query.name, query.sql.text);
  if (created.kind === 'problem') return created;
  const answer = await engine.read(`FROM "${query.name}"`);
  const isOver =
    answer.kind === 'problem' && answer.problem.kind === 'limit' && ['rows', 'size'].includes(answer.problem.what);
  return isOver && !isNamed ? await countOnly(query.name, engine) : withTotal(answer);
}

function withTotal(answer: EngineResult<Rows>): EngineResult<Answer> {
  return answer.kind === 'ok' ? { kind: 'ok', value: { ...answer.value, total: answer.value.rows.length } } : answer;
}

async function countOnly(name: string, engine: Engine): Promise<EngineResult<Answer>> {
  const counted = await engine.read(`SELECT count(*) AS n FROM "${name}"`);
  if (counted.kind === 'problem') return counted;
  const cell = counted.value.rows[0]?.[0];
  return { kind: 'ok', value: { columns: [], rows: [], total: cell?.kind === 'number' ? cell.value : 0 } };
}

function isEarlierEnd(problem: EngineProblem): boolean {
  return problem.kind === 'ended' && problem.cause !== 'crash';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
