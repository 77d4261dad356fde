import type { HelperContext } from '../figure/helper.js';
import type { ChartWords } from '../figure/locale.js';
import { inHouse, localePack } from '../figure/locale-pack.js';
import type { Json } from '../model/chart.js';
import type { Style } from '../model/style.js';
import type { TargetName } from '../model/target.js';
import type { DrawnColumn } from './check-fields.js';
import { describeRows, shorten } from './describe-rows.js';
import { isList, isObject, listOf } from './json.js';
import { lineage, type View } from './list-views.js';
import { readEncoding, type ChannelReference } from './read-encoding.js';

/** How a description prints numbers and days. */
export interface Wording {
  readonly lang: string;
  readonly style: Style;
  /** Publication day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly target: TargetName;
}

/**
 * Describes a chart for those who cannot see it: its kind and title, of what by what, and, where its marks show the
 * rows of a query as they are, its highest and lowest, first and last values. What is not certain is left out.
 */
export function describeChart(
  title: Json | undefined,
  views: readonly View[],
  drawn: readonly DrawnColumn[],
  wording: Wording,
): string {
  const context = {
    ...wording,
    locale: inHouse(localePack(wording.lang), wording.style),
    asOf: wording.date,
    spellNumbers: false,
  };
  const words = context.locale.charts;
  const units = views.filter(({ kind }) => kind === 'unit');
  const known = units.filter((unit) => words.kind(markOf(unit)) !== undefined);
  const view = known.find((unit) => quantityOf(unit)) ?? known[0];
  const head = words.headed(words.kind(view && markOf(view)), shorten(titleText(title), 300));
  if (!view) return head;
  const parts = units.length > 1 ? [words.parts(view.parent?.kind === 'layer' ? 'layer' : 'chart', units.length)] : [];
  return [head, ...describeView(view, drawn, context), ...parts].join(' ');
}

function describeView(view: View, drawn: readonly DrawnColumn[], context: HelperContext): readonly string[] {
  const { charts, lists } = context.locale;
  const quantity = quantityOf(view);
  const what = quantity && quantityName(quantity, charts);
  if (!quantity || what === undefined) return [];
  const dimensions = dimensionsOf(view, quantity);
  const names = [...new Set(dimensions.map(fieldName))];
  const by = lists.join(names, { kind: 'and', serialComma: context.style.lists.serialComma });
  const columns = [quantity, ...dimensions].map(({ channel }) =>
    drawn.find((one) => one.view === view && one.channel.name === channel?.name),
  );
  // Marks at one place are stacked: what is seen is the height of them all.
  const certain = showsRows(view) && (dimensions.length === 1 || !STACKED.has(markOf(view) ?? ''));
  const { range, values } = (certain ? describeRows(columns, context) : undefined) ?? {};
  return [charts.shows(what, by, range), ...(values === undefined ? [] : [values])];
}

const STACKED: ReadonlySet<string> = new Set(['bar', 'area', 'arc']);

function markOf({ value: { mark } }: View): string | undefined {
  const type = isObject(mark) ? mark['type'] : mark;
  return typeof type === 'string' ? type : undefined;
}

const QUANTITIES = ['y', 'x', 'theta', 'color', 'fill'];
const DIMENSIONS = ['x', 'y', 'color', 'fill', 'stroke', 'detail', 'shape', 'strokeDash', 'row', 'column', 'facet'];
const OFFSETS = ['xOffset', 'yOffset'];

/** The channel that shows how much there is of something. */
function quantityOf(view: View): ChannelReference | undefined {
  const channels = readEncoding(view);
  return QUANTITIES.flatMap((name) => channels.find((one) => one.channel?.name === name) ?? []).find(
    ({ type, channel }) => type === 'quantitative' || (type === undefined && channel?.name === 'theta'),
  );
}

function dimensionsOf(view: View, quantity: ChannelReference): readonly ChannelReference[] {
  const channels = readEncoding(view).filter(({ name }) => name !== quantity.name);
  const found = [...DIMENSIONS, ...OFFSETS].flatMap((name) => channels.filter((one) => one.channel?.name === name));
  return found.filter(({ name }, index) => found.findIndex((one) => one.name === name) === index);
}

function quantityName(quantity: ChannelReference, words: ChartWords): string | undefined {
  const { aggregate } = quantity;
  if (aggregate === undefined || aggregate === null) return fieldName(quantity);
  return typeof aggregate === 'string' ? words.aggregate(aggregate, fieldName(quantity)) : undefined;
}

/** As the chart itself calls a field: the title of its axis or legend, else the column's name. */
function fieldName({ name, channel }: ChannelReference): string {
  const { title, axis, legend } = channel?.definition ?? {};
  const own = [title, isObject(axis) ? axis['title'] : undefined, isObject(legend) ? legend['title'] : undefined];
  const written = own.map(titleText).find((text) => text !== '');
  return shorten(written ?? name.replaceAll('_', ' '), 60);
}

/** Whether each mark is one row with its own value, and all that surrounds it is known. */
function showsRows(view: View): boolean {
  const encoding = readEncoding(view);
  if (encoding.some(({ channel }) => channel?.name === 'x2' || channel?.name === 'y2')) return false;
  for (const at of lineage(view)) {
    if (at.kind === 'facet' || at.kind === 'repeat' || 'transform' in at.value) return false;
    for (const channel of Object.values(isObject(at.value['encoding']) ? at.value['encoding'] : {}))
      for (const definition of listOf(channel))
        if (isObject(definition) && RESHAPING.some((key) => key in definition)) return false;
  }
  return true;
}

const RESHAPING = ['aggregate', 'bin', 'timeUnit', 'impute', 'stack'];

function titleText(title: Json | undefined): string {
  const text = isObject(title) ? title['text'] : title;
  const lines = (isList(text) ? text : [text]).filter((line) => typeof line === 'string');
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
