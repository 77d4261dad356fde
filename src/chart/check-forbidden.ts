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
  if (typeof value === 'string' && isExpression(path)) checkExpression(value, path, report);
  if (isList(value)) for (const [index, item] of value.entries()) visit(item, [...path, index], report);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const inner = [...path, key];
    if (OPAQUE.includes(key)) continue;
    if (key === 'sample' && path.at(-2) === 'transform')
      report.atKey(
        inner,
        'chart-spec',
        'Unexpected `sample`: a chart reads no chance and draws every row',
        'Choose the rows in the query',
      );
    else if (key === 'url' || key === 'href') report.atKey(inner, 'chart-spec', ...refusal(key, path));
    else if (FONT_KEY.test(key) && typeof item === 'string' && item !== CHART_FONT)
      report.at(inner, 'chart-spec', `Unexpected font \`${item}\``, `Leave it out: charts are set in ${CHART_FONT}`);
    visit(item, inner, report);
  }
}

/** Titles and labels are words, and may say `now (at last)`; all other texts could be expressions. */
function isExpression(path: Path): boolean {
  return !path.some((step) => WORDS.includes(step));
}

const WORDS: readonly (string | number)[] = ['title', 'subtitle', 'text'];

/** Reports what gives another value with every build, however it is spelled. */
function checkExpression(text: string, path: Path, report: Reporter): void {
  // Vega's expressions are JavaScript's, where `\u006eow` is `now`.
  const plain = text.replace(STRING_LITERAL, "''");
  const escape = /\\u/.exec(plain);
  const spelled = plain.replace(ESCAPE, (_, four: string | undefined, braced: string | undefined) =>
    String.fromCodePoint(Math.min(0x10ffff, parseInt(four ?? braced ?? '0', 16))),
  );
  const [, name] = CHANGING.exec(spelled) ?? [];
  if (name !== undefined)
    report.at(
      path,
      'chart-spec',
      `Unexpected \`${name}()\`: a chart reads no clock, no chance and no window`,
      'Compute it in the query; `as_of()` is the day of the draft',
    );
  else if (escape && CALL.test(spelled))
    report.at(path, 'chart-spec', 'Unexpected `\\u` in an expression, expected plain letters');
}

const STRING_LITERAL = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gs;
const ESCAPE = /\\u(?:([0-9a-fA-F]{4})|\{([0-9a-fA-F]+)\})/g;
const GAP = String.raw`(?:\s|/\*[^]*?\*/|//[^\n]*\n)*`;
/** `datetime` and `Date` read the clock only without an argument. */
const CHANGING = new RegExp(
  String.raw`(?<![\w$.])(now|random|windowSize|screen|containerSize|sample(?:Uniform|Normal|LogNormal)|datetime(?=${GAP}\(${GAP}\)))${GAP}\(`,
);
const CALL = /[(]/;
/** Keys that hold data or notes, not drawing. */
const OPAQUE: readonly string[] = ['values', 'datasets', 'usermeta', '$schema', 'description'];
const FONT_KEY = /^(?:f|.*F)ont$/;

function refusal(key: string, path: Path): [reason: string, note: string] {
  if (path.at(-1) === 'data')
    return ['Unexpected `url`: a chart loads nothing', 'Write a query and name it here, e.g. `data: {name: daily}`'];
  return [`Unexpected \`${key}\`: a picture has no links and loads nothing`, 'Leave it out'];
}
