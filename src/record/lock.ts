/**
 * What somebody accepted of a draft: every figure and claim as it read, and what it was made of. It has no places, so
 * that an edit elsewhere leaves it alone.
 */
export interface Lock {
  readonly date: string;
  readonly asOf: string;
  /** BCP 47. */
  readonly lang: string;
  /** The tool's name and version. */
  readonly tool: string;
  /** The engine's; empty where no query ran. */
  readonly engine: string;
  /** SHA-256 of the house style of every target, hex. */
  readonly style: string;
  readonly sources: readonly LockedSource[];
  readonly queries: readonly LockedQuery[];
  /** In the order of their ids. */
  readonly figures: readonly LockedFigure[];
}

export interface LockedSource {
  readonly name: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

export interface LockedQuery {
  readonly name: string;
  /** SHA-256 of its SQL, hex. */
  readonly hash: string;
  /** Queries and data tables it reads directly. */
  readonly reads: readonly string[];
}

export interface LockedFigure {
  readonly id: string;
  readonly kind: string;
  readonly expression: string;
  /** One text for all targets, or one for each. */
  readonly texts: string | Readonly<Record<string, string>>;
  /** Of a claim. */
  readonly verdict: string | undefined;
  readonly inputs: readonly LockedInput[];
}

export interface LockedInput {
  readonly query: string;
  /** Counts from 0; `undefined` for a whole table. */
  readonly row: number | undefined;
  readonly column: string | undefined;
  /** Exact digits for a number; `undefined` for a whole table. */
  readonly value: string | boolean | null | undefined;
}

/** Stands before the SHA-256 of all that a table or a chart shows, in place of a value. */
export const CONTENT = 'sha256:';
