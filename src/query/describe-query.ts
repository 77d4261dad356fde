import type { Outcome } from '../diagnostic/message.js';
import type { Column } from '../model/value.js';
import { checkColumns } from './check-columns.js';
import { checkKeyColumn } from './check-key.js';
import type { Engine, EngineProblem } from './engine.js';
import { explainProblem, violationMessage } from './explain-problem.js';
import type { QueryReading } from './read-queries.js';

/** Finds a query's columns without running it, and gives it its view. */
export async function describeQuery(
  { query, statement, macroCalls }: QueryReading,
  engine: Engine,
  tables: readonly string[],
): Promise<Outcome<readonly Column[] | 'failed' | 'ended'>> {
  const context = { query, tables, limits: engine.limits, macroCalls };
  const refuse = (problem: EngineProblem): Outcome<'failed' | 'ended'> =>
    problem.kind === 'ended' && problem.cause !== 'crash'
      ? { value: 'ended', messages: [] }
      : { value: 'failed', messages: [explainProblem(problem, context)] };

  // Its own text first: behind CREATE VIEW the places of errors would be others.
  const described = await engine.describe(query.sql.text);
  if (described.kind === 'problem') return refuse(described.problem);
  const columns = described.value;
  const faults = checkColumns(query.sql.text, statement, columns);
  if (faults.length > 0) {
    return { value: 'failed', messages: faults.map((fault) => violationMessage(fault, 'query-columns', context)) };
  }
  const badKey = checkKeyColumn(query, columns);
  const created = await engine.createView(query.name, query.sql.text);
  if (created.kind === 'problem') return refuse(created.problem);
  return badKey ? { value: 'failed', messages: [badKey] } : { value: columns, messages: [] };
}
