import { embeddedSpan } from '../diagnostic/locate.js';
import type { Embedded, Span } from '../model/position.js';

/** A name of a query, column, helper or block. */
export const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;

const SPACE = /\s*/y;

/** Ends the reading of a tag that cannot be read; caught where reading began and made a message. */
export class TagError extends Error {
  constructor(
    reason: string,
    readonly note: string | undefined,
    readonly span: Span,
  ) {
    super(reason);
  }
}

/** Reads the text between `{{` and `}}` from left to right; offsets are in that text, spans in the source. */
export class TagReader {
  at = 0;
  readonly text: string;

  constructor(
    private readonly inner: Embedded,
    /** The whole tag in the source. */
    readonly whole: Span,
  ) {
    this.text = inner.text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here, an empty string at the end. */
  get character(): string {
    return this.characterAt(this.at);
  }

  characterAt(offset: number): string {
    const code = this.text.codePointAt(offset);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** Reads on as far as a sticky pattern goes. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }

  space(): void {
    this.take(SPACE);
  }

  span(start: number, end = this.at): Span {
    return embeddedSpan(this.inner, start, end);
  }

  /** The tag's text in one line. */
  get source(): string {
    return this.text.trim().replace(/\s+/g, ' ');
  }

  /** Refuses what stands between two offsets, by default the character here. */
  fail(reason: string, note?: string, start = this.at, end = start + this.characterAt(start).length): never {
    const span = this.span(start, end);
    this.failAt(span.end > span.start ? span : this.whole, reason, note);
  }

  failAt(span: Span, reason: string, note?: string): never {
    throw new TagError(reason, note, span);
  }
}
