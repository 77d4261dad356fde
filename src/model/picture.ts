/** A chart, drawn. */
export interface Picture {
  readonly name: string;
  /** What the post's picture prints around the drawing, and a page in the caption; empty or `undefined` for none. */
  readonly words: { readonly title: string; readonly subtitle: string; readonly source: string | undefined };
  /** For a page: root has width, height and viewBox, ids start with the chart's name, fonts come from the page. */
  readonly inline: string;
  /** For paper: the same, a file that stands alone, with its fonts in it. */
  readonly paper: string;
  /** The same as `inline` for a phone, drawn anew; `undefined` where it would be no narrower. */
  readonly narrow: string | undefined;
  /** CSS pixels of `inline`. */
  readonly width: number;
  readonly height: number;
  /** For `charts/NAME.svg`: the post's picture with its words and its fonts in it. */
  readonly file: string;
  /** For `charts/NAME.dark.svg`: the same as `file` in the colours of dark pages. */
  readonly dark: string;
  /** For `charts/NAME.png`: the same as `file`. */
  readonly png: Uint8Array;
  /** The size of `png`. */
  readonly pixels: { readonly width: number; readonly height: number };
}
