import type { ChartSetting } from '../model/chart.js';
import type { OwnFonts } from './own-fonts.js';

/** What a picture is drawn for, and the room it has: CSS pixels. */
export interface Shape {
  readonly width: number;
  /** With title and source line, if it has them. */
  readonly height: number;
  /** The least that a drawing is given, however long its title. */
  readonly leastPlot: number;
  /** Small charts side by side. */
  readonly columns: { readonly facet: number; readonly concat: number };
  /** The longest label of an axis. */
  readonly labelLimit: number;
  /** Default: English. */
  readonly setting?: ChartSetting | undefined;
  /** Default: the bundled one. */
  readonly fonts?: OwnFonts;
}

/** Every chart is drawn once for each of these. */
export const SHAPES = {
  /** A column of text in a report, and in a brief on a desk. */
  page: { width: 720, height: 360, leastPlot: 220, columns: { facet: 3, concat: 2 }, labelLimit: 240 },
  /** A brief on a phone. */
  phone: { width: 340, height: 280, leastPlot: 180, columns: { facet: 2, concat: 1 }, labelLimit: 156 },
  /** A post: with its margin 600 by 338, so that words are still read where the app shows it small. */
  post: { width: 560, height: 298, leastPlot: 180, columns: { facet: 3, concat: 2 }, labelLimit: 180 },
} as const satisfies Record<string, Shape>;

/** A report's column, into which a page's drawing is scaled: that of A4, the narrower of the two papers. */
export const PRINT_WIDTH = 559;

/** No figure of a report is higher (90 mm). */
export const PRINT_HEIGHT = 340;

/** Around a post's picture, which has no page to give it a margin. */
export const POST_MARGIN = 20;

/** What apps show a post's picture as wide as, in CSS pixels: what is wider they make smaller. */
export const POST_WIDTH = 600;

/** Pixels of a post's PNG for one of the drawing's. */
export const POST_SCALE = 2;

/** No side of a drawing is longer, in CSS pixels: nobody would see it whole. */
export const LONGEST_SIDE = 4000;
