import type { DataSource, FrontMatter, ImportPath, Numbering } from './draft.js';
import type { InstancePath } from './instance.js';
import type { LintLevels } from './lints.js';
import type { PartialStyle } from './style.js';
import type { TaggedWord } from './tagged-word.js';
import type { Output, PlatformId } from './target.js';

/** What a project's configuration gives every draft that does not say otherwise. */
export interface DraftDefaults {
  readonly data: readonly DataSource[];
  readonly imports: readonly ImportPath[];
  readonly lang: string;
  readonly authors: readonly string[];
  readonly outputs: readonly Output[];
  readonly platforms: readonly PlatformId[];
  readonly instanceFile: InstancePath | undefined;
  readonly numbering: Numbering;
  readonly split: FrontMatter['split'];
  readonly breaks: FrontMatter['breaks'];
  readonly tagFirstMention: readonly TaggedWord[];
  readonly paper: FrontMatter['paper'];
  readonly baseUrl: string | undefined;
  readonly lints: LintLevels;
  readonly style: PartialStyle;
}

/** What ships. */
export const DEFAULTS: DraftDefaults = {
  data: [],
  imports: [],
  lang: 'en-GB',
  authors: [],
  outputs: ['thread', 'brief', 'report'],
  platforms: ['x', 'bluesky', 'mastodon'],
  instanceFile: undefined,
  numbering: { style: '1.', place: 'start', first: true, start: 1 },
  split: 'auto',
  breaks: 'keep',
  tagFirstMention: [],
  paper: 'a4',
  baseUrl: undefined,
  lints: new Map(),
  style: {},
};
