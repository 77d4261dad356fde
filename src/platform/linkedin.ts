import { toEntities, type Found } from './entities.js';
import { findLinks } from './find-links.js';
import { countGraphemes } from './graphemes.js';
import { findHashtags } from './hashtag.js';
import type { Measure, Platform } from './platform.js';

/**
 * LinkedIn, where a thread is one post. It has 3,000 characters (ayrshare.com/docs, linkedin, read 2026-11-24) and 2 to 20
 * images (learn.microsoft.com, MultiImage API, read 2026-11-30), JPEG, PNG or GIF, of 5 MB and less than 36,152,320 pixels
 * (ayrshare.com/docs/media-guidelines/linkedin, read 2026-11-30), each with 4,086 characters of alt text.
 *
 * What a character is is not said: UTF-16 units are taken, which are never fewer than what readers see. No page with a text
 * filled in is documented. A name becomes a mention only when it is picked from the list that opens at an `@`.
 *
 * Its API reads a format of its own, in which `\\ | { } @ [ ] ( ) < > # * _ ~` must be escaped (learn.microsoft.com, little
 * text format). A post that is pasted into the page is plain text, so nothing is escaped here.
 */
export const LINKEDIN: Platform = {
  id: 'linkedin',
  name: 'LinkedIn',
  limit: 3000,
  unit: 'characters',
  joins: true,
  maxLinks: undefined,
  maxHashtags: undefined,
  maxImages: 20,
  maxImageBytes: 5_000_000,
  maxImagePixels: 36_152_319,
  maxImageSide: undefined,
  maxImageRatio: undefined,
  imageTypes: ['image/jpeg', 'image/png', 'image/gif'],
  altLimit: 4086,
  count: (text) => text.length,
  measure,
  findEntities: (text) => toEntities(text, [...findLinks(text), ...findTags(text)]),
  composeUrl: () => undefined,
};

function measure(text: string): Measure {
  const seen = countGraphemes(text);
  return {
    sizes: [{ count: text.length, limit: LINKEDIN.limit, unit: LINKEDIN.unit }],
    note:
      text.length > seen
        ? `Readers see ${seen} characters; LinkedIn does not say what it counts as one, so the most that it can be is taken`
        : undefined,
  };
}

function findTags(text: string): Found[] {
  return findHashtags(text).map(({ start, end, tag }) => ({ kind: 'hashtag', start, end, value: tag }));
}
