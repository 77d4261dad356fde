import type { TableAlign } from './draft.js';
import type { Place } from './position.js';

/** A table that a post shows, ready to be drawn: words alone. */
export interface PreparedTable {
  readonly name: string;
  /** Its caption; empty for none. */
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly align: TableAlign }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | undefined;
  readonly notes: readonly string[];
  /** Where the data comes from; empty where nobody says. */
  readonly source: string;
  /** Which way its words and columns run. Default: from left to right. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** Where the post shows it. */
  readonly place: Place;
}

/** The picture of a table, for posts. */
export interface TablePicture {
  readonly name: string;
  /** For `tables/NAME.svg`, its fonts in it. */
  readonly svg: string;
  /** For `tables/NAME.png`: the same. */
  readonly png: Uint8Array;
  /** The size of `png`. */
  readonly pixels: { readonly width: number; readonly height: number };
}
