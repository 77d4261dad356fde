import type { JsonObject } from '../model/chart.js';
import type { DrawnColumn } from './check-fields.js';
import { barUnit, type Edit } from './dress-channels.js';
import { isObject } from './json.js';
import type { View } from './list-views.js';

/**
 * Days that are typed as places of a note or a band, `x: {datum: 2021-05-01}`: Vega-Lite would take such a text for a
 * name, and put all of them at the axis. A band over bars reaches from the edge of its first bar to the edge of its last,
 * whose middles stand at their days.
 */
export function dressDatums(views: readonly View[], drawn: readonly DrawnColumn[]): readonly Edit[] {
  return views.flatMap((view) => {
    const { encoding } = view.value;
    if (!isObject(encoding)) return [];
    return PLACES.flatMap(({ channel, axis }) => {
      const definition = encoding[channel];
      if (!isObject(definition) || typeof definition['datum'] !== 'string') return [];
      const [, year, month, date] = DAY.exec(definition['datum']) ?? [];
      const { type } = definition;
      if (year === undefined || (type !== 'temporal' && (type !== undefined || !isOfTime(views, axis)))) return [];
      const unit = isBand(encoding, axis) ? barUnit(drawn, view, axis) : undefined;
      const datum = dateTime(Date.UTC(Number(year), Number(month) - 1, Number(date)) - (unit ? HALF[unit] : 0));
      // What ends a band takes its scale from where it begins
      const value: JsonObject = { ...definition, datum, ...(channel === axis && { type: 'temporal' }) };
      return [{ path: [...view.path, 'encoding', channel], value }];
    });
  });
}

const PLACES = [
  { channel: 'x', axis: 'x' },
  { channel: 'x2', axis: 'x' },
  { channel: 'y', axis: 'y' },
  { channel: 'y2', axis: 'y' },
] as const;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const HOUR = 3_600_000;

/** About half of what a bar stands for, in milliseconds. */
const HALF = {
  year: 182 * 24 * HOUR,
  yearquarter: 45 * 24 * HOUR,
  yearmonth: 15 * 24 * HOUR,
  yearmonthdate: 12 * HOUR,
};

function isBand(encoding: JsonObject, axis: 'x' | 'y'): boolean {
  return axis in encoding && `${axis}2` in encoding;
}

function dateTime(time: number): JsonObject {
  const [date, hours] = [new Date(time), new Date(time).getUTCHours()];
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
  return hours === 0 ? day : { ...day, hours };
}

function isOfTime(views: readonly View[], axis: 'x' | 'y'): boolean {
  return views.some(({ value: { encoding } }) => {
    const definition = isObject(encoding) ? encoding[axis] : undefined;
    return isObject(definition) && definition['type'] === 'temporal';
  });
}
