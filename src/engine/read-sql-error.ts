import type { SqlError } from '../query/engine.js';
import { byteOffsets, codePointOffset } from './text-offset.js';

/**
 * Reads the JSON that the engine puts into its errors (`errors_as_json`), some with a prefix.
 * `prefix` is what stood in front of the writer's own text in the statement.
 */
export function readSqlError(raw: string, sql: string, prefix = ''): SqlError {
  const fields = jsonFields(raw);
  const position = fields['position'];
  const type = (fields['exception_type'] ?? fields['error_type'] ?? 'unknown').toLowerCase();
  const offset = position === undefined ? undefined : offsetIn(prefix + sql, Number(position), type);
  return {
    kind: 'sql',
    type,
    subtype: fields['error_subtype'],
    message: fields['exception_message'] ?? fields['error_message'] ?? raw,
    offset: offset === undefined || offset < prefix.length ? undefined : offset - prefix.length,
    name: fields['name'],
    candidates: fields['candidates']?.split(/,(?![^(]*\))/).map((each) => each.trim()) ?? [],
  };
}

/** The parser counts code points, all that comes after it counts bytes. */
function offsetIn(text: string, position: number, type: string): number | undefined {
  return type === 'parser' ? codePointOffset(text, position) : byteOffsets(text)(position);
}

function jsonFields(raw: string): Readonly<Record<string, string>> {
  const start = raw.indexOf('{');
  if (start < 0) return {};
  try {
    return JSON.parse(raw.slice(start)) as Record<string, string>;
  } catch {
    return {};
  }
}
