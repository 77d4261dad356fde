import { nearestName } from '../diagnostic/nearest-name.js';
import { alternatives, quote, refuse, report, type ReadContext, type Reader } from './read-context.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Reads `true` or `false`, and nothing that only looks like it. */
export function readBoolean(context: ReadContext, value: YamlValue, key: string): boolean | undefined {
  if (value.kind === 'boolean') return value.value;
  const meant = value.kind === 'text' ? BOOLEANS.get(value.text.toLowerCase()) : undefined;
  refuse(context, value, '`true` or `false`', meant === undefined ? undefined : `Write \`${key}: ${meant}\``);
  return undefined;
}

const BOOLEANS = new Map([
  ...['yes', 'on', 'true', 'y'].map((word) => [word, 'true'] as const),
  ...['no', 'off', 'false', 'n'].map((word) => [word, 'false'] as const),
]);

/** Makes a reader of whole numbers within bounds, both included. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (context, value) => {
    if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= least && value.value <= most) {
      return value.value;
    }
    refuse(context, value, `a whole number from ${least} to ${most}`);
    return undefined;
  };
}

/** Makes a reader of one word out of a closed list. */
export function choice<T extends string>(words: readonly T[], options: ChoiceOptions<T> = {}): Reader<T> {
  return (context, value, key) => {
    const text = value.kind === 'text' ? value.text : undefined;
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    if (text?.includes('{{') || value.kind === 'broken') {
      readText(context, value, key);
      return undefined;
    }
    const near = text === undefined ? undefined : nearest(text, words, options.meant ?? {});
    refuse(context, value, alternatives(words), near ? `Did you mean \`${near}\`?` : options.note);
    return undefined;
  };
}

export interface ChoiceOptions<T extends string> {
  /** Other words that people use for it, in small letters. */
  readonly meant?: Readonly<Record<string, T>>;
  /** What to do about a word that is near to none. */
  readonly note?: string;
}

function nearest(text: string, words: readonly string[], meant: Readonly<Record<string, string>>): string | undefined {
  const found = nearestName(text, [...words, ...Object.keys(meant)]);
  return found === undefined ? undefined : (meant[found] ?? found);
}

/** Makes a reader of a list, or of one item that stands alone; items that cannot be read are left out. */
export function listOf<T>(reader: Reader<T>): Reader<T[]> {
  return (context, value, key) => {
    if (value.kind === 'null') {
      refuse(context, value, 'a list');
      return undefined;
    }
    const items = value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      const read = reader(context, item, key);
      return read === undefined ? [] : [read];
    });
  };
}

/** Makes a reader of one or more different words out of a closed list, given back in the list's own order. */
export function choices<T extends string>(words: readonly T[], options: ChoiceOptions<T> = {}): Reader<T[]> {
  const read = choice(words, options);
  return (context, value, key) => {
    const items = value.kind === 'list' ? value.items : [value];
    if (items.length === 0) {
      refuse(context, value, `at least one of ${alternatives(words)}`);
      return undefined;
    }
    const found = new Set<T>();
    for (const item of items) {
      const word = read(context, item, key);
      if (word === undefined) continue;
      if (found.has(word)) {
        report(context, context.rules.hint, item.span, `Unexpected second ${quote(word)} in \`${key}\``, 'Keep one');
      }
      found.add(word);
    }
    return found.size > 0 ? words.filter((word) => found.has(word)) : undefined;
  };
}
