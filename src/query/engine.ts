import type { Cell, Column } from '../model/value.js';

/** The SQL engine as the query stage sees it. Its text offsets are UTF-16 offsets in the SQL that it was given. */
export interface Engine {
  /** Its name and version, e.g. `DuckDB v1.5.6`. */
  readonly name: string;
  readonly limits: EngineLimits;
  /** The engine's own syntax tree of a text of SELECT statements. Nothing is looked up, nothing runs. */
  parse(sql: string): Promise<EngineResult<readonly StatementTree[]>>;
  /** What the engine's SQL has that a draft may not use. */
  vocabulary(): Promise<EngineResult<Vocabulary>>;
  /** Columns of a SELECT, without running it. */
  describe(sql: string): Promise<EngineResult<readonly Column[]>>;
  /** Gives a SELECT a name that other queries can read, without running it. */
  createView(name: string, sql: string): Promise<EngineResult<undefined>>;
  /** Runs a SELECT and keeps its rows under its name, in place of its view. */
  createTable(name: string, sql: string): Promise<EngineResult<undefined>>;
  /** Runs a SELECT and brings its rows out; more than `limits.maxRows` is a problem, never a part of them. */
  read(sql: string): Promise<EngineResult<Rows>>;
}

export interface EngineLimits {
  /** For each call. */
  readonly timeMs: number;
  /** Mebibytes. */
  readonly memoryMb: number;
  readonly maxRows: number;
}

export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A node of the syntax tree: plain JSON as the engine writes it, `query_location` turned into UTF-16 offsets. */
export type SyntaxNode = { readonly [key: string]: unknown };

/** The tree of one statement. */
export interface StatementTree {
  readonly node: SyntaxNode;
}

export interface Vocabulary {
  /** Scalar functions whose answer depends on more than their arguments, in lower case. */
  readonly unstableFunctions: ReadonlySet<string>;
}

export type EngineResult<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'problem'; readonly problem: EngineProblem };

export type EngineProblem = SqlError | LimitProblem | EndedProblem;

/** The engine refused a statement, or failed while it ran. */
export interface SqlError {
  readonly kind: 'sql';
  /** The engine's own class of error in lower case: `parser`, `binder`, `catalog`, `conversion`, `not implemented`, … */
  readonly type: string;
  readonly subtype: string | undefined;
  /** As the engine words it, perhaps over several lines. */
  readonly message: string;
  readonly offset: number | undefined;
  /** The name it did not find, and names like it. */
  readonly name: string | undefined;
  readonly candidates: readonly string[];
}

/** A call went past a limit. */
export interface LimitProblem {
  readonly kind: 'limit';
  readonly what: 'time' | 'memory' | 'rows' | 'size';
}

/** The engine is no more, so the call was not tried (`crash` is told once, by the call under which it happened). */
interface EndedProblem {
  readonly kind: 'ended';
  readonly cause: 'earlier' | 'crash' | 'aborted';
}
