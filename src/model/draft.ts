import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { FileRecord } from './answers.js';
import type { BlockName, CallExpression, ElseTag, Expression, OpenTag, OutputTag } from './expression.js';
import type { InstancePath, MastodonInstance } from './instance.js';
import type { LintLevels } from './lints.js';
import type { Embedded, SourceFile, Span } from './position.js';
import type { Style } from './style.js';
import type { TaggedWord } from './tagged-word.js';
import type { Output, PlatformId, TargetName } from './target.js';
import type { Machine } from './value.js';

/** A parsed draft: nothing computed yet, every tag and claim with its place. */
export interface Draft {
  readonly source: SourceFile;
  readonly slug: string;
  readonly frontMatter: FrontMatter;
  /**
   * The body without its definitions (SQL, charts, tables): flow nodes, posts parted by `thematicBreak`,
   * tags as `tag`, block tags folded into `block`, `check:` links as `claim`, images as `media`.
   */
  readonly body: readonly RootContent[];
  /** Its own in the order they stand, then the imported ones whose names none of these has. */
  readonly queries: readonly QueryBlock[];
  readonly charts: readonly ChartBlock[];
  readonly tables: readonly TableBlock[];
  /** What the writer's Mastodon server takes; `undefined` until its file is read, and where none is named. */
  readonly instance: MastodonInstance | undefined;
}

/** A string in which tags and claims may stand: a title, an alt text, a caption, a chart's title. */
export interface Template {
  /** `text`, `tag`, `block` and `claim` nodes only. */
  readonly children: readonly PhrasingContent[];
  readonly span: Span;
}

export interface FrontMatter {
  readonly title: Template;
  readonly kicker: Template | undefined;
  readonly standfirst: Template | undefined;
  readonly description: Template | undefined;
  readonly keywords: readonly string[];
  readonly keyFigures: readonly KeyFigure[];
  /** Publication day, `YYYY-MM-DD`: relative words count from here. */
  readonly date: string;
  /** Last day of data, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** A BCP 47 tag, canonical. */
  readonly lang: string;
  readonly authors: readonly string[];
  readonly data: readonly DataSource[];
  readonly imports: readonly ImportPath[];
  readonly outputs: readonly Output[];
  readonly platforms: readonly PlatformId[];
  /** Where the writer's Mastodon server says what it takes. */
  readonly instanceFile: InstancePath | undefined;
  readonly numbering: Numbering;
  readonly split: SplitMode;
  readonly breaks: 'keep' | 'join';
  readonly tagFirstMention: readonly TaggedWord[];
  readonly paper: 'a4' | 'letter';
  readonly status: 'draft' | undefined;
  readonly corrections: readonly Correction[];
  readonly contentWarning: string | undefined;
  readonly sensitive: boolean;
  readonly showQueries: boolean;
  /** Whether the report begins with a page of its own for the title. */
  readonly cover: boolean;
  /** What the report carries in itself. */
  readonly attach: { readonly kinds: readonly ('data' | 'draft')[]; readonly span: Span } | undefined;
  /** Credit and licence by image path as the draft writes it. */
  readonly images: ReadonlyMap<string, ImageCredit>;
  /** Where this draft's own outputs will be found, e.g. `https://example.org/threads`; no trailing slash. */
  readonly baseUrl: string | undefined;
  readonly lints: LintLevels;
  /** House style for every target, resolved from project, draft and `for:`. */
  readonly styles: Readonly<Record<TargetName, Style>>;
}

export interface KeyFigure {
  readonly value: Template;
  readonly label: Template;
}

export interface Correction {
  readonly date: string;
  readonly text: string;
}

export interface ImageCredit {
  readonly credit: string | undefined;
  readonly licence: string | undefined;
}

/** `events: {file: data/events.csv, dated_by: date, …}`. */
export interface DataSource {
  /** The table's name in SQL. */
  readonly name: string;
  /** As written: relative to the draft (or to the project's root when the configuration declares it); a leading `/` is the root. */
  readonly file: string;
  /** As declared, else by the file's ending. */
  readonly format: DataFormat;
  /** What parts two values of a CSV file; `undefined`: what parts most names in its first line. */
  readonly delimiter: string | undefined;
  /** The decimal sign of a CSV or TSV file. */
  readonly decimal: '.' | ',';
  /** The sheet of a workbook; `undefined` is its first. */
  readonly sheet: string | undefined;
  /** Of a text file; `undefined` is UTF-8. */
  readonly encoding: Encoding | undefined;
  /** Names and types that differ from those the file gives. */
  readonly columns: readonly DeclaredColumn[];
  /** By its new name, if it has one. */
  readonly datedBy: string | undefined;
  /** What becomes of rows without a date; `drop` says how many they were. */
  readonly undated: 'keep' | 'drop' | 'error';
  readonly covers: readonly [string, string] | undefined;
  readonly coversSpan: Span | undefined;
  readonly source: string | undefined;
  readonly licence: string | undefined;
  readonly illustrative: boolean;
  /** Where the path stands: in the draft, or in the project's configuration. */
  readonly declaredIn: 'draft' | 'config';
  readonly span: Span;
}

/** `Total killed: {name: total, type: integer}`. */
export interface DeclaredColumn {
  /** As the file calls it. */
  readonly name: string;
  readonly span: Span;
  /** What queries call it; `undefined` leaves its name. */
  readonly rename: string | undefined;
  /** `undefined` leaves it to the values. */
  readonly type: ColumnType | undefined;
}

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';

/** How a data file is written. */
export type DataFormat = 'csv' | 'tsv' | 'json' | 'ndjson' | 'parquet' | 'xlsx';

/** `utf-16` has a mark at its start that tells the order of bytes; `latin-1` is ISO-8859-1. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'windows-1252';

/** How posts are numbered. */
export interface Numbering {
  readonly style: '1.' | '1/' | '1/n' | '(1/n)' | 'none';
  readonly place: 'start' | 'end';
  /** False leaves the opening post without a number; the next is 2. */
  readonly first: boolean;
  readonly start: number;
}

/** An SQL file that `imports` names. */
export interface ImportPath {
  /** As written: relative to the draft (or to the project's root when the configuration names it); a leading `/` is the root. */
  readonly file: string;
  readonly declaredIn: 'draft' | 'config';
  readonly span: Span;
}

/** An SQL file whose statements are queries of a draft. */
export interface ImportedFile {
  readonly source: SourceFile;
  readonly record: FileRecord;
}

/** A fenced `sql` block, or a statement of an imported file. */
export interface QueryBlock {
  /** The file that the spans are in. */
  readonly source: SourceFile;
  /** `undefined` for a query of the draft's own. */
  readonly importedFrom: FileRecord | undefined;
  readonly name: string;
  readonly nameSpan: Span;
  readonly key: string | undefined;
  /** True for an expectation block, whose rows are offences. */
  readonly expectNone: boolean;
  readonly sql: Embedded;
  readonly span: Span;
}

/** A fenced `vega-lite` block. */
export interface ChartBlock {
  readonly name: string;
  readonly nameSpan: Span;
  /** YAML or JSON. */
  readonly spec: Embedded;
  /** The spec's titles, subtitles and sources that hold tags or claims. */
  readonly texts: readonly ChartTemplate[];
  /** The words of the spec that hold none: titles of the chart, its axes and legends, descriptions, texts set into it. */
  readonly typed: readonly Template[];
  /** Whole fence. */
  readonly span: Span;
}

/** A string of a chart's spec that holds tags or claims. */
export interface ChartTemplate {
  /** Keys and indexes from the spec's root, e.g. `['title', 'subtitle', 0]`. */
  readonly path: readonly (string | number)[];
  readonly template: Template;
}

/** A fenced `table` block. */
export interface TableBlock {
  readonly name: string;
  readonly nameSpan: Span;
  /** By default the query of the table's own name; `undefined` where the block could not be read. */
  readonly query: Spanned | undefined;
  /** `undefined` is every column of the query. */
  readonly columns: readonly TableColumn[] | undefined;
  /** The most rows that are shown. */
  readonly limit: { readonly rows: number; readonly span: Span } | undefined;
  readonly note: Template | undefined;
  /** Whether it has a sheet of its own in a report, turned; `undefined` leaves it to its width. */
  readonly landscape: boolean | undefined;
  readonly span: Span;
}

/** `{field: boats, label: Boats, format: num digits=1, align: right, total: true}`. */
export interface TableColumn {
  readonly field: Spanned;
  readonly label: Template | undefined;
  /** A call of a helper without its first argument, which is the cell; its arguments are literals. */
  readonly format: CallExpression | undefined;
  readonly align: TableAlign | undefined;
  /** Where `total: true` stands. */
  readonly total: Span | undefined;
}

export type TableAlign = 'left' | 'right' | 'center';

/** A word with its place. */
export interface Spanned {
  readonly text: string;
  readonly span: Span;
}

/** `<!-- post: id=burst marks=roman split=error -->`. */
export interface PostAttributes {
  readonly id: string | undefined;
  readonly marks: 'draft' | 'roman' | 'roman-paren';
  /** `undefined` leaves it to the draft. */
  readonly split: SplitMode | undefined;
}

/** What becomes of a post that is over its platform’s limit: it is split, or it is an error. */
export type SplitMode = 'auto' | 'error';

export interface TagNode {
  type: 'tag';
  tag: OutputTag;
  span: Span;
}

/** A block: its tags folded around what they hold. */
export interface BlockNode {
  type: 'block';
  name: BlockName;
  arms: Arm[];
  span: Span;
}

/** One arm of a block; the first has the opening tag, the others an `{{else}}`. */
export interface Arm {
  readonly tag: OpenTag | ElseTag;
  readonly children: (RootContent | PhrasingContent)[];
}

/** `[words](check:expression)`. */
export interface ClaimNode {
  type: 'claim';
  claim:
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'ack' | 'said'; readonly reason: string };
  /** The text after `check:`. */
  source: string;
  children: PhrasingContent[];
  /** Where the words stand, without the link around them. */
  wordsSpan: Span;
  /** Id of the `Figure` on record: only in a `Story`. */
  id?: string;
  span: Span;
}

/** `![alt](chart:daily 'caption')`, `![alt](images/map.png)`. */
export interface MediaNode {
  type: 'media';
  kind: 'chart' | 'table' | 'file';
  /** A chart's or table's name, or a file's path as written. */
  name: string;
  nameSpan: Span;
  alt: Template;
  caption: Template | undefined;
  span: Span;
}

/** A table with `<!-- table: … -->` above it: numbered, with a caption, on a sheet across if it asks for one. */
export interface TableFigureNode {
  type: 'tableFigure';
  /** What `{{ref}}` calls it. */
  name: string | undefined;
  nameSpan: Span;
  landscape: boolean;
  /** The caption, if there is one, then the table. */
  children: (Paragraph | Table)[];
  span: Span;
}

/** `<!-- post: … -->`. */
export interface PostNode {
  type: 'post';
  attributes: PostAttributes;
  /** Of `id=burst`. */
  idSpan: Span | undefined;
  span: Span;
}

/** A tag, evaluated: only in a `Story`, never in a `Draft`. */
export interface FigureNode {
  type: 'figure';
  /** Id of the `Figure` on record. */
  id: string;
  text: string;
  origin: 'data' | 'phrase' | 'tag';
  /** For `<data value>` and `<time datetime>`. */
  machine: Machine;
  /** Only of a `{{ref}}` or `{{post}}` in a thread. */
  refersTo?: Reference;
  span: Span;
}

/** What a `{{ref}}` or `{{post}}` of a thread names. */
export type Reference =
  | { readonly kind: 'media'; readonly name: string }
  /** A post of the draft, counted from 1; its number is known when the posts are split. */
  | { readonly kind: 'post'; readonly post: number; readonly capital: boolean };

declare module 'mdast' {
  interface PhrasingContentMap {
    tag: TagNode;
    block: BlockNode;
    claim: ClaimNode;
    media: MediaNode;
    figure: FigureNode;
  }
  interface RootContentMap {
    tag: TagNode;
    block: BlockNode;
    claim: ClaimNode;
    media: MediaNode;
    post: PostNode;
    tableFigure: TableFigureNode;
    figure: FigureNode;
  }
}
