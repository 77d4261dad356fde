import type { PlatformId } from '../model/target.js';
import { BLUESKY } from './bluesky.js';
import { LINKEDIN } from './linkedin.js';
import { MASTODON } from './mastodon.js';
import type { Platform } from './platform.js';
import { THREADS } from './threads.js';
import { X } from './x.js';

export type Platforms = Readonly<Record<PlatformId, Platform>>;

/** Every platform a thread can be made for, as it is without a draft's own settings. */
export const PLATFORMS: Platforms = {
  x: X,
  bluesky: BLUESKY,
  mastodon: MASTODON,
  threads: THREADS,
  linkedin: LINKEDIN,
};
