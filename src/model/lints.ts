/** How loud a lint is. */
export const LINT_LEVELS = ['off', 'warn', 'error'] as const;
export type LintLevel = (typeof LINT_LEVELS)[number];

/** By rule id; a lint that is missing is as loud as the catalogue has it. */
export type LintLevels = ReadonlyMap<string, LintLevel>;
