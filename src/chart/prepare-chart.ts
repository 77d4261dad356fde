import { locate } from '../diagnostic/locate.js';
import type { Outcome } from '../diagnostic/message.js';
import type { Answers } from '../model/answers.js';
import { wholeDecimal } from '../figure/decimal.js';
import { inHouse, localePack } from '../figure/locale-pack.js';
import { sourceLine } from '../figure/source-line.js';
import { textDirection } from '../figure/text-direction.js';
import type { ChartSetting, Json, JsonObject, PreparedChart } from '../model/chart.js';
import type { ChartBlock } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';
import type { ChartText } from '../model/story.js';
import { chartRows } from './chart-rows.js';
import { checkFields, type CheckedFields } from './check-fields.js';
import { checkForbidden } from './check-forbidden.js';
import { checkMap } from './check-map.js';
import { checkShape } from './check-shape.js';
import { checkValues } from './check-values.js';
import { describeChart, type Wording } from './describe-chart.js';
import { dressChannels, type Millions } from './dress-channels.js';
import { dressDatums } from './dress-datums.js';
import { isList, isObject, kindOf, setAt, textsIn } from './json.js';
import { lintColours } from './lint-colours.js';
import { lintForm } from './lint-form.js';
import { listViews, type View } from './list-views.js';
import { parseSpec, type ParsedSpec } from './parse-spec.js';
import { Reporter, sayOnce } from './reporter.js';
import { DataResolver } from './resolve-data.js';
import { escapeField } from './scope.js';

/**
 * Checks a chart's block against its data and puts the rows into it.
 *
 *     YAML ─ parseSpec ─► specification ─ check shape, data, fields ─► with texts, rows and safe names ─► PreparedChart
 *
 * @param texts the titles, subtitles and sources that hold tags, filled
 * @param wording how the chart's description prints its numbers and days
 */
export function prepareChart(
  chart: ChartBlock,
  texts: readonly ChartText[],
  answers: Answers,
  source: SourceFile,
  wording: Wording,
): Outcome<PreparedChart | undefined> {
  const parsed = parseSpec(chart.spec, source);
  if (!parsed.value) return { value: undefined, messages: parsed.messages };
  const report = new Reporter(source, parsed.value);
  const written = readRoot(parsed.value, report);
  if (!written) return { value: undefined, messages: report.messages };

  const views = listViews(written);
  checkShape(views, report);
  checkForbidden(written, report);
  const data = new DataResolver(chart.name, written, answers, report);
  const fields = checkFields(views, data, report);
  checkMap(views, data, report);
  if (data.uses.every(({ table }) => table.rows.length > 0)) checkValues(fields.drawn, report);
  const say = sayOnce(report);
  lintForm(replaceTexts(written, texts), views, fields.drawn, say);
  lintColours(written, views, fields.drawn, say);
  const ownSource = readSource(replaceTexts(written, texts), report);
  const datasets = readRows(written, data, report);

  const { messages } = report;
  if (messages.some(({ severity }) => severity === 'error')) return { value: undefined, messages };
  const spec = fill({ written, views, texts, fields, data, datasets, millions: millionsOf(wording) });
  const alt = describeChart(spec['title'], views, fields.drawn, wording);
  const place = locate(source, chart.span);
  const setting = settingOf(wording);
  const shown = data.uses.map(({ table }) => table.query);
  const line = sourceLine(shown, answers, wording.lang, ownSource);
  return { value: { name: chart.name, spec, source: line === '' ? undefined : line, alt, setting, place }, messages };
}

/** What the language calls large numbers on an axis; none where it has no name for them. */
function millionsOf({ lang }: Wording): Millions {
  const { scaled } = localePack(lang).numbers;
  return [1_000_000_000, 1_000_000].flatMap((size) => {
    const name = scaled(wholeDecimal(BigInt(size)), () => '');
    return name === undefined || name.trim() === '' ? [] : [{ size, name }];
  });
}

/** English needs none. */
function settingOf({ lang, style }: Wording): ChartSetting | undefined {
  const direction = textDirection(lang);
  const locale = inHouse(localePack(lang), style).charts.axis?.(style.numbers);
  return direction === 'ltr' && !locale ? undefined : { direction, locale };
}

function readRoot(parsed: ParsedSpec, report: Reporter): JsonObject | undefined {
  const { value } = parsed;
  if (value === null) report.at([], 'chart-spec', 'Unexpected empty chart', 'Begin with `mark: bar` and an `encoding`');
  else if (!isObject(value))
    report.at([], 'chart-spec', `Unexpected ${kindOf(value)}, expected a mapping with \`mark\` and \`encoding\``);
  else if (typeof value['$schema'] === 'string' && !value['$schema'].includes('/vega-lite/'))
    report.at(['$schema'], 'chart-spec', 'Unexpected schema, expected one of Vega-Lite');
  else return value;
  return undefined;
}

/** The writer's own source; `source: false` leaves it out. */
function readSource(spec: JsonObject, report: Reporter): string | undefined {
  const { usermeta } = spec;
  if (!isObject(usermeta)) return undefined;
  const { source } = usermeta;
  if (source === undefined || source === null) return undefined;
  if (typeof source === 'string') return source;
  if (source === false) return '';
  const reason = `Unexpected ${kindOf(source)} as source, expected a text, or \`false\` for none`;
  report.at(['usermeta', 'source'], 'chart-spec', reason);
  return undefined;
}

/** The rows of each query that the chart reads, by the query's name. */
function readRows(spec: JsonObject, data: DataResolver, report: Reporter): ReadonlyMap<string, Json> {
  const texts = [...textsIn(spec)];
  const datasets = new Map<string, Json>();
  for (const { path, table } of data.uses) {
    if (datasets.has(table.query)) continue;
    const { rows, problem } = chartRows(table, (column) => isMentioned(column, texts));
    if (problem) report.at(path, problem.rule, problem.reason, problem.note);
    datasets.set(table.query, rows ?? []);
  }
  return datasets;
}

/** Leaves out a column only where no text of the specification can mean it. */
function isMentioned(column: string, texts: readonly string[]): boolean {
  const escaped = escapeField(column);
  return texts.some(
    (text) =>
      text === column ||
      text === escaped ||
      (/\bdatum\b/.test(text) && (text.includes(column) || /\bdatum\b(?!\.|\[\s*['"])/.test(text))),
  );
}

/** What a specification is filled with. */
interface Filling {
  readonly written: JsonObject;
  readonly views: readonly View[];
  readonly texts: readonly ChartText[];
  readonly fields: CheckedFields;
  readonly data: DataResolver;
  readonly datasets: ReadonlyMap<string, Json>;
  readonly millions: Millions;
}

function fill({ written, views, texts, fields, data, datasets, millions }: Filling): JsonObject {
  let spec: Json = replaceTexts(written, texts);
  for (const { path, column } of fields.uses) spec = setAt(spec, path, escapeField(column));
  for (const { path, value } of [...dressDatums(views, fields.drawn), ...dressChannels(fields.drawn, millions)])
    spec = setAt(spec, path, value);
  for (const { path, table } of data.uses) {
    const named = { name: datasetName(table.query) };
    spec =
      path.length === 1 && isObject(spec)
        ? { ...spec, data: { ...dataOf(spec), ...named } }
        : setAt(spec, [...path, 'name'], named.name);
  }
  if (!isObject(spec)) throw new Error('A specification that was a mapping is none any more');
  const own = isObject(spec['datasets']) ? spec['datasets'] : {};
  const rows = Object.fromEntries([...datasets].map(([query, values]) => [datasetName(query), values]));
  return { ...spec, datasets: { ...own, ...rows } };
}

function dataOf(spec: JsonObject): JsonObject {
  return isObject(spec['data']) ? spec['data'] : {};
}

function replaceTexts(spec: JsonObject, texts: readonly ChartText[]): JsonObject {
  const filled = texts.reduce<Json>((value, { path, text }) => setAt(value, path, text), spec);
  return isObject(filled) && !isList(filled) ? filled : spec;
}

/** Vega-Lite names its own data `ownSource0`, `data_0` and so on; a query may be called so too. */
function datasetName(query: string): string {
  return `query ${query}`;
}
