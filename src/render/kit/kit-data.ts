import { createHash } from 'node:crypto';
import type { PostFile } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import type { Thread, ThreadMedia, ThreadPost } from '../../model/thread.js';
import { textDirection } from '../../figure/text-direction.js';
import { graphemes } from '../../platform/graphemes.js';
import { platformsOf } from '../../platform/platforms-of.js';
import { pageWords } from '../page/page-words.js';
import { formatDay } from '../page/format-day.js';
import { plainText } from '../page/plain-text.js';
import { safeHtml, type TemplateData } from '../page/template-data.js';
import { dataBlock } from './kit-script.js';
import { postHtml } from './post-html.js';
import type { KitParts } from './kit-parts.js';

/** Everything that the kit's template gets, but for styles and script; `templates/README.md` explains each field. */
export function kitData(story: Story, parts: KitParts): TemplateData {
  const { frontMatter } = parts.draft;
  const day = (value: string): TemplateData => ({ machine: value, text: formatDay(value, frontMatter.lang) });
  const title = plainText(story.title);
  const name = frontMatter.authors[0] ?? title;
  const pictures = pictureIds(parts);
  const threads = parts.threads.map((thread) => threadData(thread, { ...parts, pictures }));
  return {
    lang: frontMatter.lang,
    dir: textDirection(frontMatter.lang),
    title,
    authors: frontMatter.authors.join(', '),
    name,
    initials: initialsOf(name),
    date: day(frontMatter.date),
    asOf: day(frontMatter.asOf),
    isDraft: frontMatter.status === 'draft',
    illustrative: parts.answers.sources
      .filter(({ illustrative }) => illustrative)
      .map((source) => source.name)
      .join(', '),
    words: pageWords(frontMatter.lang),
    contentWarning: frontMatter.contentWarning,
    isSensitive: frontMatter.sensitive,
    pictures: [...pictures].map(([file, id]) => ({ id, ...pictureData(parts.files.get(file)) })),
    threads,
    hasTabs: threads.length > 1,
    data: dataBlock('kit-data', scriptData(parts)),
    tool: parts.tool,
  };
}

interface ThreadParts extends KitParts {
  /** The id of each picture on the page, by its file. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** Each picture stands on the page once, however many posts show it. */
function pictureIds({ threads }: KitParts): ReadonlyMap<string, string> {
  const files = threads.flatMap(({ posts }) => posts.flatMap(({ media }) => media.map(({ file }) => file)));
  return new Map([...new Set(files)].map((file, index) => [file, `picture-${index + 1}`]));
}

function pictureData(file: PostFile | undefined): TemplateData {
  if (!file) return { width: 0, height: 0, url: '' };
  const { width, height, type, bytes } = file;
  // Escaping a picture of a megabyte twice takes longer than all the rest; base64 has nothing to escape
  return { width, height, url: safeHtml(`data:${type};base64,${Buffer.from(bytes).toString('base64')}`) };
}

function threadData({ platform, posts, splits }: Thread, parts: ThreadParts): TemplateData {
  const { name, unit, limit, joins } = platformsOf(parts.draft)[platform];
  return {
    id: platform,
    name,
    unit,
    limit: grouped(limit),
    count: posts.length,
    isOne: posts.length === 1,
    joins,
    hasPictures: posts.some(({ media }) => media.length > 0),
    splits: splits.map(({ post, parts: number, why }) => ({ post, parts: number, why })),
    posts: posts.map((post, index) => postData(post, { platform, index, last: index === posts.length - 1 }, parts)),
  };
}

interface PostPlace {
  readonly platform: Thread['platform'];
  readonly index: number;
  readonly last: boolean;
}

function postData(post: ThreadPost, { platform, index, last }: PostPlace, parts: ThreadParts): TemplateData {
  const { text, count, limit, media, part, sourcePost } = post;
  const id = `${platform}-${index + 1}`;
  const { composeUrl } = platformsOf(parts.draft)[platform];
  return {
    id,
    index,
    ordinal: index + 1,
    before: index,
    isFirst: index === 0,
    isLast: last,
    html: postHtml(post),
    hasText: text !== '',
    count: grouped(count),
    limit: grouped(limit),
    /** Of 100, for a ring. */
    share: Math.round((count / limit) * 100),
    isNear: count > limit * 0.95,
    compose: composeUrl(text) ?? '',
    sourcePost,
    part: part && { index: part.index, of: part.of },
    grid: media.length > 4 ? 'many' : `of-${media.length}`,
    isCropped: media.length > 1,
    pictures: media.map((shown, at) => mediaData(shown, { id: `${id}-${at + 1}`, index: at }, parts)),
  };
}

function mediaData(
  { file, alt }: ThreadMedia,
  { id, index }: { readonly id: string; readonly index: number },
  { pictures, files }: ThreadParts,
): TemplateData {
  const found = files.get(file);
  return {
    id,
    index,
    ordinal: index + 1,
    picture: pictures.get(file) ?? '',
    file,
    fileName: file.slice(file.lastIndexOf('/') + 1),
    width: found?.width ?? 0,
    height: found?.height ?? 0,
    alt,
  };
}

/** What the script copies and remembers, apart from what the page shows. */
function scriptData({ draft, threads }: KitParts): unknown {
  const platforms = platformsOf(draft);
  return {
    slug: draft.slug,
    server: draft.instance?.domain ?? '',
    threads: threads.map(({ platform, posts }) => ({
      id: platform,
      name: platforms[platform].name,
      posts: marksOf(posts).map((mark, index) => ({
        text: posts[index]?.text,
        mark,
        alts: posts[index]?.media.map(({ alt }) => alt),
      })),
    })),
  };
}

/** What a post is remembered by: its text, so that one that changed is not taken for the one that was posted. */
function marksOf(posts: readonly ThreadPost[]): string[] {
  const seen = new Map<string, number>();
  return posts.map(({ text }) => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return times === 1 ? hash : `${hash}-${times}`;
  });
}

/** The page speaks English, whatever its posts do. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/[\s\p{P}]+/u).filter((word) => word !== '');
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => graphemes(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
