import type { PlatformId } from '../model/target.js';
import { BLUESKY } from './bluesky.js';
import { LINKEDIN } from './linkedin.js';
import { MASTODON } from './mastodon.js';
import type { Platform } from './platform.js';
import { THREADS } from './threads.js';
import { X } from './x.js';

/** Every platform a thread can be made for. */
export const PLATFORMS: Readonly<Record<PlatformId, Platform>> = {
  x: X,
  bluesky: BLUESKY,
  mastodon: MASTODON,
  threads: THREADS,
  linkedin: LINKEDIN,
};
