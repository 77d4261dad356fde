import type { Table } from './value.js';

/** Everything the engine answered for one draft. */
export interface Answers {
  /**
   * By query name as the draft writes it. A query that failed is missing here and has a message;
   * so is, without one, a query past the row limit that nothing outside the SQL can name.
   */
  readonly tables: ReadonlyMap<string, Table>;
  /** The names of the queries that failed. */
  readonly failed: ReadonlySet<string>;
  /** How each query was answered, for the record, in the order they ran. */
  readonly queries: readonly QueryRecord[];
  readonly sources: readonly SourceRecord[];
  /** The engine's name and version, e.g. `DuckDB v1.5.6`. */
  readonly engine: string;
}

export interface QueryRecord {
  readonly name: string;
  /** Its text as it may be shown: comments are the desk's own. */
  readonly sql: string;
  /** SHA-256 of the SQL text, with its comments, hex. */
  readonly sqlHash: string;
  /** Queries and data tables it reads directly, sorted. */
  readonly reads: readonly string[];
  readonly rows: number;
  /** The SQL file it stands in; `undefined` for a query of the draft's own. */
  readonly importedFrom?: FileRecord | undefined;
  /** What its text gives reason to doubt. */
  readonly doubts?: QueryDoubts | undefined;
  /** Of an `expect-none` block, which is on record only when it held. */
  readonly expectation?: 'passed' | undefined;
}

/** What a query's text says about how far its answer can be relied on. */
export interface QueryDoubts {
  /** Where chance decides what is answered. */
  readonly chances: readonly SqlDoubt[];
  /** By column in lower case, the sums of floating numbers that come out in it, those of queries that it reads too. */
  readonly floatingSums: ReadonlyMap<string, readonly FloatingSum[]>;
  /** Conditions that leave out days of a calendar that a table macro looks at. */
  readonly filteredDays: readonly SqlDoubt[];
  /** Days that stand in a condition as they were typed. */
  readonly frozenDays: readonly FrozenDay[];
  /** Columns that say the same whatever the data is, in lower case. */
  readonly constants: readonly string[];
  /** True when its rows stand in an order. */
  readonly ordered: boolean;
}

/** Something at a place in a query's SQL, in UTF-16 offsets of its text. */
export interface SqlDoubt {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly note: string;
}

/** A sum of floating numbers that is not rounded, at its place in the SQL of a query. */
export interface FloatingSum extends SqlDoubt {
  readonly query: string;
}

export interface FrozenDay {
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether rows of that day alone are looked at, or all up to it. */
  readonly kind: 'on' | 'until';
}

export interface FileRecord {
  /** The file's path relative to the project's root, with `/`. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
}

/** One table; where a pattern names several files: the pattern, their sum, and a hash over their hashes and names. */
export interface SourceRecord extends FileRecord {
  /** The table's name in SQL. */
  readonly name: string;
  /** Each of several files, in the order of their paths. */
  readonly files?: readonly FileRecord[] | undefined;
  /** Rows that the queries can see, after `dated_by`. */
  readonly rows: number;
  /** From when to when someone was watching, `YYYY-MM-DD` each. */
  readonly covers?: readonly [string, string] | undefined;
  readonly source: string | undefined;
  readonly licence: string | undefined;
  /** True when the data is synthetic: every output says so. */
  readonly illustrative: boolean;
}
