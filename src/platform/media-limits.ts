import type { ImageLimits } from '../model/image-limits.js';
import type { Thread, ThreadMedia } from '../model/thread.js';
import { imageLimits } from './image-limits.js';
import type { Platforms } from './platforms.js';

/** What a picture may be, so that one file serves every thread that shows it; `undefined` where none does. */
export function mediaLimits(
  { kind, name }: Pick<ThreadMedia, 'kind' | 'name'>,
  threads: readonly Thread[],
  platforms: Platforms,
): ImageLimits | undefined {
  const shows = ({ posts }: Thread): boolean =>
    posts.some(({ media }) => media.some((shown) => shown.kind === kind && shown.name === name));
  return imageLimits(threads.filter(shows).map(({ platform }) => platforms[platform]));
}
