import type { Embedded, Span } from '../model/position.js';

/** A YAML value with its place in the source file. */
export type YamlValue = YamlText | YamlNumber | YamlBoolean | YamlNull | YamlList | YamlMapping | YamlBroken;

interface YamlText {
  readonly kind: 'text';
  readonly text: string;
  /** As the file holds it, for the places of what stands in it. */
  readonly written: Embedded;
  /** The `#hashtag` after an unquoted text, which YAML takes for a comment. */
  readonly lost: Span | undefined;
  readonly span: Span;
}

interface YamlNumber {
  readonly kind: 'number';
  readonly value: number;
  /** As written: `1.`, `1.10`. */
  readonly written: Embedded;
  readonly span: Span;
}

interface YamlBoolean {
  readonly kind: 'boolean';
  readonly value: boolean;
  /** As written: `True`. */
  readonly text: string;
  readonly span: Span;
}

/** A key without a value, or `null`; its place is the key. */
interface YamlNull {
  readonly kind: 'null';
  /** The `#hashtag` that stands where the value should be. */
  readonly lost: Span | undefined;
  readonly span: Span;
}

interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlValue[];
  readonly span: Span;
}

interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

/** A value that is not valid YAML, kept so that the rest of the file can still be read. */
export interface YamlBroken {
  readonly kind: 'broken';
  /** What the writer most likely meant. */
  readonly text: string;
  readonly reason: string;
  readonly note: string;
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
}
