import type { CardWords } from './card.js';
import type { Draft } from './draft.js';
import type { Answers } from './answers.js';
import type { Picture } from './picture.js';
import type { Figure } from './story.js';
import type { Output } from './target.js';

/** A brief: one self-contained file. */
export interface Brief {
  readonly html: string;
  /** What the picture says that stands for it where its address is shared. */
  readonly card: CardWords;
  /** Figures that its templates computed. */
  readonly figures: readonly Figure[];
}

/** The posting kit: one self-contained file. */
export interface Kit {
  readonly html: string;
  /** Figures that its templates computed. */
  readonly figures: readonly Figure[];
}

/** A picture of a post, as it lies in the draft's output folder. */
export interface PostFile {
  readonly bytes: Uint8Array;
  /** E.g. `image/png`. */
  readonly type: string;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** A report, ready to print. */
export interface Report {
  readonly html: string;
  /** Figures that its templates computed. */
  readonly figures?: readonly Figure[] | undefined;
  readonly print: PrintOptions;
  /** Files that the PDF carries. */
  readonly attachments?: readonly Attachment[] | undefined;
  /** The same page with its page numbers; `undefined` where it has none in its text. */
  readonly paged?: ((pages: Pagination) => string) | undefined;
}

/** A file that a report is to carry in itself. */
export interface PlannedAttachment {
  /** What a reader saves it as, each once. */
  readonly name: string;
  /** Relative to the project's root, with `/`. */
  readonly file: string;
  /** What it is, for people. */
  readonly description: string;
  /** E.g. `text/csv`. */
  readonly type: string;
  /** Whether the report shows what is in it, or was made from it. */
  readonly relation: 'data' | 'source';
  readonly bytes: number;
  /** SHA-256 of what is in it, hex. */
  readonly hash: string;
  /** What is in it, where that is known; else the file is read. */
  readonly text: string | undefined;
}

/** A file that a report carries in itself. */
export type Attachment = Pick<PlannedAttachment, 'name' | 'description' | 'type' | 'relation'> & {
  readonly content: Uint8Array;
};

/** Where things came to stand when a report was printed. */
export interface Pagination {
  /** How many pages there are. */
  readonly count: number;
  /** The page of each id that a link of the report leads to, from 1. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/** What a PDF says about itself. */
export interface PrintOptions {
  readonly title: string;
  readonly lang: string;
  readonly authors: readonly string[];
  /** A sentence on what it is about; may be empty. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Its day, `YYYY-MM-DD`. */
  readonly date: string;
  /** The tool's name and version. */
  readonly tool: string;
}

/** What a page is made of, besides its story. */
export interface PageParts {
  readonly draft: Draft;
  readonly answers: Answers;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Image files by the path the draft writes, as `data:` URLs. */
  readonly images: ReadonlyMap<string, string>;
  /** Outputs that stand beside the page; without it, all that the draft asks for. */
  readonly present?: readonly Output[] | undefined;
  /** Files that the report carries. */
  readonly attachments?: readonly PlannedAttachment[] | undefined;
  readonly templates: Templates;
  /** Returns the `@font-face` rules for the characters a page uses, fonts as `data:` URLs; of every family, or of one. */
  readonly fontFaces: (characters: string, family?: 'Threadwright Serif' | 'Threadwright Sans') => Promise<string>;
  /** Figures of every target, for the page's list of them. */
  readonly tool: string;
}

/** The text of every file of a templates folder, by its path in it, e.g. `brief.hbs`, `partials/head.hbs`, `styles/brief.css`. */
export type Templates = ReadonlyMap<string, string>;

/** An output of a draft: by its own name, or by a word of the page that lists it. */
export interface IndexLink {
  readonly label: string | { readonly word: 'brief' | 'report' | 'thread' | 'figures' };
  readonly href: string;
}

/** What the index knows of a draft. */
export interface IndexEntry {
  readonly slug: string;
  readonly title: string;
  readonly standfirst: string | undefined;
  readonly date: string;
  readonly lang: string;
  readonly illustrative: boolean;
  /** True with `status: draft`. */
  readonly isDraft: boolean;
  /** What people read, in the order to list it: paths relative to the index, e.g. `weekly/brief.html`. */
  readonly outputs: readonly IndexLink[];
  /** What people and programs copy from: the texts of threads, the record of figures. */
  readonly files: readonly IndexLink[];
  readonly picture: IndexPicture | undefined;
  /** A key figure, which stands in the place of a picture where there is none. */
  readonly figure?: { readonly value: string; readonly label: string } | undefined;
}

/** What stands for a draft in the index. */
export interface IndexPicture {
  /** Relative to the index, e.g. `weekly/charts/daily.svg`. */
  readonly path: string;
  /** The same for dark pages, where there is one. */
  readonly dark: string | undefined;
  readonly width: number;
  readonly height: number;
}

/** What a page says of one draft, in the draft’s language. */
export interface Spoken {
  readonly lang: string;
}

/** What changed in a draft since its lock, for people to read. */
export interface DiffEntry {
  readonly name: string;
  /** E.g. `3 changed, 1 new`; empty where no figure did. */
  readonly count: string;
  readonly changes: readonly DiffChange[];
  /** Data and queries that changed though no figure did. */
  readonly stale: readonly string[];
  /** Lines for `corrections:`; may be empty. */
  readonly corrections: string;
}

export interface DiffChange {
  /** Where it stands now; `undefined` for what is gone. */
  readonly line: number | undefined;
  /** A sentence, or a figure alone, as it was and as it is. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What became of it, where its words are the same, or it is new or gone. */
  readonly words: string | undefined;
  /** The sentence that `words` is about, as it is, where nobody knows what it was. */
  readonly sentence: string | undefined;
  readonly causes: readonly string[];
}

/** What a draft would say under other data, for an editor to read. */
export interface VaryEntry {
  readonly name: string;
  /** E.g. `21 claims: 19 turn false under some data, 2 never do`. */
  readonly count: string;
  readonly sentences: readonly VarySentence[];
  readonly idle: readonly VaryClaim[];
  /** Changes under which a query fails, and why. */
  readonly failures: readonly { readonly change: string; readonly reason: string }[];
}

export interface VarySentence {
  readonly line: number;
  /** As it is; empty where it is left out. */
  readonly text: string;
  readonly variants: readonly VaryVariant[];
}

export interface VaryVariant {
  readonly kind: 'said' | 'failed' | 'disliked' | 'gone' | 'same';
  readonly text: string;
  /** What is wrong with it; empty for nothing. */
  readonly reason: string;
  readonly changes: string;
}

export interface VaryClaim {
  readonly line: number;
  readonly text: string;
  readonly expression: string;
  readonly tried: string;
}
