import type { Entity } from '../model/thread.js';

/** A stretch of text that a platform would make live, without its byte offsets. */
export type Found = Omit<Entity, 'byteStart' | 'byteEnd'>;

/** Orders what was found, drops what overlaps an earlier one, and adds UTF-8 offsets. */
export function toEntities(text: string, found: readonly Found[]): Entity[] {
  const entities: Entity[] = [];
  let at = 0;
  let bytes = 0;
  for (const { kind, start, end, value } of [...found].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const byteStart = bytes + countBytes(text.slice(at, start));
    const byteEnd = byteStart + countBytes(text.slice(start, end));
    entities.push({ kind, start, end, byteStart, byteEnd, value });
    at = end;
    bytes = byteEnd;
  }
  return entities;
}

/** Counts UTF-8 bytes. */
export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
