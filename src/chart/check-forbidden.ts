import type { Json } from '../model/chart.js';
import { isList, isObject } from './json.js';
import type { Path } from './parse-spec.js';
import type { Reporter } from './reporter.js';

/** The family that charts are set in; the only one whose widths are known. */
const CHART_FONT = 'Threadwright Sans';

/** Reports what a chart may not do wherever it stands: load a file, link, read the clock, or ask for a font that is not bundled. */
export function checkForbidden(spec: Json, report: Reporter): void {
  visit(spec, [], report);
}

function visit(value: Json, path: Path, report: Reporter): void {
  const clock = typeof value === 'string' ? CLOCK.exec(value)?.[0] : undefined;
  if (clock !== undefined)
    report.at(
      path,
      'chart-spec',
      `Unexpected \`${clock}\`: a chart reads no clock`,
      'Compute it in the query, from `as_of()`',
    );
  if (isList(value)) for (const [index, item] of value.entries()) visit(item, [...path, index], report);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const inner = [...path, key];
    if (OPAQUE.includes(key)) continue;
    if (key === 'url' || key === 'href') report.atKey(inner, 'chart-spec', ...refusal(key, path));
    else if (FONT_KEY.test(key) && typeof item === 'string' && item !== CHART_FONT)
      report.at(inner, 'chart-spec', `Unexpected font \`${item}\``, `Leave it out: charts are set in ${CHART_FONT}`);
    visit(item, inner, report);
  }
}

/** What gives another value with every build. */
const CLOCK = /\b(?:now|datetime)\(\s*\)/;
/** Keys that hold data or notes, not drawing. */
const OPAQUE: readonly string[] = ['values', 'datasets', 'usermeta', '$schema', 'description'];
const FONT_KEY = /^(?:f|.*F)ont$/;

function refusal(key: string, path: Path): [reason: string, note: string] {
  if (path.at(-1) === 'data')
    return ['Unexpected `url`: a chart loads nothing', 'Write a query and name it here, e.g. `data: {name: daily}`'];
  return [`Unexpected \`${key}\`: a picture has no links and loads nothing`, 'Leave it out'];
}
