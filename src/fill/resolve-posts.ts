import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { LocalePack } from '../figure/locale.js';
import { postName } from '../figure/post-name.js';
import type { Numbering } from '../model/draft.js';
import type { PlatformId } from '../model/target.js';
import { PLATFORMS } from '../platform/platforms.js';
import type { Filling, PendingReference } from './filling.js';
import { figureNodes, sayReference } from './resolve-references.js';
import type { FilledPost } from './split-posts.js';

export interface ResolvePostsOptions {
  readonly platform: PlatformId;
  readonly numbering: Numbering;
  readonly locale: LocalePack;
}

/**
 * Gives the `{{post}}`s of a thread their words, when it is known which posts there are. Where a post is split, the numbers
 * behind it are others: rendering says them anew. Where all posts are one, none has a name but that one.
 */
export function resolvePosts(
  posts: readonly FilledPost[],
  filling: Filling,
  { platform, numbering, locale }: ResolvePostsOptions,
): void {
  const homes = new Map(posts.flatMap((post) => figureNodes(post.children).map((node) => [node, post] as const)));
  for (const reference of postReferences(filling)) {
    const home = homes.get(reference.node);
    if (!home) continue;
    filling.references.delete(reference);
    const found = posts.filter(({ attributes }) => attributes.id === reference.name);
    const [target] = found;
    if (!target || found.length > 1) reportUnknown(reference, found.length, posts, filling);
    else {
      if (target !== home && PLATFORMS[platform].joins) refuseJoined(reference, platform, filling);
      const index = posts.indexOf(target);
      const words = target === home ? locale.phrases.thisPost : postName(index, numbering, locale);
      sayReference(reference, words, filling, locale);
      reference.node.refersTo = { kind: 'post', post: index + 1, capital: reference.capital };
    }
  }
}

/** Says that posts of a thread which are one where it is published cannot be told apart. */
function refuseJoined({ node, name }: PendingReference, platform: PlatformId, { draft, messages }: Filling): void {
  const others = draft.frontMatter.platforms.filter((one) => !PLATFORMS[one].joins).map((one) => `"${one}"`);
  const note =
    others.length === 0
      ? 'Name the passage in words'
      : `Put the sentence into \`{{#only ${others.join(' ')}}}…{{/only}}\`, or name the passage in words`;
  messages.push(
    messageAt(
      draft.source,
      node.span,
      'tag-place',
      `Unexpected \`post "${name}"\` on ${PLATFORMS[platform].name}, where all posts are one`,
      note,
    ),
  );
}

/** Says that a page has no posts to name. */
export function refusePosts(filling: Filling, page: 'brief' | 'report'): void {
  for (const reference of postReferences(filling)) {
    filling.references.delete(reference);
    filling.messages.push(
      messageAt(
        filling.draft.source,
        reference.node.span,
        'tag-place',
        `Unexpected \`post\` in a ${page}, which has no posts`,
        'Put the sentence into `{{#only "thread"}}…{{/only}}`',
      ),
    );
  }
}

function postReferences({ references }: Filling): PendingReference[] {
  return [...references].filter(({ helper }) => helper === 'post');
}

function reportUnknown(
  { name, nameSpan }: PendingReference,
  found: number,
  posts: readonly FilledPost[],
  { messages, draft }: Filling,
): void {
  const ids = posts.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  const near = nearestName(name, ids);
  const reason = found > 1 ? `${found} posts have this id` : 'no post of this thread has this id';
  const note =
    found > 1
      ? 'Give each post an id of its own'
      : near === undefined
        ? `Write \`<!-- post: id=${name} -->\` first in that post; one that a condition leaves out has to be guarded here too`
        : `Did you mean \`"${near}"\`?`;
  messages.push(
    messageAt(draft.source, nameSpan, 'reference-unknown', `Unexpected reference to \`${name}\`, ${reason}`, note),
  );
}
