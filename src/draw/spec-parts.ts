import type { Json, JsonObject } from '../model/chart.js';

/** The views that a specification is made of, its own directly below it. */
export function specParts(spec: JsonObject): JsonObject[] {
  return [...LISTS.flatMap((key): unknown => spec[key] ?? []), spec['spec']].filter(isMapping);
}

/** The same specification with its parts changed. */
export function mapParts(spec: JsonObject, change: (part: JsonObject) => JsonObject): JsonObject {
  const changed = (part: Json): Json => (isMapping(part) ? change(part) : part);
  const entries = Object.entries(spec).map(([key, value]): [string, Json] => {
    if (key === 'spec') return [key, changed(value)];
    return [key, LISTS.includes(key) && Array.isArray(value) ? (value as readonly Json[]).map(changed) : value];
  });
  return Object.fromEntries(entries);
}

const LISTS: readonly string[] = ['layer', 'concat', 'hconcat', 'vconcat'];

/** True for what is no list and no plain value. */
export function isMapping(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
