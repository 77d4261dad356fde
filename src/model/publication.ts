import type { Answers } from './answers.js';
import type { Draft } from './draft.js';
import type { Picture } from './picture.js';
import type { Span } from './position.js';
import type { Story } from './story.js';
import type { TablePicture } from './table-picture.js';
import type { Thread } from './thread.js';

/** Everything that one draft became; a part that was not asked for is empty or `undefined`. */
export interface Publication {
  readonly draft: Draft;
  readonly answers: Answers;
  /** One for each target, in the order of the draft's outputs. */
  readonly stories: readonly Story[];
  readonly threads: readonly Thread[];
  /** The page to post the threads from. */
  readonly kit: string | undefined;
  readonly brief: string | undefined;
  /** The picture that stands for the brief where its address is shared, a PNG. */
  readonly card: Uint8Array | undefined;
  readonly report: Uint8Array | undefined;
  readonly pictures: readonly Picture[];
  /** Of the tables that posts show. */
  readonly tables: readonly TablePicture[];
  /** Image files shown, as posts have them, by the path the draft writes. */
  readonly images: ReadonlyMap<string, ImageFile>;
  /** Name and version of the browser that printed the report. */
  readonly browser: string | undefined;
}

/** Where a publication comes from, for its records. */
export interface Origin {
  /** The draft's file, relative to its project's root, wherever the command was given. */
  readonly draft: string;
  /** The tool's name and version. */
  readonly tool: string;
}

/** Image files that a draft shows, by the path it writes. */
export type FoundImages = ReadonlyMap<string, FoundImage>;

/** An image of the project that is there and is one. */
export interface FoundImage {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly bytes: number;
  /** E.g. `image/png`. */
  readonly type: string;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** Where the draft shows it first. */
  readonly span: Span;
}

/** An image of the project. */
export interface ImageFile {
  readonly bytes: Uint8Array;
  /** E.g. `image/png`. */
  readonly type: string;
  /** Pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** An image of the project, ready to be published: without what its camera wrote into it. */
export interface ReadyImage {
  /** For pages. */
  readonly page: ImageFile;
  /** For posts: within the limits of every platform that shows it. */
  readonly post: ImageFile;
}
