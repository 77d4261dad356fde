import type { Message, Outcome } from '../../diagnostic/message.js';
import type { Numbering } from '../../model/draft.js';
import type { SourceFile } from '../../model/position.js';
import type { Story, StoryMedia, StoryPost } from '../../model/story.js';
import type { Thread, ThreadMedia, ThreadPost } from '../../model/thread.js';
import type { Platforms } from '../../platform/platforms.js';
import type { Platform } from '../../platform/platform.js';
import { blockTexts } from './block-text.js';
import { checkEntities } from './check-entities.js';
import { checkLength } from './check-length.js';
import { inlineText } from './inline-text.js';
import { labelled, postNumber } from './post-label.js';
import { report, type RenderContext } from './render-context.js';
import { tidyText } from './tidy-text.js';

export interface RenderThreadOptions {
  readonly source: SourceFile;
  /** As the draft meets them. */
  readonly platforms: Platforms;
  readonly numbering: Numbering;
  /** Whether a line break in a paragraph is one in the post, or a space. */
  readonly breaks: 'keep' | 'join';
  /** Only to show how a relative address is written in full. */
  readonly baseUrl?: string | undefined;
  /** Where a picture lies, relative to the draft's output folder. */
  readonly mediaFile: (media: StoryMedia) => string;
}

/**
 * Renders a story as the plain text of a thread.
 *
 * - Paragraphs are parted by an empty line; what stands on the very next line of the draft does so in the post.
 * - Emphasis, code and claims are their words. A link is its words and its address, `our report https://…`.
 * - Lists have `•`, nested `–`, or numbers as in the draft; `marks=roman` gives `i.`, tasks `☐` and `☑`. No line is indented.
 * - A quotation stands in curly quotation marks, unless it brings its own; a last line `— Name` stays outside.
 * - Headings and comments are left out; pictures leave no text.
 * - Text is in NFC, without spaces at line ends and with at most one empty line in a row.
 */
export function renderThread(story: Story, options: RenderThreadOptions): Outcome<Thread> {
  if (story.target.kind !== 'thread')
    throw new Error(`A thread is made of a story for a platform, not for a ${story.target.kind}`);
  const platform = options.platforms[story.target.platform];
  const messages: Message[] = [];
  const posts = story.posts.map((post, index) => {
    const context: RenderContext = {
      source: options.source,
      platform,
      breaks: options.breaks,
      baseUrl: options.baseUrl,
      marks: post.attributes.marks,
      messages: [],
    };
    const rendered = renderPost(post, index, story.posts.length, options, context);
    messages.push(...context.messages);
    return rendered;
  });
  return { value: { platform: platform.id, posts, splits: [] }, messages };
}

function renderPost(
  post: StoryPost,
  index: number,
  posts: number,
  options: RenderThreadOptions,
  context: RenderContext,
): ThreadPost {
  const { platform } = context;
  const number = postNumber(index, options.numbering);
  const words = tidyText(blockTexts(post.children, context));
  if (words.text === '' && post.media.length === 0 && context.messages.length === 0) {
    report(context, post.span, 'post-empty', 'Unexpected post without words or picture', 'Threads leave headings out');
  }
  const text = labelled(words, number, options.numbering, { posts, list: startsWithList(post) });
  const entities = platform.findEntities(text.text);
  checkEntities(text, entities, context);
  checkLength({ ordinal: index + 1, text, entities, span: post.span }, context);
  checkMedia(post, index, platform, context);
  return {
    sourcePost: index + 1,
    part: undefined,
    number,
    text: text.text,
    count: platform.count(text.text),
    limit: platform.limit,
    entities,
    media: post.media.map((media) => threadMedia(media, options, context)),
    span: post.span,
  };
}

function startsWithList({ children }: StoryPost): boolean {
  return children.find(({ type }) => type !== 'heading' && type !== 'html')?.type === 'list';
}

function checkMedia(post: StoryPost, index: number, platform: Platform, context: RenderContext): void {
  const extra = post.media[platform.maxImages];
  if (!extra) return;
  report(
    context,
    extra.span,
    'media-limit',
    `Unexpected ${post.media.length} images in post ${index + 1} on ${platform.name}, expected at most ${platform.maxImages}`,
    'Spread them over more posts',
  );
}

function threadMedia(media: StoryMedia, { mediaFile }: RenderThreadOptions, context: RenderContext): ThreadMedia {
  const alt = inlineText(media.alt, { ...context, messages: [] }).text;
  return {
    kind: media.kind,
    name: media.name,
    file: mediaFile(media),
    alt: alt.replace(/\s+/g, ' ').trim().normalize('NFC'),
  };
}
