import type { Publication } from '../../model/publication.js';
import type { Thread, ThreadPost } from '../../model/thread.js';
import { PLATFORMS } from '../../platform/platforms.js';

/** The threads of a draft as `thread.json` keeps them: JSON values, keys in a fixed order. */
export function threadJson(
  { draft, answers, threads }: Pick<Publication, 'draft' | 'answers' | 'threads'>,
  tool: string,
): unknown {
  const { date, lang, contentWarning, sensitive } = draft.frontMatter;
  return {
    version: 1,
    draft: draft.source.path,
    slug: draft.slug,
    date,
    language: lang,
    tool,
    illustrative: answers.sources.some(({ illustrative }) => illustrative),
    content_warning: contentWarning ?? null,
    sensitive,
    threads: threads.map(threadRecord),
  };
}

function threadRecord({ platform, posts }: Thread): unknown {
  const { name, unit, limit } = PLATFORMS[platform];
  return { platform, name, unit, limit, posts: posts.map(postRecord) };
}

function postRecord({ number, text, count, limit, media, entities }: ThreadPost): unknown {
  return {
    number,
    text,
    count,
    limit,
    media: media.map(({ kind, name, file, alt }) => ({ kind, name, file, alt })),
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
