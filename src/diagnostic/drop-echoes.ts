import type { Place } from '../model/position.js';
import type { Message } from './message.js';

/**
 * Leaves out what is said at the place of an earlier error: where a tag could not be filled, that its post is empty is
 * no news.
 */
export function dropEchoes(messages: readonly Message[], earlier: readonly Message[]): readonly Message[] {
  const errors = earlier.flatMap(({ severity, place }) => (severity === 'error' && place ? [place] : []));
  if (errors.length === 0) return messages;
  return messages.filter(({ place }) => !place || !errors.some((error) => overlap(error, place)));
}

function overlap(a: Place, b: Place): boolean {
  return a.file === b.file && (startsIn(a, b) || startsIn(b, a));
}

/** Whether `b` starts in `a`, or where `a` starts. */
function startsIn(a: Place, b: Place): boolean {
  const afterStart = order(b.line, b.column, a.line, a.column);
  return afterStart === 0 || (afterStart > 0 && order(b.line, b.column, a.endLine, a.endColumn) < 0);
}

function order(line: number, column: number, otherLine: number, otherColumn: number): number {
  return line - otherLine || column - otherColumn;
}
