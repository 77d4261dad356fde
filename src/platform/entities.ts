import type { Entity } from '../model/thread.js';
import { graphemes } from './graphemes.js';

/** A stretch of text that a platform would make live, without its byte offsets. */
export type Found = Omit<Entity, 'byteStart' | 'byteEnd'>;

/**
 * Orders what was found, drops what overlaps an earlier one, and adds UTF-8 offsets. None cuts what a reader takes for one
 * character: one that would end in it, as `#tag` before a mark that no tag holds, has the whole of it.
 */
export function toEntities(text: string, found: readonly Found[]): Entity[] {
  const entities: Entity[] = [];
  const edges = found.length === 0 || PLAIN.test(text) ? undefined : edgesOf(text);
  let at = 0;
  let bytes = 0;
  for (const { kind, start, end: last, value } of [...found].sort((a, b) => a.start - b.start)) {
    if (start < at || edges?.has(start) === false) continue;
    let end = last;
    while (edges?.has(end) === false) end += 1;
    const byteStart = bytes + countBytes(text.slice(at, start));
    const byteEnd = byteStart + countBytes(text.slice(start, end));
    entities.push({ kind, start, end, byteStart, byteEnd, value });
    at = end;
    bytes = byteEnd;
  }
  return entities;
}

/** No two of these are one character of a reader. */
const PLAIN = /^[ -~\n]*$/;

/** The UTF-16 offsets at which a character of a reader starts or ends. */
function edgesOf(text: string): ReadonlySet<number> {
  let at = 0;
  return new Set([0, ...graphemes(text).map((one) => (at += one.length))]);
}

/** Counts UTF-8 bytes. */
export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
