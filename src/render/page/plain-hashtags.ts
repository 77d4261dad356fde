import { findHashtags } from '../../platform/hashtag.js';

/** Turns the hashtags of typed text into plain words: pages have no live tags. */
export function plainHashtags(text: string): string {
  let plain = '';
  let end = 0;
  for (const hashtag of findHashtags(text)) {
    // In `https://example.org/#map` the sign belongs to an address.
    if (text[hashtag.start - 1] === '/') continue;
    plain += text.slice(end, hashtag.start) + hashtag.tag;
    end = hashtag.end;
  }
  return plain + text.slice(end);
}
