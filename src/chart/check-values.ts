import type { DrawnColumn } from './check-fields.js';
import { checkDomain } from './check-domain.js';
import { checkMissing } from './check-missing.js';
import { checkSigns } from './check-signs.js';
import { checkSort } from './check-sort.js';
import { sayOnce, type Reporter } from './reporter.js';

/**
 * Reports the values that would vanish from a chart without a word. An error is what would make the picture say
 * something false; a warning is what leaves the picture true, but with less in it than its reader expects.
 */
export function checkValues(drawn: readonly DrawnColumn[], report: Reporter): void {
  const say = sayOnce(report);
  for (const column of drawn) {
    checkMissing(column, drawn, say);
    checkSigns(column, drawn, say);
    checkDomain(column, drawn, say);
    checkSort(column, say);
  }
}
