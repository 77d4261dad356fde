import type { Draft } from '../model/draft.js';
import { mastodonOf } from './mastodon.js';
import { PLATFORMS, type Platforms } from './platforms.js';

/** The platforms as a draft meets them: with its own Mastodon server, and its content warning. */
export function platformsOf({ instance, frontMatter }: Pick<Draft, 'instance' | 'frontMatter'>): Platforms {
  return { ...PLATFORMS, mastodon: mastodonOf({ instance, contentWarning: frontMatter.contentWarning }) };
}
