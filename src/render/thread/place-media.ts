import type { StoryMedia } from '../../model/story.js';
import type { TracedText } from './traced-text.js';

/**
 * Gives each picture of a post to one of its parts: to the first that names it with `{{ref}}`, else to the part that holds the
 * last words before the picture in the draft, else to the first.
 */
export function placeMedia(media: readonly StoryMedia[], parts: readonly TracedText[]): StoryMedia[][] {
  const placed = parts.map((): StoryMedia[] => []);
  for (const one of media) placed[partOf(one, parts)]?.push(one);
  return placed;
}

function partOf({ name, span }: StoryMedia, parts: readonly TracedText[]): number {
  const named = parts.findIndex(({ marks }) =>
    marks.some(({ wholes }) => wholes?.some(({ refersTo }) => refersTo?.kind === 'media' && refersTo.name === name)),
  );
  if (named >= 0) return named;
  return Math.max(
    0,
    parts.findLastIndex(({ marks }) => marks.some((mark) => mark.span.start < span.start)),
  );
}
