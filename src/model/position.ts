/** A half-open range of UTF-16 offsets in a file's text (its byte order mark removed). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text file that a person wrote: the path that messages name, and its text without a byte order mark. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A range that people can find: lines and columns count from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * A text that stands inside a source file, line by line, each line perhaps indented:
 * a fenced block's content, a front matter string.
 */
export interface Embedded {
  readonly text: string;
  /** For each line of `text`, the offset in the source file where that line starts. */
  readonly lineOffsets: readonly number[];
}
