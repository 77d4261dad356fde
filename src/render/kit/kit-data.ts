import { createHash } from 'node:crypto';
import type { PostFile } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import type { Thread, ThreadMedia, ThreadPost } from '../../model/thread.js';
import { inHouse, localePack } from '../../figure/locale-pack.js';
import { textDirection } from '../../figure/text-direction.js';
import { graphemes } from '../../platform/graphemes.js';
import { platformsOf } from '../../platform/platforms-of.js';
import { pageWords } from '../page/page-words.js';
import { formatDay } from '../page/format-day.js';
import type { KitWords } from '../words/kit-set.js';
import type { Written } from '../words/kit-thread.js';
import { kitWords } from '../words/kit-words.js';
import { putWords } from '../words/put-words.js';
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
  const { words, lang, dir } = kitWords(frontMatter.lang);
  const write = writerOf(parts);
  const name = frontMatter.authors[0] ?? title;
  const pictures = pictureIds(parts);
  const threads = parts.threads.map((thread) => threadData(thread, { ...parts, pictures, words, write }));
  return {
    lang: frontMatter.lang,
    dir: textDirection(frontMatter.lang),
    frame: { lang, dir },
    kit: { ...words.frame, pageTitle: putWords(words.frame.pageTitle, { title }) },
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
    data: dataBlock('kit-data', scriptData(parts, words, write)),
    tool: parts.tool,
  };
}

interface ThreadParts extends KitParts {
  /** The id of each picture on the page, by its file. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly words: KitWords;
  readonly write: Writer;
}

/** Writes a number in the digits of the draft. */
type Writer = (value: number) => Written;

function writerOf({ draft: { frontMatter } }: KitParts): Writer {
  const style = frontMatter.styles.brief;
  const { numbers } = inHouse(localePack(frontMatter.lang), style);
  return (value) => ({ value, text: numbers.written?.(grouped(value)) ?? grouped(value) });
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
  const { words, write } = parts;
  const { name, unit, limit, joins } = platformsOf(parts.draft)[platform];
  return {
    id: platform,
    name,
    unit,
    limit: write(limit).text,
    count: posts.length,
    sum: words.sum({ name, posts: write(posts.length), limit: write(limit), unit, joins }),
    isOne: posts.length === 1,
    joins,
    hasPictures: posts.some(({ media }) => media.length > 0),
    splits: splits.map(({ post, parts: number, why, count, limit: most }) => ({
      post,
      parts: number,
      why,
      words: words.split({
        post: write(post).text,
        parts: write(number),
        count: write(count),
        limit: write(most).text,
        unit,
        why,
      }),
    })),
    posts: posts.map((post, index) => postData(post, { platform, index, posts: posts.length }, parts)),
  };
}

interface PostPlace {
  readonly platform: Thread['platform'];
  readonly index: number;
  readonly posts: number;
}

function postData(post: ThreadPost, { platform, index, posts }: PostPlace, parts: ThreadParts): TemplateData {
  const { text, count, limit, media, part, sourcePost } = post;
  const id = `${platform}-${index + 1}`;
  const { write } = parts;
  const { composeUrl, name } = platformsOf(parts.draft)[platform];
  const put = putter(parts, {
    post: write(index + 1).text,
    posts: write(posts).text,
    before: write(index).text,
    source: write(sourcePost).text,
    part: write(part?.index ?? 0).text,
    parts: write(part?.of ?? 0).text,
    platform: name,
  });
  return {
    id,
    index,
    ordinal: index + 1,
    before: index,
    isFirst: index === 0,
    isLast: index === posts - 1,
    words: put(POST_WORDS),
    html: postHtml(post),
    hasText: text !== '',
    count: write(count).text,
    limit: write(limit).text,
    /** Of 100, for a ring. */
    share: Math.round((count / limit) * 100),
    isNear: count > limit * 0.95,
    compose: composeUrl(text) ?? '',
    sourcePost,
    part: part && { index: part.index, of: part.of },
    grid: media.length > 4 ? 'many' : `of-${media.length}`,
    isCropped: media.length > 1,
    pictures: media.map((shown, at) =>
      mediaData(shown, { id: `${id}-${at + 1}`, index: at, post: write(index + 1).text }, parts),
    ),
  };
}

const POST_WORDS = [
  'post',
  'ofPosts',
  'part',
  'copyOf',
  'composeOf',
  'markOf',
  'reply',
  'openBefore',
] as const satisfies readonly (keyof KitWords['frame'])[];
const PICTURE_WORDS = [
  'image',
  'copyAltOf',
  'copyImageOf',
  'downloadOf',
] as const satisfies readonly (keyof KitWords['frame'])[];

/** Words of the frame about one post or picture, with its numbers in them. */
function putter({ words: { frame } }: ThreadParts, values: Readonly<Record<string, string>>) {
  return (names: readonly (keyof KitWords['frame'])[]): TemplateData =>
    Object.fromEntries(names.map((name) => [name, putWords(frame[name], values)]));
}

function mediaData(
  { file, alt }: ThreadMedia,
  { id, index, post }: { readonly id: string; readonly index: number; readonly post: string },
  parts: ThreadParts,
): TemplateData {
  const { pictures, files, write } = parts;
  const found = files.get(file);
  return {
    words: putter(parts, { image: write(index + 1).text, post })(PICTURE_WORDS),
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
function scriptData({ draft, threads }: KitParts, words: KitWords, write: Writer): unknown {
  const platforms = platformsOf(draft);
  return {
    slug: draft.slug,
    server: draft.instance?.domain ?? '',
    words: words.script,
    digits: Array.from({ length: 10 }, (_, digit) => write(digit).text).join(''),
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
