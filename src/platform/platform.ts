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
  readonly maxImages: number;
  /** The most bytes an image may have. */
  readonly maxImageBytes: number;
  /** The most an image's alt text may have, in graphemes. */
  readonly altLimit: number;
  /** The length of a post in `unit`. */
  readonly count: (text: string) => number;
  readonly measure: (text: string) => Measure;
  /** Links, hashtags and mentions that the platform will make of a plain text, in order and apart from each other. */
  readonly findEntities: (text: string) => readonly Entity[];
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
