/** A table macro that ships: it reads the calendar of a query, which is its first argument. */
export interface TableMacro {
  readonly name: 'tw_record' | 'tw_gaps' | 'tw_streaks';
  /** As it is written. */
  readonly usage: string;
  readonly parameters: readonly string[];
  /** What errors call the second argument. */
  readonly second?: string;
  /** The calendar table that it reads, by the ending of its name. */
  readonly reads: 'record' | 'gaps' | 'streaks';
  /** What it selects of that table. */
  readonly where: string;
}

/** What our own errors begin with, so that they are told from the engine's. */
export const MACRO_ERROR = 'threadwright: ';

/** Every table macro. A parameter's type is checked here: the engine would point into the macro's own text. */
export const TABLE_MACROS: readonly TableMacro[] = [
  {
    name: 'tw_record',
    usage: "tw_record('query', day)",
    parameters: ['q', 'on_day'],
    second: 'Unexpected day to look back from',
    reads: 'record',
    where: `day = CASE WHEN typeof(on_day) IN ('DATE', '"NULL"') OR typeof(on_day) LIKE 'TIMESTAMP%'
        OR TRY_CAST(CAST(on_day AS VARCHAR) AS DATE) IS NOT NULL
      THEN CAST(CAST(on_day AS VARCHAR) AS DATE)
      ELSE error('${MACRO_ERROR}Unexpected day to look back from, \`' || CAST(on_day AS VARCHAR) || '\`, expected a date such as \`as_of()\`') END`,
  },
  {
    name: 'tw_gaps',
    usage: "tw_gaps('query')",
    parameters: ['q'],
    reads: 'gaps',
    where: 'true',
  },
  {
    name: 'tw_streaks',
    usage: "tw_streaks('query', 3)",
    parameters: ['q', 'k'],
    second: 'Unexpected length of a streak',
    reads: 'streaks',
    where: `days >= CASE WHEN TRY_CAST(CAST(k AS VARCHAR) AS BIGINT) >= 1 THEN CAST(CAST(k AS VARCHAR) AS BIGINT)
      ELSE error('${MACRO_ERROR}Unexpected length of a streak, \`' || coalesce(CAST(k AS VARCHAR), 'NULL') || '\`, expected a whole number of days from 1 on') END`,
  },
];

/** The macro of a name, in any case. */
export function macroNamed(name: string): TableMacro | undefined {
  return TABLE_MACROS.find((macro) => macro.name === name.toLowerCase());
}

/** The statements that make them. */
export function tableMacroStatements(): readonly string[] {
  return TABLE_MACROS.map(
    ({ name, parameters, reads, where }) =>
      `CREATE MACRO ${name}(${parameters.join(', ')}) AS TABLE SELECT * FROM query_table(q || ':${reads}') WHERE ${where}`,
  );
}
