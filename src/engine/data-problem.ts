import type { RuleId } from '../diagnostic/rules.js';
import type { Span } from '../model/position.js';

/** What is wrong with a source of data; `loadData` knows where to point. */
export interface DataProblem {
  readonly rule: RuleId;
  /** Where to point, in the file that declares the source. Default: at the path. */
  readonly span?: Span | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Tells a problem from a result. */
export function isDataProblem(result: object): result is DataProblem {
  return 'rule' in result && 'reason' in result;
}
