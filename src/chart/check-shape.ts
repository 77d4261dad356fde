import { isList, isObject, kindOf, listOf } from './json.js';
import type { Json } from '../model/chart.js';
import type { View } from './list-views.js';
import type { Path } from './parse-spec.js';
import { suggest, type Reporter } from './reporter.js';
import { AGGREGATES, CHANNELS, MARKS, TOP_KEYS, TRANSFORMS, TYPES } from './vocabulary.js';

/** Reports what Vega-Lite would pass over in silence, or stumble on: unknown keys, marks, channels, types and transforms. */
export function checkShape(views: readonly View[], report: Reporter): void {
  for (const view of views) {
    checkKeys(view, report);
    checkSize(view, report);
    if (view.kind === 'unit') checkMark(view, report);
    checkParts(view, report);
    checkEncoding(view, report);
    checkFormats(view, report);
    checkTransforms(view, report);
  }
}

function checkKeys(view: View, report: Reporter): void {
  for (const key of Object.keys(view.value)) {
    if (TOP_KEYS.includes(key)) continue;
    const note = suggest(key, TOP_KEYS, 'Keys of a chart');
    report.atKey([...view.path, key], 'chart-spec', `Unexpected key \`${key}\` in a chart`, note);
  }
}

function checkSize({ value, path }: View, report: Reporter): void {
  for (const key of ['width', 'height']) {
    const size = value[key];
    const step = isObject(size) ? size['step'] : size;
    if (typeof step !== 'number' || step > 0) continue;
    const place = [...path, key, ...(isObject(size) ? ['step'] : [])];
    report.at(place, 'chart-spec', `Unexpected \`${step}\` as ${key}, expected a number of pixels above 0`);
  }
}

function checkMark(view: View, report: Reporter): void {
  const { mark } = view.value;
  if (mark === undefined) {
    if (Object.keys(view.value).some((key) => !TOP_KEYS.includes(key))) return;
    report.at(view.path, 'chart-spec', 'Unexpected chart without a `mark`', 'Add one, e.g. `mark: bar`');
    return;
  }
  const path = [...view.path, 'mark', ...(isObject(mark) ? ['type'] : [])];
  const type = isObject(mark) ? mark['type'] : mark;
  if (type === 'image')
    report.at(
      path,
      'chart-spec',
      'Unexpected mark `image`: a chart loads nothing',
      'Show the image in the text instead',
    );
  else if (typeof type !== 'string')
    report.at(path, 'chart-spec', `Unexpected ${kindOf(type ?? null)} as mark, expected a name such as \`bar\``);
  else checkWord(type, MARKS, 'mark', path, report);
}

/** A composition's parts are mappings; of an empty one nothing would be drawn. */
function checkParts(view: View, report: Reporter): void {
  for (const key of ['layer', 'concat', 'hconcat', 'vconcat']) {
    const parts = view.value[key];
    if (parts === undefined) continue;
    const path = [...view.path, key];
    if (!isList(parts) || parts.length === 0)
      report.at(
        path,
        'chart-spec',
        `Unexpected ${isList(parts) ? 'empty list' : kindOf(parts)}, expected a list of charts`,
      );
    else
      for (const [index, part] of parts.entries())
        if (!isObject(part)) report.at([...path, index], 'chart-spec', `Unexpected ${kindOf(part)}, expected a chart`);
  }
  if ((view.kind === 'facet' || view.kind === 'repeat') && !isObject(view.value['spec']))
    report.at(view.path, 'chart-spec', `Unexpected \`${view.kind}\` without a \`spec\` to draw`);
}

function checkEncoding(view: View, report: Reporter): void {
  const { encoding } = view.value;
  if (encoding === undefined) return;
  if (!isObject(encoding)) {
    const reason = `Unexpected ${kindOf(encoding)}, expected a mapping of channels such as \`x\` and \`y\``;
    report.at([...view.path, 'encoding'], 'chart-spec', reason);
    return;
  }
  for (const [channel, definition] of Object.entries(encoding)) {
    const path = [...view.path, 'encoding', channel];
    if (channel === 'href' || channel === 'url') continue; // The check for what a chart may not do speaks of these.
    if (!(CHANNELS as readonly string[]).includes(channel)) {
      const note = suggest(channel, CHANNELS, 'Channels');
      report.atKey(path, 'chart-spec', `Unexpected channel \`${channel}\``, note);
    }
    for (const [index, item] of listOf(definition).entries())
      checkChannel(item, isList(definition) ? [...path, index] : path, report);
  }
}

function checkChannel(definition: Json, path: Path, report: Reporter): void {
  if (definition === null) return;
  if (!isObject(definition)) {
    const reason = `Unexpected ${kindOf(definition)}, expected a mapping such as \`{field: day, type: temporal}\``;
    report.at(path, 'chart-spec', reason);
    return;
  }
  for (const condition of listOf(definition['condition'])) if (isObject(condition)) checkType(condition, path, report);
  checkType(definition, path, report);
  const { aggregate } = definition;
  if (typeof aggregate === 'string') checkAggregate(aggregate, [...path, 'aggregate'], report);
}

function checkType(definition: { readonly [key: string]: Json }, path: Path, report: Reporter): void {
  const { type } = definition;
  if (type === undefined) return;
  if (typeof type === 'string') checkWord(type, TYPES, 'type', [...path, 'type'], report);
  else
    report.at(
      [...path, 'type'],
      'chart-spec',
      `Unexpected ${kindOf(type)} as type, expected a name such as \`nominal\``,
    );
}

function checkAggregate(name: string, path: Path, report: Reporter): void {
  const meant = SQL_NAMES[name.toLowerCase()];
  if (meant) report.at(path, 'chart-spec', `Unexpected aggregate \`${name}\``, `Did you mean \`${meant}\`?`);
  else checkWord(name, AGGREGATES, 'aggregate', path, report);
}

/** What those who think in SQL type. */
const SQL_NAMES: Readonly<Record<string, string>> = {
  avg: 'mean',
  stddev: 'stdev',
  stddev_pop: 'stdevp',
  var_pop: 'variancep',
};

/** How d3 writes numbers: fill, sign, width, comma, digits, kind. */
const NUMBER_FORMAT = /^(?:.?[<>=^])?[-+( ]?[$#]?0?\d*,?(?:\.\d+)?~?[a-z%]?$/i;
/** How d3 writes days: text with directives such as `%d`. */
const TIME_FORMAT = /%[-_0]?[a-z%]/i;

/** A format that is none stops Vega, or is printed at every tick. */
function checkFormats({ value, path }: View, report: Reporter): void {
  for (const key of ['encoding', 'mark']) checkFormatsIn(value[key], [...path, key], report);
}

function checkFormatsIn(value: Json | undefined, path: Path, report: Reporter): void {
  if (isList(value)) for (const [index, item] of value.entries()) checkFormatsIn(item, [...path, index], report);
  if (!isObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const place = [...path, key];
    if (key !== 'format' || typeof item !== 'string') checkFormatsIn(item, place, report);
    else if (!NUMBER_FORMAT.test(item) && !TIME_FORMAT.test(item))
      report.at(
        place,
        'chart-spec',
        `Unexpected format \`${item}\`, expected one of numbers such as \`,.1f\`, or of days such as \`%d %b\``,
      );
  }
}

function checkTransforms(view: View, report: Reporter): void {
  const { transform } = view.value;
  if (transform === undefined) return;
  const path = [...view.path, 'transform'];
  if (!isList(transform)) {
    report.at(path, 'chart-spec', `Unexpected ${kindOf(transform)}, expected a list of transforms`);
    return;
  }
  for (const [index, item] of transform.entries()) {
    if (!isObject(item)) {
      report.at([...path, index], 'chart-spec', `Unexpected ${kindOf(item)}, expected a transform`);
      continue;
    }
    const keys = Object.keys(item);
    if (keys.some((key) => (TRANSFORMS as readonly string[]).includes(key))) continue;
    const near = keys.map((key) => suggest(key, TRANSFORMS, '')).find((note) => note?.startsWith('Did'));
    const reason = `Unexpected transform with ${keys.map((key) => `\`${key}\``).join(', ') || 'nothing in it'}`;
    report.at([...path, index], 'chart-spec', reason, near ?? suggest('', TRANSFORMS, 'Transforms'));
  }
}

function checkWord(word: string, words: readonly string[], what: string, path: Path, report: Reporter): void {
  if (words.includes(word)) return;
  report.at(path, 'chart-spec', `Unexpected ${what} \`${word}\``, suggest(word, words, `Expected one of`));
}
