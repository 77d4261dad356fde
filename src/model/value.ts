/** What an expression of the figure language can be: a cell of data, or what a helper made of it. */
export type Value = NullValue | BooleanValue | NumberValue | DateValue | TextValue | ListValue | RowValue | TableValue;

/** SQL's NULL, or the literal `null`. */
export interface NullValue {
  readonly kind: 'null';
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NumberValue {
  readonly kind: 'number';
  /** Nearest double; may be ±Infinity or NaN as the engine gave it, which nothing may print. */
  readonly value: number;
  /** The engine's exact decimal digits, e.g. `9007199254740993` or `12.340`; for a double, its shortest form. */
  readonly exact: string;
  /** True for a year, which is no quantity: neither grouped nor spelled out. */
  readonly plain?: true;
}

/** A day; a midnight TIMESTAMP is a day too. */
export interface DateValue {
  readonly kind: 'date';
  /** `YYYY-MM-DD`, proleptic Gregorian. */
  readonly value: string;
}

export interface TextValue {
  readonly kind: 'text';
  readonly value: string;
  /**
   * Where the words come from: `data` is printed as it is and never live; `draft` was typed by the writer;
   * `phrase` was made by a helper, may be capitalised; `tag` is a hashtag that `{{tag}}` made on purpose.
   */
  readonly origin: 'data' | 'draft' | 'phrase' | 'tag';
  /** True where words of the language stand first, so that they may be capitalised though data follows them. */
  readonly led?: true;
  /** True for the JSON of a struct or a map, which is for programs and nothing to print. */
  readonly isStructure?: true;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

/** One row of a table, as `{{#each}}` and `q.0` give it. */
export interface RowValue {
  readonly kind: 'row';
  readonly table: Table;
  readonly index: number;
}

export interface TableValue {
  readonly kind: 'table';
  readonly table: Table;
}

/** Types as the figure language sees them. */
export type LogicalType = 'boolean' | 'number' | 'date' | 'text' | 'list' | 'other';

export interface Column {
  readonly name: string;
  /** The engine's own name of the type, e.g. `BIGINT`, `DECIMAL(18,3)`. */
  readonly type: string;
  readonly logical: LogicalType;
}

/** A value that a cell can hold. */
export type Cell = NullValue | BooleanValue | NumberValue | DateValue | TextValue | ListValue;

/** The rows of one named query. */
export interface Table {
  readonly query: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The column that addresses rows by name (`sql reach key=lang`). */
  readonly key: string | undefined;
  /** True when the query's outermost clause has an ORDER BY, so that `q.0.col` is allowed. */
  readonly ordered: boolean;
}

/** What a machine reads beside the words: `<data value="7">`, `<time datetime="2021-09-19">`. */
export interface Machine {
  /**
   * An `interval` has two ends: `3..7` of numbers, and as ISO 8601 has it `2021-08-28/2021-09-02` of days and
   * `2020-06/2020-07` of months. `words` say no amount: their value is what they were made of, a text as it stands in
   * the data, or a JSON list of several values (`["19","2"]`).
   */
  readonly kind: 'number' | 'date' | 'interval' | 'words';
  /** All digits of a number; a share of 1 for a percentage. */
  readonly value: string;
}
