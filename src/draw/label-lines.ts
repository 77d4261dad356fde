import type { Json, JsonObject } from '../model/chart.js';
import { contrastOf, LEAST_CONTRAST } from '../model/colour.js';
import { measureText } from './measure-text.js';
import type { Shape } from './shapes.js';
import { isMapping } from './spec-parts.js';
import { ROLES } from './theme.js';

/**
 * Puts the names of a few lines at their ends, where no eye has to go back to a legend; `undefined` where the chart is
 * another one, the writer has set a legend, or there is no room for the names.
 */
export function labelLines(spec: JsonObject, shape: Shape): JsonObject | undefined {
  const { mark, encoding, ...rest } = spec;
  if (!isMapping(encoding) || !isLine(mark) || ['layer', 'transform', 'params', 'resolve'].some((key) => key in spec))
    return undefined;
  const { x, y, color } = encoding;
  if (!isMapping(x) || !isMapping(y) || !isMapping(color) || Object.keys(encoding).some((key) => !KNOWN.includes(key)))
    return undefined;
  if (!isPlain(x) || !isPlain(y) || !isPlain(color) || y['type'] !== 'quantitative') return undefined;
  if ('legend' in color || 'condition' in color || !NAMED.includes(color['type'] ?? 'nominal')) return undefined;
  const [place, series] = [x['field'], color['field']];
  if (typeof place !== 'string' || typeof series !== 'string') return undefined;
  const names = namesOf(spec, series);
  if (names.length < 2 || names.length > MOST_NAMES) return undefined;
  const widest = Math.max(...names.map((name) => measureText(name, LABEL.fontWeight, LABEL.fontSize, shape.fonts)));
  if (widest > shape.width * MOST_ROOM) return undefined;

  const isOurs = !('scale' in color);
  const last = 'last of its line';
  const words: JsonObject = {
    transform: [
      { joinaggregate: [{ op: 'max', field: place, as: last }], groupby: [series] },
      { filter: `datum[${quoted(place)}] == datum['${last}']` },
    ],
    mark: { type: 'text', align: 'left', dx: 7, ...LABEL },
    encoding: {
      text: { field: series, type: 'nominal' },
      color: { ...color, legend: null, scale: isOurs ? { range: WORDS } : dark(color['scale']) },
    },
  };
  return {
    ...rest,
    encoding: { ...encoding, color: { ...color, legend: null } },
    layer: [{ mark: mark ?? 'line' }, words],
    resolve: { scale: { color: 'independent' } },
  };
}

const LABEL = { fontSize: 13, fontWeight: 600 } as const;
const MOST_NAMES = 7;
/** Of the whole width. */
const MOST_ROOM = 0.28;
const KNOWN: readonly string[] = ['x', 'y', 'color', 'tooltip', 'order'];
const NAMED: readonly Json[] = ['nominal', 'ordinal'];

/** The colours of the lines, dark enough for words. */
const WORDS: readonly string[] = [
  ROLES.accent,
  ...Object.entries(ROLES).flatMap(([role, hex]) => (role.startsWith('words') ? [hex] : [])),
];

/** A scale of the writer's with each colour that is too pale for words in the grey of small print. */
function dark(scale: Json | undefined): Json {
  const range = isMapping(scale) ? scale['range'] : undefined;
  if (!isMapping(scale) || !Array.isArray(range)) return scale ?? null;
  const isPale = (colour: Json): boolean =>
    typeof colour === 'string' && (contrastOf(colour, ROLES.background) ?? LEAST_CONTRAST) < LEAST_CONTRAST;
  return { ...scale, range: range.map((colour: Json) => (isPale(colour) ? ROLES.muted : colour)) };
}

function isLine(mark: Json | undefined): boolean {
  return mark === 'line' || (isMapping(mark) && mark['type'] === 'line');
}

/** A field as it stands, neither grouped nor added up. */
function isPlain(channel: JsonObject): boolean {
  return typeof channel['field'] === 'string' && !GROUPED.some((key) => key in channel);
}

const GROUPED = ['aggregate', 'bin', 'timeUnit', 'stack'];

/** A field's name in an expression: brackets and dots in it are escaped in a specification. */
function quoted(field: string): string {
  return JSON.stringify(field.replace(/\\(.)/g, '$1'));
}

function namesOf({ data, datasets }: JsonObject, field: string): string[] {
  const name = isMapping(data) ? data['name'] : undefined;
  const rows = isMapping(datasets) && typeof name === 'string' ? datasets[name] : isMapping(data) && data['values'];
  if (!Array.isArray(rows)) return [];
  const column = field.replace(/\\(.)/g, '$1');
  const names = rows.filter(isMapping).map((row) => row[column]);
  return names.every((one) => typeof one === 'string') ? [...new Set(names)] : [];
}
