import type { Growth } from '../model/growth.js';
import type { Story } from '../model/story.js';
import type { Split, Thread } from '../model/thread.js';

/** Adds to each split of a thread the figures that grew, where the post would still fit with the words that were accepted. */
export function explainSplits(thread: Thread, stories: readonly Story[], growth: readonly Growth[]): Thread {
  const figures =
    stories.find(({ target }) => target.kind === 'thread' && target.platform === thread.platform)?.figures ?? [];
  const explain = (split: Split): Split => {
    const ids = new Set(
      figures
        .filter(({ post }) => post !== undefined && thread.posts[post - 1]?.sourcePost === split.post)
        .map(({ id }) => id),
    );
    const grown = growth.filter(({ id, target }) => target === thread.platform && ids.has(id));
    const more = grown.reduce((sum, { before, after }) => sum + after.length - before.length, 0);
    if (grown.length === 0 || more < split.count - split.limit) return split;
    const words = grown.map(({ before, after }) => `“${before}” is now “${after}”`);
    return { ...split, why: `${split.why}, because ${words.join(' and ')}` };
  };
  return { ...thread, splits: thread.splits.map(explain) };
}
