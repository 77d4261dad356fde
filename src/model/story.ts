import type { PhrasingContent, RootContent } from 'mdast';
import type { Finding, Verdict } from './claim.js';
import type { PostAttributes, TableAlign } from './draft.js';
import type { Place, Span } from './position.js';
import type { Target, TargetName } from './target.js';
import type { Machine } from './value.js';

/** Words with their figures: `text`, `figure`, `claim` and other inline nodes, no `tag` and no `block`. */
export type Rich = readonly PhrasingContent[];

/** A draft filled for one target; every tag is a `figure` node now and every figure is on record. */
export interface Story {
  readonly target: Target;
  readonly title: Rich;
  readonly kicker: Rich | undefined;
  readonly standfirst: Rich | undefined;
  readonly description: Rich | undefined;
  readonly keyFigures: readonly { readonly value: Rich; readonly label: Rich }[];
  /** The posts of a thread, in order; empty for brief and report. */
  readonly posts: readonly StoryPost[];
  /** The flow of a brief or report, without `thematicBreak` and `post` nodes; empty for a thread. */
  readonly body: readonly RootContent[];
  /** Every chart, table and file shown, in the order they stand. A chart's number is its place among the charts. */
  readonly media: readonly StoryMedia[];
  /** The filled titles, subtitles and sources of each chart's spec, by the chart's name. */
  readonly chartTexts: ReadonlyMap<string, readonly ChartText[]>;
  /** The `table` blocks shown, by name. */
  readonly tables: ReadonlyMap<string, StoryTable>;
  readonly figures: readonly Figure[];
}

export interface StoryPost {
  readonly attributes: PostAttributes;
  readonly children: readonly RootContent[];
  readonly media: readonly StoryMedia[];
  /** Where the post stands in the draft. */
  readonly span: Span;
}

export interface StoryMedia {
  readonly kind: 'chart' | 'table' | 'file';
  /** Empty for a table that has no name. */
  readonly name: string;
  readonly alt: Rich;
  readonly caption: Rich | undefined;
  /** Counts from 1 among those of its kind; the second showing of a chart has the number of its first. */
  readonly number: number;
  readonly span: Span;
}

/** A string of a chart's spec, filled. */
export interface ChartText {
  /** Keys and indexes from the spec's root. */
  readonly path: readonly (string | number)[];
  readonly words: Rich;
  /** The words alone. */
  readonly text: string;
}

/** A table made of a query's rows. */
export interface StoryTable {
  readonly name: string;
  /** Id of the `Figure` on record. */
  readonly figure: string;
  readonly columns: readonly { readonly label: Rich; readonly align: TableAlign }[];
  readonly rows: readonly (readonly StoryCell[])[];
  readonly total: readonly StoryCell[] | undefined;
  /** What the tool says below it, e.g. `10 of 46 rows`, then what the writer says. */
  readonly notes: readonly Rich[];
  readonly landscape: boolean | undefined;
}

export interface StoryCell {
  /** Data as it is, which never becomes markup or live. */
  readonly text: string;
  readonly machine: Machine | undefined;
}

/** A computed phrase or a checked claim, as the record keeps it. */
export interface Figure {
  /** Stable under edits elsewhere: made of the expression, with an ordinal when it stands more than once. */
  readonly id: string;
  readonly kind: 'figure' | 'claim' | 'reference' | 'table';
  readonly expression: string;
  readonly text: string;
  readonly target: TargetName;
  readonly place: Place;
  /** The post of the thread as it is published, counted from 1; a story that is not rendered counts those of the draft. */
  readonly post: number | undefined;
  readonly inputs: readonly Input[];
  /** What its words say, for a machine. */
  readonly machine?: Machine | undefined;
  /** What the data says about a claim; `undefined` where it could not be asked, which was reported. */
  readonly finding?: Finding | undefined;
  /** Where the words of a claim stand, and what they open. */
  readonly words?: ClaimWords | undefined;
  /** What came of a claim, once it is judged. */
  readonly verdict?: Verdict | undefined;
}

/** The words of a claim in the draft. */
export interface ClaimWords {
  /** Without the link around them. */
  readonly span: Span;
  /** A sentence of the body, where small numbers are spelled out; a title, cell or caption; or nothing. */
  readonly opens: 'sentence' | 'title' | undefined;
}

/** A cell of data that a figure was made of. */
export interface Input {
  readonly query: string;
  /** Counts from 0; `undefined` for a whole table. */
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly type: string | undefined;
  /** JSON-safe: exact digits for a number. */
  readonly value: string | boolean | null | undefined;
}
