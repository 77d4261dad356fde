import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Split, Thread } from '../model/thread.js';
import { PLATFORMS } from '../platform/platforms.js';

/** Says which posts of a draft became several and why, one message a post for all platforms. */
export function checkSplits(threads: readonly Thread[], source: SourceFile): Message[] {
  const byPost = new Map<number, OnPlatform[]>();
  for (const { platform, splits } of threads)
    for (const split of splits)
      byPost.set(split.post, [...(byPost.get(split.post) ?? []), { name: PLATFORMS[platform].name, split }]);
  return [...byPost]
    .sort(([a], [b]) => a - b)
    .map(([post, found]) => {
      const places = found.map(({ name, split }) => `${split.parts} posts on ${name}: ${split.why}`);
      const reason = `Post ${post} is ${places.join('; ')}`;
      return messageAt(source, found[0]?.split.cuts[0] ?? { start: 0, end: 0 }, 'post-split', reason, noteOn(found));
    });
}

interface OnPlatform {
  readonly name: string;
  readonly split: Split;
}

function noteOn(found: readonly OnPlatform[]): string {
  const broken = [...new Set(found.flatMap(({ split }) => split.broken))];
  const part = 'Shorten it, part it yourself with a line `---`, or forbid it with `<!-- post: split=error -->`';
  if (broken.length === 0) return part;
  return `The cut goes through a ${broken.join(' and ')} that no single post has room for. ${part}`;
}
