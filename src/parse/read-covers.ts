import { refuse, report, type ReadContext } from './read-context.js';
import { readDay } from './read-day.js';
import type { YamlValue } from './yaml-value.js';

/** Reads the first and the last day on which someone was watching. */
export function readCovers(context: ReadContext, value: YamlValue): readonly [string, string] | undefined {
  const expected = 'two days, as in `[2019-01-01, 2021-09-23]`';
  if (value.kind !== 'list') {
    refuse(context, value, expected);
    return undefined;
  }
  const complain = (reason: string, note?: string): undefined => {
    report(context, context.rules.value, value.span, reason, note);
  };
  const [first, last, ...more] = value.items;
  if (!first || !last || more.length > 0) {
    complain(`Unexpected list of ${value.items.length}, expected ${expected}`);
    return;
  }
  const [from, to] = [readDay(context, first, 'covers'), readDay(context, last, 'covers')];
  if (from === undefined || to === undefined) return undefined;
  if (from <= to) return [from, to];
  complain(`Unexpected \`${from}\` before \`${to}\`, expected the earlier day first`, `Write \`[${to}, ${from}]\``);
}
