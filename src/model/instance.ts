import type { Span } from './position.js';

/** What a Mastodon server says that a post may hold, from the answer of its `/api/v2/instance`. */
export interface MastodonInstance {
  /** Where its pages are, e.g. `mastodon.example`. */
  readonly domain: string;
  readonly maxCharacters: number;
  /** What every address counts, whatever its length. */
  readonly charactersPerUrl: number;
  readonly maxImages: number;
  readonly maxImageBytes: number;
  /** Width times height. */
  readonly maxImagePixels: number;
  /** The most characters of an image's alt text; `undefined` where an older server does not say. */
  readonly altLimit: number | undefined;
  /** Media types, e.g. `image/png`. */
  readonly imageTypes: readonly string[];
}

/** The file in which a server's answer was saved. */
export interface InstancePath {
  /** As written: relative to the draft (or to the project's root when the configuration names it); a leading `/` is the root. */
  readonly file: string;
  readonly declaredIn: 'draft' | 'config';
  readonly span: Span;
}
