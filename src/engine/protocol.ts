import type { DataProblem } from './data-problem.js';
import type { WorkbookParams } from './read-workbooks.js';

/** What the engine's child process answers; a database error is a method that throws. */
export interface EngineProgram {
  /** Opens the database and returns its version. */
  open(params: { readonly memoryMb: number }): Promise<string>;
  /** Runs statements for what they do. */
  run(params: { readonly sql: string }): Promise<null>;
  /** Columns of a statement that is prepared and not run. */
  prepare(params: { readonly sql: string }): Promise<readonly WireColumn[]>;
  /** Runs one statement with positional parameters and streams its rows, up to the caps. */
  read(params: ReadParams): Promise<WireRows>;
  /** Makes a table of one sheet of each workbook; `null` when it could. */
  loadWorkbooks(params: WorkbookParams & { readonly table: string }): Promise<DataProblem | null>;
  /** Stops the statement under way, which then throws. */
  interrupt(): null;
}

export interface ReadParams {
  readonly sql: string;
  readonly values?: readonly string[];
  readonly maxRows: number;
}

export interface WireColumn {
  readonly name: string;
  readonly type: string;
  readonly shape: Shape;
}

export interface WireRows {
  readonly columns: readonly WireColumn[];
  readonly rows: readonly (readonly Wire[])[];
  /** The cap that was passed, if any; the rows are none then. */
  readonly over: 'rows' | 'size' | undefined;
}

/** How a column's values travel and what they become. */
export type Shape = 'boolean' | 'number' | 'date' | 'timestamp' | 'text' | 'json' | { readonly list: Shape };

/** A value on its way: numbers, dates and all else as exact text. */
export type Wire = null | boolean | string | readonly Wire[];
