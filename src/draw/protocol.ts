import type { JsonObject } from '../model/chart.js';

/** What the drawing process is asked. */
export interface DrawRequest {
  readonly name: string;
  readonly spec: JsonObject;
  readonly source: string | undefined;
}

/** What it answers: a picture's inside and the size of it, or problems. */
export type DrawAnswer =
  | {
      readonly kind: 'drawn';
      readonly body: string;
      readonly width: number;
      readonly height: number;
      readonly text: string;
    }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

/** The methods of the drawing process. */
export interface DrawMethods {
  draw(request: DrawRequest): Promise<DrawAnswer>;
}
