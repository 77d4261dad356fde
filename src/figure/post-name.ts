import type { Numbering } from '../model/draft.js';
import type { LocalePack } from './locale.js';

/** What a sentence calls the post at `index`, counted from 0: by its number, or the first post where it carries none. */
export function postName(index: number, { start, first }: Numbering, { phrases }: LocalePack): string {
  return index > 0 || first ? phrases.post(start + index) : phrases.firstPost;
}
