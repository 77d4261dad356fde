import type { Place } from './position.js';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The words that a chart's axes take for numbers and days, where they are not English. */
export interface AxisLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly minus: string;
  readonly percent: string;
  /** Digits from zero to nine. */
  readonly numerals: readonly string[];
  /** From January, in full and short. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday. */
  readonly days: readonly string[];
  /** Before and after noon. */
  readonly periods: readonly [string, string];
}

/** How a chart's words are written. */
export interface ChartSetting {
  /** Which way they run. */
  readonly direction: 'ltr' | 'rtl';
  /** `undefined` for English. */
  readonly locale: AxisLocale | undefined;
}

/** A chart, checked and with its data in it: all that drawing it needs. */
export interface PreparedChart {
  readonly name: string;
  /** A top-level Vega-Lite specification; its rows stand in `datasets`. */
  readonly spec: JsonObject;
  /** `Source: …`: where the data comes from, printed below the drawing. */
  readonly source: string | undefined;
  /** Its description, for where the writer gave none. */
  readonly alt: string;
  /** Default: English. */
  readonly setting?: ChartSetting | undefined;
  /** Where the chart's block stands in the draft. */
  readonly place: Place;
}
