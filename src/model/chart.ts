import type { Place } from './position.js';

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A chart, checked and with its data in it: all that drawing it needs. */
export interface PreparedChart {
  readonly name: string;
  /** A top-level Vega-Lite specification; its rows stand in `datasets`. */
  readonly spec: JsonObject;
  /** Where the data comes from, printed below the drawing. */
  readonly source: string | undefined;
  /** Its description, for where the writer gave none. */
  readonly alt: string;
  /** Where the chart's block stands in the draft. */
  readonly place: Place;
}
