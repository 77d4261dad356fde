import type { Origin, Publication } from '../../model/publication.js';
import type { Thread, ThreadMedia, ThreadPost } from '../../model/thread.js';
import type { Platforms } from '../../platform/platforms.js';
import { platformsOf } from '../../platform/platforms-of.js';

/** Goes up by one whenever the shape changes; `schemas/thread.schema.json` says what that is. */
const VERSION = 2;

/** The threads of a draft as `thread.json` keeps them: JSON values, keys in a fixed order. */
export function threadJson(
  publication: Pick<Publication, 'draft' | 'answers' | 'threads' | 'pictures' | 'tables' | 'images'>,
  origin: Origin,
): unknown {
  const { draft, answers, threads } = publication;
  const { date, lang, contentWarning, sensitive } = draft.frontMatter;
  return {
    $schema: `urn:threadwright:thread:${VERSION}`,
    version: VERSION,
    draft: origin.draft,
    slug: draft.slug,
    date,
    language: lang,
    tool: origin.tool,
    illustrative: answers.sources.some(({ illustrative }) => illustrative),
    content_warning: contentWarning ?? null,
    sensitive,
    threads: threads.map((thread) => threadRecord(thread, platformsOf(draft), sizesOf(publication))),
  };
}

/** The size of a medium in pixels. */
type Sizes = (media: ThreadMedia) => { readonly width: number; readonly height: number };

function sizesOf({ pictures, tables, images }: Pick<Publication, 'pictures' | 'tables' | 'images'>): Sizes {
  // No chart and table have one name
  const drawn = new Map([...pictures, ...tables].map(({ name, pixels }) => [name, pixels]));
  return ({ kind, name }) => {
    const size = (kind === 'file' ? images : drawn).get(name);
    if (!size) throw new Error(`There is no picture of the ${kind} ${name}`);
    return size;
  };
}

function threadRecord({ platform, posts, splits }: Thread, platforms: Platforms, sizes: Sizes): unknown {
  const { name, unit, limit } = platforms[platform];
  return {
    platform,
    name,
    unit,
    limit,
    splits: splits.map(({ post, parts, why }) => ({ post, parts, why })),
    posts: posts.map((post) => postRecord(post, sizes)),
  };
}

function postRecord(
  { sourcePost, part, number, text, count, limit, media, entities }: ThreadPost,
  sizes: Sizes,
): unknown {
  return {
    source_post: sourcePost,
    part: part ? { index: part.index, of: part.of } : null,
    number,
    text,
    count,
    limit,
    media: media.map((shown) => {
      const { kind, name, file, alt } = shown;
      const { width, height } = sizes(shown);
      return { kind, name, file, width, height, alt };
    }),
    entities: entities.map(({ kind, start, end, byteStart, byteEnd, value }) => ({
      kind,
      value,
      start,
      end,
      byte_start: byteStart,
      byte_end: byteEnd,
    })),
    links: entities.flatMap(({ kind, value }) => (kind === 'link' ? [value] : [])),
  };
}
