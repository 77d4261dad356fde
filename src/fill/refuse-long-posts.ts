import type { RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Filling } from './filling.js';
import type { FilledPost } from './split-posts.js';

/** Far more than any platform takes and any reader reads; splitting looks at every place of a post that is too long. */
const MOST_CHARACTERS = { post: 10_000, thread: 40_000 };

/** Says where a post or a whole thread is past all reason, and leaves a dash of its words. */
export function refuseLongPosts(posts: readonly FilledPost[], { draft, messages }: Filling): FilledPost[] {
  let all = 0;
  return posts.map((post) => {
    const length = countCharacters(post.children);
    all += length;
    const what = length > MOST_CHARACTERS.post ? 'post' : all > MOST_CHARACTERS.thread ? 'thread' : undefined;
    if (what === undefined) return post;
    const most = MOST_CHARACTERS[what].toLocaleString('en-GB');
    if (what === 'post' || all - length <= MOST_CHARACTERS.thread)
      messages.push(
        messageAt(
          draft.source,
          { start: post.span.start, end: post.span.start + 1 },
          'draft-too-large',
          `Unexpected ${what} of more than ${most} characters, expected at most that`,
          what === 'post'
            ? 'Part it with lines `---`, or keep it for the page with `{{#only "brief" "report"}}`'
            : 'Make drafts of its parts, or keep them for the page with `{{#only "brief" "report"}}`',
        ),
      );
    return { ...post, children: [{ type: 'paragraph', children: [{ type: 'text', value: '–' }] }] };
  });
}

function countCharacters(nodes: readonly RootContent[]): number {
  return nodes.reduce((sum, node) => {
    const own = 'value' in node && typeof node.value === 'string' ? node.value.length : 0;
    return sum + own + ('children' in node ? countCharacters(node.children) : 0);
  }, 0);
}
