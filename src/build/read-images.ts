import { readFile } from 'node:fs/promises';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { ImageLimits } from '../model/image-limits.js';
import type { FoundImages, ReadyImage } from '../model/publication.js';
import { damagedImage, unreadableImage } from './image-faults.js';

/**
 * Reads the image files that were found for a draft, takes out what their cameras wrote into them, and makes them fit
 * for pages and for the posts that show them. What was done is said once an image.
 *
 * @param limitsOf what an image may be in posts; `undefined` where none shows it
 */
export async function readImages(
  draft: Draft,
  found: FoundImages,
  limitsOf: (name: string) => ImageLimits | undefined,
): Promise<Outcome<ReadonlyMap<string, ReadyImage>>> {
  const images = new Map<string, ReadyImage>();
  const messages: Message[] = [];
  if (found.size === 0) return { value: images, messages };
  // Loaded with the first image: most drafts have none
  const { cleanImage } = await import('../image/clean-image.js');
  const { fitPhotograph } = await import('../image/fit-photograph.js');
  for (const [name, { path, type, span }] of found) {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      messages.push(unreadableImage(draft.source, span, { name, error }));
      continue;
    }
    const clean = await cleanImage(bytes, type);
    if (!clean) {
      messages.push(damagedImage(draft.source, span, name));
      continue;
    }
    const untouched = { image: clean.image, done: [] };
    const page = clean.image.type === 'image/gif' ? untouched : await fitPhotograph(clean.image, PAGE);
    const limits = limitsOf(name);
    const post = limits ? await fitPhotograph(clean.image, limits) : untouched;
    images.set(name, { page: page.image, post: post.image });
    const changes = [
      ...(clean.leftOut.length > 0 ? [`without ${listed(clean.leftOut)}`] : []),
      ...(page.done.length > 0 ? [`on pages ${page.done.join(', ')}`] : []),
      ...(post.done.length > 0 ? [`in posts ${post.done.join(', ')}`] : []),
    ];
    if (changes.length > 0) {
      const reason = `The image \`${name}\` is published ${changes.join('; ')}`;
      messages.push(messageAt(draft.source, span, 'image-changed', reason));
    }
  }
  return { value: images, messages };
}

/** Twice as wide as a page shows an image at most, for print; every browser shows these types. A page holds its images. */
const PAGE: ImageLimits = {
  bytes: 2_000_000,
  pixels: undefined,
  side: 2400,
  types: ['image/jpeg', 'image/png', 'image/webp'],
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
