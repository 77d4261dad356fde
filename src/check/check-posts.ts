import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { Story } from '../model/story.js';

/** A thread without a post would be published as an empty file. */
export function checkPosts({ posts }: Story, { source, frontMatter }: Draft): Message[] {
  if (posts.length > 0) return [];
  return [
    messageAt(
      source,
      frontMatter.title.span,
      'post-empty',
      'Unexpected thread without a post, its conditions left nothing in it',
      'For a draft that makes no thread write `outputs: [brief, report]`',
    ),
  ];
}
