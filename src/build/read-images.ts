import { readFile } from 'node:fs/promises';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { FoundImages, ImageFile } from '../model/publication.js';
import { errorCode } from './error-code.js';

/** Reads the image files that were found for a draft. */
export async function readImages(draft: Draft, found: FoundImages): Promise<Outcome<ReadonlyMap<string, ImageFile>>> {
  const images = new Map<string, ImageFile>();
  const messages: Message[] = [];
  for (const [name, { path, type, width, height, span }] of found) {
    try {
      images.set(name, { bytes: await readFile(path), type, width, height });
    } catch (error) {
      const reason = `The image \`${name}\` cannot be read: ${errorCode(error)}`;
      messages.push(messageAt(draft.source, span, 'image-missing', reason));
    }
  }
  return { value: images, messages };
}
