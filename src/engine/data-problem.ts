import type { RuleId } from '../diagnostic/rules.js';

/** What is wrong with a source of data; `loadData` knows where to point. */
export interface DataProblem {
  readonly rule: RuleId;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Tells a problem from a result. */
export function isDataProblem(result: object): result is DataProblem {
  return 'rule' in result && 'reason' in result;
}
