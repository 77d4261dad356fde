import type { Message } from '../diagnostic/message.js';
import type { QueryBlock } from '../model/draft.js';
import { findDependencies, type Dependency } from './dependencies.js';
import type { Engine, StatementTree, Vocabulary } from './engine.js';
import { explainProblem, violationMessage, type ProblemContext } from './explain-problem.js';
import { checkGate } from './gate.js';
import { findMacroCalls, type MacroCall } from './macro-calls.js';
import { statementStarts } from '../sql/scan-sql.js';
import { nodesOf, textOf } from './syntax-tree.js';

/** What a query's text says before anything is looked up. */
export interface QueryReading {
  readonly query: QueryBlock;
  readonly statement: StatementTree;
  readonly dependencies: readonly Dependency[];
  /** Where it looks at the calendar of another query. */
  readonly macroCalls: readonly MacroCall[];
  /** True when the outermost clause has an ORDER BY. */
  readonly ordered: boolean;
}

export interface QueryReadings {
  /** By name; a query that cannot be read, or does not pass the gate, is missing. */
  readonly value: ReadonlyMap<string, QueryReading>;
  /** Queries that were not looked at, because the engine had ended. */
  readonly unread: readonly QueryBlock[];
  readonly messages: readonly Message[];
}

/** Reads the texts of queries and lets them through the gate. */
export async function readQueries(
  queries: readonly QueryBlock[],
  engine: Engine,
  tables: readonly string[],
): Promise<QueryReadings> {
  const value = new Map<string, QueryReading>();
  const unread: QueryBlock[] = [];
  const messages: Message[] = [];
  const vocabulary = await engine.vocabulary();
  for (const query of queries) {
    const reading =
      vocabulary.kind === 'ok'
        ? await readQuery({ tables, query, limits: engine.limits }, engine, vocabulary.value)
        : 'ended';
    if (reading === 'ended') unread.push(query);
    else if ('query' in reading) value.set(query.name, reading);
    else messages.push(...reading);
  }
  return { value, unread, messages };
}

async function readQuery(
  context: ProblemContext,
  engine: Engine,
  vocabulary: Vocabulary,
): Promise<QueryReading | readonly Message[] | 'ended'> {
  const { query } = context;
  const sql = query.sql.text;
  if (statementStarts(sql).length === 0) {
    const note = 'Write a SELECT between the fences';
    const empty = { range: undefined, reason: `The query \`${query.name}\` is empty`, note };
    return [violationMessage(empty, 'query-syntax', context)];
  }
  const parsed = await engine.parse(sql);
  if (parsed.kind === 'problem') {
    return parsed.problem.kind === 'ended' && parsed.problem.cause !== 'crash'
      ? 'ended'
      : [explainProblem(parsed.problem, context)];
  }
  const violations = checkGate(sql, parsed.value, vocabulary);
  const [statement] = parsed.value;
  if (violations.length > 0 || !statement) {
    return violations.map((each) => violationMessage(each, 'query-forbidden', context));
  }
  const { calls, faults } = findMacroCalls(sql, parsed.value);
  if (faults.length > 0) return faults.map((each) => violationMessage(each, 'query-macro', context));
  const ordered = nodesOf(statement.node, 'modifiers').some((each) => textOf(each, 'type') === 'ORDER_MODIFIER');
  const dependencies = findDependencies(parsed.value, calls);
  return { query, statement, dependencies, macroCalls: calls, ordered };
}
