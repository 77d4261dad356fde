import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { LocalePack } from '../figure/locale.js';
import { postName } from '../figure/post-name.js';
import type { Numbering } from '../model/draft.js';
import type { Filling, PendingReference } from './filling.js';
import { figureNodes, sayReference } from './resolve-references.js';
import type { FilledPost } from './split-posts.js';

/**
 * Gives the `{{post}}`s of a thread their words, when it is known which posts there are. Where a post is split, the numbers
 * behind it are others: rendering says them anew.
 */
export function resolvePosts(
  posts: readonly FilledPost[],
  filling: Filling,
  { numbering, locale }: { readonly numbering: Numbering; readonly locale: LocalePack },
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
      const index = posts.indexOf(target);
      const words = target === home ? locale.phrases.thisPost : postName(index, numbering, locale);
      sayReference(reference, words, filling, locale);
      reference.node.refersTo = { kind: 'post', post: index + 1, capital: reference.capital };
    }
  }
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
