import type { JsonObject } from '../model/chart.js';
import type { DrawnColumn } from './check-fields.js';
import { cellsOf, isPlain, markOf, measureOf, nameOf, scaleSetting } from './drawn-values.js';
import { isObject } from './json.js';
import { lineage, type View } from './list-views.js';
import type { Say } from './reporter.js';

/** How many colours people keep apart, and how many slices they compare. */
const MOST = { series: 7, slices: 6 } as const;

/** Schemes that go through the hues: their steps are uneven, and no order is seen in them. */
const RAINBOWS: readonly string[] = ['rainbow', 'sinebow', 'turbo', 'spectral'];

/** From red to green, which those who see no green take for one colour at either end. */
const RED_GREEN: readonly string[] = ['redyellowgreen'];

/** Lints forms that readers misread: too many series or slices, two axes for one picture, a rainbow, a title that says a column's name. */
export function lintForm(spec: JsonObject, views: readonly View[], drawn: readonly DrawnColumn[], say: Say): void {
  for (const view of views) {
    lintAxes(view, say);
    lintNote(view, drawn, say);
  }
  for (const column of drawn) {
    lintSeries(column, drawn, say);
    lintScheme(column, say);
  }
  lintTitle(spec, drawn, say);
}

function lintAxes({ kind, value, path }: View, say: Say): void {
  const { resolve } = value;
  const scale = isObject(resolve) ? resolve['scale'] : undefined;
  if (kind !== 'layer' || !isObject(scale)) return;
  for (const side of ['x', 'y'])
    if (scale[side] === 'independent')
      say(
        [...path, 'resolve', 'scale', side],
        'chart-dual-axis',
        `Unexpected \`${side}: independent\` in layers, which gives one picture two axes: where its lines cross is chance`,
        'Put two charts below each other with `vconcat`, or show both as an index of one scale',
      );
}

/** Words that are typed and not of the data stand once in a chart; a sign may stand at each point. */
function lintNote(view: View, drawn: readonly DrawnColumn[], say: Say): void {
  const { mark, encoding } = view.value;
  const text = isObject(mark) && mark['type'] === 'text' ? mark['text'] : undefined;
  if (typeof text !== 'string' || !WORD.test(text) || (isObject(encoding) && 'text' in encoding)) return;
  if ([...lineage(view)].some(({ value }) => 'transform' in value)) return;
  const placed = drawn.filter((column) => column.view === view && POSITIONS.includes(column.channel.name));
  if (!placed.every(isPlain)) return;
  const columns = placed.map((column) => cellsOf(column).map(nameOf));
  const places = new Set((columns[0] ?? []).map((_, row) => JSON.stringify(columns.map((cells) => cells[row]))));
  if (places.size < 2) return;
  say(
    [...view.path, 'mark', 'text'],
    'chart-note-repeated',
    `Unexpected words \`${text}\` at each of ${places.size} places, expected them once`,
    'Give the note a place of its own: `datum` for `x` and `y`, or `data` of a query with one row',
  );
}

const WORD = /\p{L}{3}/u;

const COLOURS: readonly string[] = ['color', 'fill', 'stroke', 'strokeDash', 'shape'];

function lintSeries(column: DrawnColumn, drawn: readonly DrawnColumn[], say: Say): void {
  const { channel, view } = column;
  if (!COLOURS.includes(channel.name) || measureOf(column) !== 'name' || !isPlain(column)) return;
  // What an axis names too need not be told by its colour
  const isNamed = drawn.some(
    (other) => other.view === view && other.column === column.column && POSITIONS.includes(other.channel.name),
  );
  const names = new Set(
    cellsOf(column)
      .filter(({ kind }) => kind !== 'null')
      .map(nameOf),
  );
  const isPie = markOf(column) === 'arc';
  if (isNamed || names.size <= (isPie ? MOST.slices : MOST.series)) return;
  if (isPie)
    say(
      channel.path,
      'chart-slices',
      `Unexpected ${names.size} slices of a pie, expected at most ${MOST.slices}`,
      'Show bars, which are compared by their length, or gather the small ones in the query',
    );
  else
    say(
      channel.path,
      'chart-series',
      `Unexpected ${names.size} series told apart by \`${channel.name}\`, expected at most ${MOST.series}`,
      'Colour those that matter and leave the others grey, or give each a small chart with `facet`',
    );
}

const POSITIONS: readonly string[] = ['x', 'y', 'row', 'column', 'facet', 'text'];

function lintScheme(column: DrawnColumn, say: Say): void {
  const written = scaleSetting(column, 'scheme');
  const scheme = isObject(written) ? written['name'] : written;
  if (typeof scheme !== 'string') return;
  const name = scheme.toLowerCase().replace(/-\d+$/, '');
  const path = [...column.channel.path, 'scale', 'scheme'];
  if (RED_GREEN.includes(name)) {
    const alike = `Unexpected scheme \`${scheme}\`, whose ends look alike to people with deuteranopia`;
    say(path, 'chart-colour-blind', alike, 'Take `blueorange` or `purplegreen`, or leave the colours to the theme');
    return;
  }
  if (!RAINBOWS.includes(name)) return;
  const reason = `Unexpected scheme \`${scheme}\`, a rainbow: no order is seen in it, and some of its steps by nobody who is colour-blind`;
  say(path, 'chart-rainbow', reason, 'Leave it to the theme, or take `viridis`');
}

function lintTitle({ title }: JsonObject, drawn: readonly DrawnColumn[], say: Say): void {
  const text = isObject(title) ? title['text'] : title;
  if (typeof text !== 'string') return;
  const name = drawn.find(({ column }) => column.name.toLowerCase() === text.trim().toLowerCase())?.column.name;
  if (name === undefined) return;
  const reason = `Unexpected title \`${text}\`, the name of a column, expected what the chart shows`;
  say(
    ['title', ...(isObject(title) ? ['text'] : [])],
    'chart-title',
    reason,
    'Say what is to be seen: `Attacks have doubled`',
  );
}
