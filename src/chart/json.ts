import type { Json, JsonObject } from '../model/chart.js';

/** True for a mapping. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The items of a list, the one item of anything else, none of nothing. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** Names a value's kind as a writer of YAML would. */
export function kindOf(value: Json): string {
  if (value === null) return 'nothing';
  if (isList(value)) return 'a list';
  if (isObject(value)) return 'a mapping';
  return typeof value === 'string' ? 'a text' : `\`${String(value)}\``;
}

/** A copy with another value at a path; a mapping's missing key is added, a path that leads nowhere changes nothing. */
export function setAt(value: Json, path: readonly (string | number)[], replacement: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return replacement;
  if (isList(value)) return value.map((item, index) => (index === step ? setAt(item, rest, replacement) : item));
  if (!isObject(value)) return value;
  const key = String(step);
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  if (inner === undefined && rest.length > 0) return value;
  const made = setAt(inner ?? null, rest, replacement);
  const entries = Object.entries(value).map(([name, item]): [string, Json] => [name, name === key ? made : item]);
  return Object.fromEntries(inner === undefined ? [...entries, [key, made]] : entries);
}

/** Every text in a value. */
export function* textsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isList(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* textsIn(item);
}
