import type { ChartSetting, JsonObject } from '../model/chart.js';
import type { Fault } from './find-faults.js';
import type { Losses } from './find-losses.js';
import type { OwnFonts } from './own-fonts.js';
import type { Colours } from './repaint.js';
import type { FrameWords } from './read-title.js';

/** What the drawing process is asked. */
export interface DrawRequest {
  readonly name: string;
  readonly spec: JsonObject;
  readonly source: string | undefined;
  /** Default: English. */
  readonly setting?: ChartSetting | undefined;
  /** Colours in place of those that ship. */
  readonly colours?: Colours | undefined;
  /** Fonts in place of the one that ships. */
  readonly fonts?: OwnFonts;
}

/** One drawing of a chart: what stands inside the root of its SVG, its size in CSS pixels, and all it prints. */
export interface Sheet {
  readonly body: string;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** Where a chart's drawings are seen: the page's on a screen and in print. */
export type Showing = 'page' | 'print' | 'phone' | 'post';

/** What it answers: drawings of a chart, or problems. */
export type DrawAnswer =
  | {
      readonly kind: 'drawn';
      readonly words: FrameWords;
      readonly page: Sheet;
      readonly phone: Sheet | undefined;
      readonly post: Sheet;
      /** What cannot be read, wherever a drawing is seen. */
      readonly faults: Readonly<Record<Showing, readonly Fault[]>>;
      /** The same in every drawing. */
      readonly losses: Losses;
      /** The post's picture, Base64. */
      readonly png: string;
      readonly pixels: { readonly width: number; readonly height: number };
    }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** The methods of the drawing process. */
export interface DrawMethods {
  draw(request: DrawRequest): Promise<DrawAnswer>;
}
