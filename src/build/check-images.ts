import { readFile } from 'node:fs/promises';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { FoundImages } from '../model/publication.js';
import { damagedImage, unreadableImage } from './image-faults.js';

/** Reads every pixel of the images that were found for a draft, as a build does, and makes nothing of them. */
export async function checkImages(draft: Draft, found: FoundImages): Promise<Outcome<undefined>> {
  const messages: Message[] = [];
  if (found.size === 0) return { value: undefined, messages };
  // Loaded with the first image: most drafts have none
  const { isWholeImage } = await import('../image/is-whole-image.js');
  for (const [name, { path, type, span }] of found) {
    try {
      if (!(await isWholeImage(await readFile(path), type))) messages.push(damagedImage(draft.source, span, name));
    } catch (error) {
      messages.push(unreadableImage(draft.source, span, { name, error }));
    }
  }
  return { value: undefined, messages };
}
