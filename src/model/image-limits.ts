/** What an image of a post may be, so that every platform that shows it takes it. */
export interface ImageLimits {
  readonly bytes: number;
  /** Width times height; `undefined` for no limit. */
  readonly pixels: number | undefined;
  /** The longer side, in pixels; `undefined` for no limit. */
  readonly side: number | undefined;
  /** Media types. */
  readonly types: readonly string[];
}
