import type { SqlError, StatementTree } from '../query/engine.js';
import { offsetOf, walk } from '../query/syntax-tree.js';
import { readSqlError } from './read-sql-error.js';
import { byteOffsets } from './text-offset.js';

/** Reads what `json_serialize_sql` wrote, its byte offsets turned into UTF-16 offsets. */
export function readSyntaxTree(json: string, sql: string): readonly StatementTree[] | SqlError {
  const toOffset = byteOffsets(sql);
  const tree = JSON.parse(withNumbers(json)) as Answer;
  if (tree.error) return readSqlError(json, sql);
  const statements = tree.statements ?? [];
  let tooLarge: SqlError | undefined;
  // Not with a reviver, which goes as deep into the stack as the tree does
  for (const node of walk(statements)) {
    const bytes = offsetOf(node);
    if (bytes !== undefined) (node as { query_location: number | undefined }).query_location = toOffset(bytes);
    tooLarge ??= endlessNumber(node);
  }
  return tooLarge ?? statements;
}

interface Answer {
  readonly error: boolean;
  readonly statements?: readonly StatementTree[];
}

/** The engine writes a number that no double can hold, such as `1e400`, as a word that JSON does not have. */
function withNumbers(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|\b(?:Infinity|NaN)\b/g, (part) => (part.startsWith('"') ? part : '1e999'));
}

function endlessNumber(node: Readonly<Record<string, unknown>>): SqlError | undefined {
  const value = node['value'] as { readonly value?: unknown } | null | undefined;
  if (typeof value?.value !== 'number' || Number.isFinite(value.value)) return undefined;
  return {
    kind: 'sql',
    type: 'parser',
    subtype: 'NUMBER_TOO_LARGE',
    message: 'A number is too large',
    offset: offsetOf(node),
    name: undefined,
    candidates: [],
  };
}
