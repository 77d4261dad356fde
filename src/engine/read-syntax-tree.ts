import type { SqlError, StatementTree } from '../query/engine.js';
import { readSqlError } from './read-sql-error.js';
import { byteOffsets } from './text-offset.js';

/** Reads what `json_serialize_sql` wrote, its byte offsets turned into UTF-16 offsets. */
export function readSyntaxTree(json: string, sql: string): readonly StatementTree[] | SqlError {
  const offsetOf = byteOffsets(sql);
  const tree = JSON.parse(json, (key, value: unknown) =>
    key === 'query_location' ? offsetOf(Number(value)) : value,
  ) as Answer;
  return tree.error ? readSqlError(json, sql) : (tree.statements ?? []);
}

interface Answer {
  readonly error: boolean;
  readonly statements?: readonly StatementTree[];
}
