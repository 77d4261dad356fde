import { localePack } from '../../figure/locale-pack.js';
import { textDirection } from '../../figure/text-direction.js';
import type { Outcome } from '../../diagnostic/message.js';
import type { Numbering, SplitMode } from '../../model/draft.js';
import type { SourceFile } from '../../model/position.js';
import type { Rich, Story, StoryMedia, StoryPost } from '../../model/story.js';
import type { TaggedWord } from '../../model/tagged-word.js';
import type { Split, Thread, ThreadMedia, ThreadPost } from '../../model/thread.js';
import type { Platforms } from '../../platform/platforms.js';
import type { Platform, Size } from '../../platform/platform.js';
import { blockTexts } from './block-text.js';
import { checkEntities, range } from './check-entities.js';
import { checkLength } from './check-length.js';
import { grouped } from './grouped.js';
import { inlineText } from './inline-text.js';
import { layOutPosts, say, type LaidOutPost, type Layout, type Part } from './lay-out-posts.js';
import { ledRight } from './led-right.js';
import { placeMedia } from './place-media.js';
import { postNumber } from './post-label.js';
import { report, type RenderContext } from './render-context.js';
import { settleStory } from './settle-story.js';
import { tagFirstMentions } from './tag-first-mentions.js';
import { tidyText } from './tidy-text.js';
import { EMPTY, join, type TracedText, type Whole } from './traced-text.js';

export interface RenderThreadOptions {
  readonly source: SourceFile;
  /** A BCP 47 tag. */
  readonly lang: string;
  /** As the draft meets them. */
  readonly platforms: Platforms;
  readonly numbering: Numbering;
  /** What becomes of a post over the limit, where the post does not say. */
  readonly split: SplitMode;
  /** Whether a line break in a paragraph is one in the post, or a space. */
  readonly breaks: 'keep' | 'join';
  /** Words whose first mention is made a hashtag. */
  readonly tagFirstMention?: readonly TaggedWord[] | undefined;
  /** Only to show how a relative address is written in full. */
  readonly baseUrl?: string | undefined;
  /** Where a picture lies, relative to the draft's output folder. */
  readonly mediaFile: (media: StoryMedia) => string;
}

/** A thread, and its story as the thread tells it: posts have other numbers where some were split. */
export interface RenderedThread extends Outcome<Thread> {
  readonly story: Story;
}

/**
 * Renders a story as the plain text of a thread.
 *
 * - Paragraphs are parted by an empty line; what stands on the very next line of the draft does so in the post.
 * - Emphasis, code and claims are their words. A link is its words and its address, `our report https://…`.
 * - Lists have `•`, nested `–`, or numbers as in the draft; `marks=roman` gives `i.`, tasks `☐` and `☑`. No line is indented.
 * - A quotation stands in curly quotation marks, unless it brings its own; a last line `— Name` stays outside.
 * - Headings and comments are left out; pictures leave no text.
 * - The first plain mention of a word that is to be a hashtag is one.
 * - Text is in NFC, without spaces at line ends and with at most one empty line in a row.
 * - A post over the limit is split, unless it forbids it; on a platform that joins posts, all are one.
 */
export function renderThread(story: Story, options: RenderThreadOptions): RenderedThread {
  if (story.target.kind !== 'thread')
    throw new Error(`A thread is made of a story for a platform, not for a ${story.target.kind}`);
  const platform = options.platforms[story.target.platform];
  const written = story.posts.map((post, index) => writePost(post, index, platform, options));
  const drafts = withHashtags(platform.joins ? joined(written) : written, platform, options);
  const { lang, split } = options;
  const numbering: Numbering = platform.joins ? { ...options.numbering, style: 'none' } : options.numbering;
  const layout = layOutPosts(
    drafts.map(({ words, list, mode }) => ({ words, list, splits: !platform.joins && (mode ?? split) === 'auto' })),
    { platform, numbering, locale: localePack(lang), lang },
  );
  const posts: ThreadPost[] = [];
  const splits: Split[] = [];
  const indexes = new Map<string, number>();
  const firsts: number[] = [];
  drafts.forEach((draft, at) => {
    const laidOut = layout.posts[at];
    if (!laidOut) return;
    firsts.push(posts.length);
    if (laidOut.excess) splits.push(splitOf(draft, laidOut, laidOut.excess));
    const media = placeMedia(
      draft.media,
      laidOut.parts.map(({ words }) => words),
    );
    laidOut.parts.forEach((part, index) => {
      const shown = media[index] ?? [];
      for (const id of idsIn(part, shown)) indexes.set(id, posts.length);
      posts.push(
        finishPost({ ...draft, media: shown }, laidOut, { index, posts: posts.length, numbering, layout, options }),
      );
    });
  });
  const indexOf = (id: string, sourcePost: number): number =>
    indexes.get(id) ?? firsts[platform.joins ? 0 : sourcePost - 1] ?? 0;
  return {
    value: { platform: platform.id, posts, splits },
    story: settleStory(story, {
      indexOf,
      nameOf: ({ refersTo, text }, index) => (refersTo?.kind === 'post' ? layout.nameOf(refersTo, index) : text),
    }),
    messages: drafts.flatMap(({ context }) => context.messages),
  };
}

/** A post of the draft, its words as the platform prints them. */
interface DraftPost extends Pick<StoryPost, 'media' | 'span'> {
  /** Counts from 1. */
  readonly ordinal: number;
  readonly words: TracedText;
  readonly list: boolean;
  readonly mode: SplitMode | undefined;
  readonly context: RenderContext;
}

function writePost(post: StoryPost, index: number, platform: Platform, options: RenderThreadOptions): DraftPost {
  const { attributes, children, media, span } = post;
  const { source, lang, breaks, baseUrl } = options;
  const context: RenderContext = { source, platform, breaks, baseUrl, marks: attributes.marks, messages: [] };
  const words = ledRight(tidyText(blockTexts(children, context)), textDirection(lang));
  if (words.text === '' && media.length === 0 && context.messages.length === 0)
    report(context, span, 'post-empty', 'Unexpected post without words or picture', 'Threads leave headings out');
  const list = children.find(({ type }) => type !== 'heading' && type !== 'html')?.type === 'list';
  return { ordinal: index + 1, words, list, mode: attributes.split, media, span, context };
}

/** All posts as one, an empty line between them. */
function joined(posts: readonly DraftPost[]): DraftPost[] {
  const [first] = posts;
  if (!first) return [];
  const words = posts.map((post) => post.words).filter(({ text }) => text !== '');
  const messages = posts.flatMap(({ context }) => context.messages);
  return [
    {
      ...first,
      words: join(words, '\n\n'),
      media: posts.flatMap(({ media }) => media),
      span: { start: first.span.start, end: posts.at(-1)?.span.end ?? first.span.end },
      context: { ...first.context, messages },
    },
  ];
}

/** Before anything is counted or cut: a hashtag is longer than its word. */
function withHashtags(
  posts: readonly DraftPost[],
  platform: Platform,
  { tagFirstMention = [] }: RenderThreadOptions,
): DraftPost[] {
  const tagged = tagFirstMentions(
    posts.map(({ words }) => words),
    tagFirstMention,
    platform,
  );
  return posts.map((post, index) => ({ ...post, words: tagged[index] ?? post.words }));
}

function splitOf({ ordinal }: DraftPost, { parts, broken }: LaidOutPost, { count, limit, unit }: Size): Split {
  return {
    post: ordinal,
    parts: parts.length,
    why: `${grouped(count)} ${unit}, ${grouped(limit)} fit`,
    count,
    limit,
    cuts: parts.slice(1).map(({ words: { text, marks } }) => range(marks.slice(0, text.search(/\s|$/)))),
    broken: [...new Set(broken.map(({ kind }) => kind))],
  };
}

interface Finishing {
  /** Of the part in its post. */
  readonly index: number;
  /** How many posts stand before it. */
  readonly posts: number;
  readonly numbering: Numbering;
  readonly layout: Layout;
  readonly options: RenderThreadOptions;
}

function finishPost(
  { ordinal, media, span, context }: DraftPost,
  { parts, stuck }: LaidOutPost,
  { index, posts, numbering, layout, options }: Finishing,
): ThreadPost {
  const { platform } = context;
  const text = parts[index]?.text ?? EMPTY;
  const isPart = parts.length > 1;
  const entities = platform.findEntities(text.text);
  checkEntities(text, entities, context);
  checkLength({ ordinal, text, entities, span, stuck }, context);
  checkMedia(media, ordinal, context);
  const nameOf = ({ refersTo }: Whole): string | undefined =>
    refersTo?.kind === 'post' ? layout.nameOf(refersTo, posts) : undefined;
  return {
    sourcePost: ordinal,
    part: isPart ? { index: index + 1, of: parts.length } : undefined,
    number: postNumber(posts, numbering),
    text: text.text,
    count: platform.count(text.text),
    limit: platform.limit,
    entities,
    media: media.map((one) => threadMedia(one, { options, context, nameOf })),
    span: isPart ? range(text.marks) : span,
  };
}

/** The figures and claims that stand in a post, in its words and in those of its pictures. */
function idsIn({ words }: Part, media: readonly StoryMedia[]): Set<string> {
  const inWords = words.marks.flatMap(({ wholes = [] }) => wholes.flatMap(({ id }) => id ?? []));
  const inNodes = (nodes: Rich): string[] =>
    nodes.flatMap((node) => [
      ...('id' in node && node.id !== undefined ? [node.id] : []),
      ...('children' in node ? inNodes(node.children) : []),
    ]);
  return new Set([...inWords, ...media.flatMap(({ alt, caption = [] }) => inNodes([...alt, ...caption]))]);
}

function checkMedia(media: readonly StoryMedia[], ordinal: number, context: RenderContext): void {
  const { name, maxImages } = context.platform;
  const extra = media[maxImages];
  if (!extra) return;
  report(
    context,
    extra.span,
    'media-limit',
    `Unexpected ${media.length} images in post ${ordinal} on ${name}, expected at most ${maxImages}`,
    'Spread them over more posts',
  );
}

interface Showing {
  readonly options: RenderThreadOptions;
  readonly context: RenderContext;
  readonly nameOf: (one: Whole) => string | undefined;
}

function threadMedia(media: StoryMedia, { options, context, nameOf }: Showing): ThreadMedia {
  const alt = say(inlineText(media.alt, { ...context, messages: [] }), nameOf).text;
  return {
    kind: media.kind,
    name: media.name,
    file: options.mediaFile(media),
    alt: alt.replace(/\s+/g, ' ').trim().normalize('NFC'),
  };
}
