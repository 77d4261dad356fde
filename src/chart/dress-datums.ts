import type { Edit } from './dress-channels.js';
import type { JsonObject } from '../model/chart.js';
import { isObject } from './json.js';
import type { View } from './list-views.js';

/**
 * Days that are typed as places of a note or a band, `x: {datum: 2021-05-01}`: Vega-Lite would take such a text for a
 * name, and put all of them at the axis.
 */
export function dressDatums(views: readonly View[]): readonly Edit[] {
  return views.flatMap((view) => {
    const { encoding } = view.value;
    if (!isObject(encoding)) return [];
    return PLACES.flatMap(({ channel, axis }) => {
      const definition = encoding[channel];
      if (!isObject(definition) || typeof definition['datum'] !== 'string') return [];
      const [, year, month, date] = DAY.exec(definition['datum']) ?? [];
      const { type } = definition;
      if (year === undefined || (type !== 'temporal' && (type !== undefined || !isOfTime(views, axis)))) return [];
      const datum = { year: Number(year), month: Number(month), date: Number(date) };
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

function isOfTime(views: readonly View[], axis: 'x' | 'y'): boolean {
  return views.some(({ value: { encoding } }) => {
    const definition = isObject(encoding) ? encoding[axis] : undefined;
    return isObject(definition) && definition['type'] === 'temporal';
  });
}
