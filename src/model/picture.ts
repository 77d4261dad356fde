/** A chart, drawn. */
export interface Picture {
  readonly name: string;
  /** For a page: root has width, height and viewBox, ids start with the chart's name, fonts come from the page. */
  readonly inline: string;
  /** For `charts/NAME.svg`: the same drawing with its fonts embedded. */
  readonly file: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}
