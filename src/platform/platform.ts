import type { Entity } from '../model/thread.js';
import type { PlatformId } from '../model/target.js';

/** What a platform takes, how it counts and what it makes live. */
export interface Platform {
  readonly id: PlatformId;
  /** As people write it, e.g. `Bluesky`. */
  readonly name: string;
  /** The most a post may count, in `unit`. */
  readonly limit: number;
  /** What is counted, in words, e.g. `weighted characters`. */
  readonly unit: string;
  /** True where a thread is one post: all its posts joined by an empty line, without numbers. */
  readonly joins: boolean;
  /** The most different links of one post; `undefined` where the platform names no number. */
  readonly maxLinks: number | undefined;
  /** The most hashtags of one post; `undefined` where the platform names no number. */
  readonly maxHashtags: number | undefined;
  readonly maxImages: number;
  /** The most bytes an image may have. */
  readonly maxImageBytes: number;
  /** The most pixels an image may have, its width times its height; `undefined` where the platform names no number. */
  readonly maxImagePixels: number | undefined;
  /** The most pixels its longer side may have; `undefined` where the platform names no number. */
  readonly maxImageSide: number | undefined;
  /** How many times as long as the shorter its longer side may be; `undefined` where the platform names no number. */
  readonly maxImageRatio: number | undefined;
  /** The media types of images that it takes, e.g. `image/png`. */
  readonly imageTypes: readonly string[];
  /** The most an image's alt text may have, in graphemes. */
  readonly altLimit: number;
  /** The length of a post in `unit`. */
  readonly count: (text: string) => number;
  readonly measure: (text: string) => Measure;
  /** Links, hashtags and mentions that the platform will make of a plain text, in order and apart from each other. */
  readonly findEntities: (text: string) => readonly Entity[];
  /** The page where a post can be written, this text in it; `undefined` where there is none that takes a text. */
  readonly composeUrl: (text: string) => string | undefined;
}

/** How long a text is, in every unit that its platform limits. */
export interface Measure {
  /** The first is what people are shown; a post is too long when any of them is past its limit. */
  readonly sizes: readonly [Size, ...Size[]];
  /** What a person should know about the count, e.g. that it may be higher than the platform's own. */
  readonly note: string | undefined;
}

export interface Size {
  readonly count: number;
  readonly limit: number;
  readonly unit: string;
}

/** The first size that is past its limit; `undefined` when the text fits. */
export function excessOf(measure: Measure): Size | undefined {
  return measure.sizes.find((size) => size.count > size.limit);
}
