import type { Json, JsonObject } from '../model/chart.js';
import type { DrawnColumn } from './check-fields.js';
import { contrast, readColour, type Colour } from '../model/colour.js';
import { chroma, distance, type Sight } from './colour.js';
import { cellsOf, isPlain, markOf, measureOf, nameOf, scaleSetting } from './drawn-values.js';
import { isList, isObject, listOf } from './json.js';
import { lineage, type View } from './list-views.js';
import type { Path } from './parse-spec.js';
import type { Say } from './reporter.js';
import { SCHEMES } from './schemes.js';

/**
 * The house theme's own colours, which turn with the page in the dark and were tried on the colour-blind; those that
 * are pale on paper are for areas of their own.
 */
export const OWN_COLOURS: readonly string[] = [
  ...['#ffffff', '#17191c', '#5a6068', '#989fa7', '#e2e5e8', '#00639c'],
  ...['#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#6b727a'],
  ...['#b34700', '#007a58', '#a8507f', '#1d77ab', '#8f6200', '#5f666e'],
];

/** What charts stand on: paper, and a page of the brief in the dark. */
export const PAPER = { light: '#ffffff', dark: '#131619' } as const;

/** The least contrast: of marks (WCAG 2.2, 1.4.11), of words (1.4.3), and of a grey that only stands back. */
const LEAST = { mark: 3, text: 4.5, grey: 1.5 } as const;

/** Less hue makes a grey. */
const GREY_CHROMA = 12;

/**
 * The least distance in CIELAB between colours that mean different things, as any reader sees them. The house palette
 * keeps 11 and more; red and green of common palettes come to 7 for those who see no green.
 */
export const LEAST_DISTANCE = 10;

/** So many hues on single marks accent nothing any more. */
const MOST_ACCENTS = 2;

/** Lints the colours that a specification types itself. */
export function lintColours(spec: JsonObject, views: readonly View[], drawn: readonly DrawnColumn[], say: Say): void {
  const typed = views.flatMap((view) =>
    view.kind === 'unit' ? typedColours(view).filter(({ text }) => !(isOwn(text) && isOnFill(view, views))) : [],
  );
  const background = backgroundOf(spec);
  for (const one of typed) lintContrast(one, background, say);
  lintAccents(typed, say);
  for (const column of drawn) lintPalette(column, background, say);
}

interface Typed {
  readonly text: string;
  readonly colour: Colour;
  readonly path: Path;
  readonly mark: string;
}

/** Marks that must be seen; backgrounds, rules and borders may be faint. */
const SEEN = new Set(['arc', 'area', 'bar', 'circle', 'line', 'point', 'square', 'text', 'tick', 'trail']);
/** Where a stroke is the mark itself, and not its border. */
const STROKED = new Set(['line', 'tick', 'trail']);

/** The colours of a view's mark, and those that its channels set by a value. */
function typedColours(view: View): Typed[] {
  const { mark } = view.value;
  const type = isObject(mark) ? mark['type'] : mark;
  if (typeof type !== 'string' || !SEEN.has(type)) return [];
  const keys = ['color', 'fill', ...(STROKED.has(type) ? ['stroke'] : [])];
  const own = isObject(mark) ? keys.flatMap((key) => typedAt(mark[key], [...view.path, 'mark', key], type)) : [];
  const seen = new Set<string>();
  const valued: Typed[] = [];
  for (const at of lineage(view)) {
    if (at.kind !== 'unit' && at.kind !== 'layer') break;
    const { encoding } = at.value;
    for (const key of keys) {
      const definition = isObject(encoding) ? encoding[key] : undefined;
      if (!isObject(definition) || seen.has(key)) continue;
      seen.add(key);
      const path = [...at.path, 'encoding', key];
      valued.push(...typedAt(definition['value'], [...path, 'value'], type));
      const { condition } = definition;
      for (const [index, one] of listOf(condition).entries())
        if (isObject(one))
          valued.push(
            ...typedAt(one['value'], [...path, 'condition', ...(isList(condition) ? [index] : []), 'value'], type),
          );
    }
  }
  return [...own, ...valued];
}

function typedAt(value: Json | undefined, path: Path, mark: string): Typed[] {
  const colour = typeof value === 'string' ? readColour(value) : undefined;
  return colour && typeof value === 'string' ? [{ text: value, colour, path, mark }] : [];
}

/** A background of the specification's own; `undefined` where the page shows through. */
function backgroundOf({ background, config }: JsonObject): Colour | undefined {
  const written = background ?? (isObject(config) ? config['background'] : undefined);
  return typeof written === 'string' ? readColour(written) : undefined;
}

/** Words on cells, bars or slices stand on their colours, and not on the page. */
function isOnFill(view: View, views: readonly View[]): boolean {
  const isWords = typeOf(view) === 'text';
  return isWords && views.some((other) => other.parent === view.parent && FILLS.has(typeOf(other) ?? ''));
}

const FILLS = new Set(['arc', 'area', 'bar', 'rect']);

function typeOf({ value: { mark } }: View): string | undefined {
  const type = isObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' ? type : undefined;
}

function isOwn(text: string): boolean {
  return OWN_COLOURS.includes(text.toLowerCase());
}

function lintContrast({ text, colour, path, mark }: Typed, background: Colour | undefined, say: Say): void {
  if (isOwn(text) && mark !== 'text') return;
  const isGrey = chroma(colour) < GREY_CHROMA;
  const least = mark === 'text' ? LEAST.text : isGrey ? LEAST.grey : LEAST.mark;
  const papers: readonly (readonly [string, Colour | undefined])[] = background
    ? [['its background', background]]
    : [
        ['white paper', readColour(PAPER.light)],
        // A colour of the theme turns with the page
        ...(isOwn(text) ? [] : [['a brief’s page in the dark', readColour(PAPER.dark)] as const]),
      ];
  for (const [name, paper] of papers) {
    const found = paper ? contrast(colour, paper) : LEAST.text;
    if (found >= least) continue;
    const reason = `Unexpected colour \`${text}\` of ${mark === 'text' ? 'words' : `a mark \`${mark}\``} with a contrast of ${found.toFixed(1)} against ${name}, expected at least ${least}`;
    say(path, 'chart-contrast', reason, 'Leave it to the theme, or take one between dark and light');
    return;
  }
}

function lintAccents(typed: readonly Typed[], say: Say): void {
  const accents = new Map<string, Typed>();
  for (const one of typed)
    if (chroma(one.colour) >= GREY_CHROMA && !accents.has(one.text.toLowerCase()))
      accents.set(one.text.toLowerCase(), one);
  const extra = [...accents.values()][MOST_ACCENTS];
  if (!extra) return;
  const names = [...accents.keys()].map((text) => `\`${text}\``).join(', ');
  const reason = `Unexpected ${accents.size} accents in a chart: ${names}; expected one, and greys for the rest`;
  say(extra.path, 'chart-accents', reason, 'Colour what the title speaks of; series that differ have a `color` field');
}

const SERIES_CHANNELS: readonly string[] = ['color', 'fill', 'stroke'];

/** The colours of series: those that are typed for them, or those of the scheme that is named. */
function lintPalette(column: DrawnColumn, background: Colour | undefined, say: Say): void {
  const { channel } = column;
  if (!SERIES_CHANNELS.includes(channel.name) || measureOf(column) !== 'name' || !isPlain(column)) return;
  const range = scaleSetting(column, 'range');
  const scheme = scaleSetting(column, 'scheme');
  const count = new Set(cellsOf(column).map(nameOf)).size;
  const isTyped = isList(range);
  const texts = isTyped
    ? range.filter((text) => typeof text === 'string')
    : typeof scheme === 'string'
      ? (SCHEMES.get(scheme)?.slice(0, count) ?? [])
      : [];
  const path = [...channel.path, 'scale', isTyped ? 'range' : 'scheme'];
  const mark = markOf(column) ?? '';
  if (isTyped && SEEN.has(mark))
    for (const [index, text] of range.entries())
      for (const one of typedAt(text, [...path, index], mark)) lintContrast(one, background, say);
  const alike = nearest(texts);
  if (!alike || alike.distance >= LEAST_DISTANCE) return;
  const { a, b, sight } = alike;
  const whose = sight === 'usual' ? 'look alike' : `look alike to people with ${sight}`;
  const reason = `Unexpected colours \`${a}\` and \`${b}\` of one chart, which ${whose} (distance ${alike.distance.toFixed(0)}, expected at least ${LEAST_DISTANCE})`;
  say(path, 'chart-colour-blind', reason, 'Leave the colours to the theme, or make one of them darker than the other');
}

const SIGHTS: readonly Sight[] = ['usual', 'deuteranopia', 'protanopia'];

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly sight: Sight;
  readonly distance: number;
}

/** The two that look most alike to somebody; one that is given twice on purpose is one. */
function nearest(texts: readonly string[]): Pair | undefined {
  const colours = [...new Set(texts.map((text) => text.toLowerCase()))].flatMap((text) => {
    const colour = readColour(text);
    return colour ? [{ text, colour }] : [];
  });
  const pairs = colours.flatMap((a, index) =>
    colours
      .slice(index + 1)
      .flatMap((b) =>
        SIGHTS.map((sight): Pair => ({ a: a.text, b: b.text, sight, distance: distance(a.colour, b.colour, sight) })),
      ),
  );
  return pairs.reduce<Pair | undefined>(
    (least, pair) => (least && least.distance <= pair.distance ? least : pair),
    undefined,
  );
}
