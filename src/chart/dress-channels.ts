import type { Json } from '../model/chart.js';
import type { Column, Table } from '../model/value.js';
import { DAY, readCalendar, type Calendar } from './calendar.js';
import type { DrawnColumn } from './check-fields.js';
import { isObject } from './json.js';
import { lineage, type View } from './list-views.js';
import type { Path } from './parse-spec.js';

type Channel = DrawnColumn['channel'];

/** A value to put into a specification. */
export interface Edit {
  readonly path: Path;
  readonly value: Json;
}

/**
 * What a specification leaves open and Vega-Lite answers poorly, answered from the data:
 * bars over days are hair-thin, their labels mix weekdays with dates, names below bars stand on their heads.
 * What the writer has set stays.
 */
export function dressChannels(drawn: readonly DrawnColumn[], millions: Millions = []): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { view, channel, column, table } of drawn) {
    const { name, definition, path } = channel;
    if (name === 'text') edits.push(...wordEdits(definition, column, path));
    if (name !== 'x' && name !== 'y') continue;
    const cyclic = cycleFormat(definition);
    if (cyclic !== undefined) edits.push(...axisEdits(definition['axis'], path, { format: cyclic }));
    else if (definition['type'] === 'temporal') {
      const calendar = readCalendar(column, table);
      if (!calendar) continue;
      const settings = { ...formatEdits(definition, calendar), ...tickEdits(definition, calendar) };
      edits.push(...axisEdits(definition['axis'], path, settings));
      edits.push(...barEdits(drawn, view, name, calendar));
    } else if (definition['type'] === 'quantitative') {
      edits.push(
        ...axisEdits(definition['axis'], path, {
          ...largeEdits(definition, column, table, millions),
          ...titleEdits(drawn, definition, column),
        }),
      );
    } else if (name === 'x' && isOfNames(definition, column)) {
      edits.push(...axisEdits(definition['axis'], path, labelEdits(column, table)));
    }
  }
  return edits;
}

/** A subtitle says what is counted; a letter above the axis would say nothing more. */
function titleEdits(
  [first]: readonly DrawnColumn[],
  { title, axis }: Channel['definition'],
  { name }: Column,
): Record<string, Json> {
  const isSaid = title !== undefined || (isObject(axis) && 'title' in axis);
  if (isSaid || name.length > 1 || !first) return {};
  const heads = [...lineage(first.view)].at(-1)?.value['title'];
  return isObject(heads) && 'subtitle' in heads ? { title: null } : {};
}

/** Names for large numbers, the largest first, each as it stands behind a number, e.g. ` million`. */
export type Millions = readonly { readonly size: number; readonly name: string }[];

/** Numbers from ten million on are said in millions: nobody counts the noughts of an axis. */
function largeEdits(
  { axis, scale, stack }: Channel['definition'],
  column: Column,
  table: Table,
  millions: Millions,
): Record<string, Json> {
  const own = isObject(axis) ? axis : {};
  if ('format' in own || 'labelExpr' in own || stack === 'normalize') return {};
  if (isYear(column)) return { format: 'd' };
  if (isObject(scale) && 'type' in scale && scale['type'] !== 'linear') return {};
  const index = table.columns.indexOf(column);
  const sizes = table.rows.map((row) => (row[index]?.kind === 'number' ? Math.abs(row[index].value) : 0));
  const most = sizes.reduce((largest, size) => Math.max(largest, size), 0);
  const unit = most < LEAST_LARGE ? undefined : millions.find(({ size }) => most >= size);
  if (!unit) return {};
  const shown = `format(datum.value / ${unit.size.toString()}, ',.6~f') + ${JSON.stringify(unit.name)}`;
  return { labelExpr: `datum.value === 0 ? datum.label : ${shown}` };
}

const LEAST_LARGE = 10_000_000;

/** Numbers that stand beside what they measure are grouped as those of an axis are. */
function wordEdits(definition: Channel['definition'], column: Column, path: Path): Edit[] {
  const isOfNumbers = definition['type'] === 'quantitative' && !('format' in definition);
  return isOfNumbers && !isYear(column) ? [{ path: [...path, 'format'], value: ',' }] : [];
}

/** As in the text: a year is not grouped. */
function isYear({ name }: Column): boolean {
  return /(?:^|_)year$/i.test(name);
}

function isOfNames(definition: Channel['definition'], column: Column): boolean {
  const { type } = definition;
  return (
    type === 'nominal' ||
    (!isComputed(definition) && (type === undefined || (type === 'ordinal' && column.logical === 'text')))
  );
}

/** Settings of an axis that the writer has not made; none where there is to be no axis. */
function axisEdits(axis: Json | undefined, path: Path, settings: Readonly<Record<string, Json>>): Edit[] {
  if (axis === null || Object.keys(settings).length === 0) return [];
  return [{ path: [...path, 'axis'], value: { ...settings, ...(isObject(axis) ? axis : {}) } }];
}

/** Days in the order of the house, where Vega-Lite would write the month first; `undefined` for other units of time. */
function cycleFormat({ timeUnit, axis, type }: Channel['definition']): string | undefined {
  if (typeof timeUnit !== 'string' || (isObject(axis) && 'labelExpr' in axis)) return undefined;
  const unit = timeUnit.replace(/^utc/, '');
  if (unit === 'monthdate') return DAY_OF_MONTH;
  return unit === 'yearmonthdate' && type !== 'temporal' ? `${DAY_OF_MONTH} %Y` : undefined;
}

const DAY_OF_MONTH = '%-d %b';

function formatEdits(
  { timeUnit, axis }: DrawnColumn['channel']['definition'],
  { days, unit }: Calendar,
): Record<string, Json> {
  if (isObject(axis) && 'labelExpr' in axis) return {};
  // `month`, `day` or `hours` alone go round; only a unit with the year is a line of time.
  if (timeUnit !== undefined && !(typeof timeUnit === 'string' && /year/.test(timeUnit))) return {};
  const short = days <= SHORT_DAYS && (unit === undefined || unit === 'yearmonthdate');
  const month = short ? DAY_OF_MONTH : '%b';
  const day = DAY_OF_MONTH;
  return {
    format: {
      ...{ year: short ? `${DAY_OF_MONTH} %Y` : '%Y', quarter: month, month, week: day, date: day, day },
      ...{ hours: '%H:%M', minutes: '%H:%M', seconds: ':%S', milliseconds: '.%L' },
    },
  };
}

/** An axis of few days has no hours; Vega goes below its least step by half. */
function tickEdits({ timeUnit }: Channel['definition'], { isWhole, days, unit }: Calendar): Record<string, Json> {
  if (timeUnit === undefined) {
    if (unit === 'year' && days <= MOST_STEPS * 366) return { tickCount: 'year' };
    if (unit === 'yearquarter' && days <= MOST_STEPS * 92) return { tickCount: { interval: 'month', step: 3 } };
    if (unit === 'yearmonth' && days <= MOST_STEPS * 31) return { tickCount: 'month' };
  }
  if (!isWhole || days > SHORT_DAYS) return {};
  return days <= 7 ? { tickCount: 'day' } : { tickMinStep: 2 * DAY };
}

/** Years, quarters or months that are all named. */
const MOST_STEPS = 12;

/** Up to here the ticks of an axis are days, above it months. */
const SHORT_DAYS = 150;

/** Gives bars over time the width of their day, month or year, with its name below the middle of each. */
function barEdits(drawn: readonly DrawnColumn[], view: View, axis: 'x' | 'y', calendar: Calendar): Edit[] {
  const { mark } = view.value;
  const settings = isObject(mark) ? mark : {};
  if (markOf(view) !== 'bar') return [];
  if (['size', 'width', 'height', 'continuousBandSize'].some((key) => key in settings)) return [];
  const own = drawn.filter((other) => other.channel.name === axis && group(other.view) === group(view));
  const unit = barUnit(drawn, view, axis);
  if (unit !== undefined)
    return own
      .filter(({ channel }) => channel.definition['type'] === 'temporal')
      .flatMap(({ channel: { definition, path } }) => [
        ...('timeUnit' in definition ? [] : [{ path: [...path, 'timeUnit'], value: unit }]),
        ...('bandPosition' in definition ? [] : [{ path: [...path, 'bandPosition'], value: 0 }]),
      ]);
  if (own.some(({ channel: { definition } }) => isComputed(definition))) return [];
  if (group(view).parent) return [];
  // In the configuration, because from there Vega-Lite also leaves room for half a bar at either end.
  const size = Math.min(60, Math.max(1, Math.floor((PLOT * 0.75) / (calendar.days / calendar.leastGap + 1))));
  const config = isObject(view.value['config']) ? view.value['config'] : {};
  const bar = isObject(config['bar']) ? config['bar'] : {};
  return [{ path: ['config'], value: { ...config, bar: { continuousBandSize: size, ...bar } } }];
}

/** The unit of time that each bar of a view, or of what is drawn over it, stands for; none where bars are of another width. */
export function barUnit(drawn: readonly DrawnColumn[], view: View, axis: 'x' | 'y'): Unit | undefined {
  const own = drawn.filter(({ channel, view: other }) => channel.name === axis && group(other) === group(view));
  const bars = own.find((other) => markOf(other.view) === 'bar' && other.channel.definition['type'] === 'temporal');
  if (!bars) return undefined;
  const written = own.flatMap(({ channel: { definition } }) => (isComputed(definition) ? [definition] : []));
  if (written.length === 0) return readCalendar(bars.column, bars.table)?.unit;
  const { timeUnit } = bars.channel.definition;
  const [alone] = written;
  return written.every((definition) => definition['timeUnit'] === timeUnit) && alone && !('bin' in alone)
    ? UNITS.find((unit) => unit === timeUnit)
    : undefined;
}

type Unit = NonNullable<Calendar['unit']>;

const UNITS: readonly Unit[] = ['year', 'yearquarter', 'yearmonth', 'yearmonthdate'];

function isComputed(definition: Channel['definition']): boolean {
  return ['bin', 'aggregate', 'timeUnit'].some((key) => key in definition);
}

function markOf({ value: { mark } }: View): Json | undefined {
  return isObject(mark) ? mark['type'] : mark;
}

/** About what is left of a picture's width beside the labels of an axis. */
const PLOT = 640;

/** The outermost layer that a view is drawn in, or the view itself: what shares its axes. */
function group(view: View): View {
  let outermost = view;
  for (const at of lineage(view)) {
    if (at !== view && at.kind !== 'layer') break;
    outermost = at;
  }
  return outermost;
}

/** Names side by side are all shown: level where they have room, else a word a line, else slanted. */
function labelEdits(column: Column, table: Table): Record<string, Json> {
  const index = table.columns.indexOf(column);
  const names = new Set<string>();
  for (const row of table.rows) {
    const cell = row[index];
    if (cell?.kind === 'text' || cell?.kind === 'date') names.add(cell.value);
    else if (cell?.kind === 'number') names.add(cell.exact);
  }
  const room = (PLOT / Math.max(1, names.size) - 8) / LETTER;
  const fit = (parts: readonly string[]): boolean => parts.every((part) => part.length <= room);
  if (fit([...names])) return { labelOverlap: false };
  if (fit([...names].flatMap((name) => name.split(' '))))
    return { labelOverlap: false, labelExpr: "split(datum.label, ' ')" };
  return { labelOverlap: false, labelAngle: -40, labelAlign: 'right', labelBaseline: 'middle' };
}

/** A wide guess at a letter's width at the size of labels. */
const LETTER = 7;
