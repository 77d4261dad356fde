import type { Answers } from '../model/answers.js';
import type { ResultMutation } from '../model/variation.js';
import { mutateTable } from './mutate-table.js';

/** The answers of a draft’s queries, one of them changed. */
export function mutateAnswers(answers: Answers, { name, column, change }: ResultMutation): Answers {
  const table = answers.tables.get(name);
  const changed = table && mutateTable(table, column, change);
  return changed ? { ...answers, tables: new Map([...answers.tables, [name, changed]]) } : answers;
}
