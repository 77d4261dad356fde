import { readFile } from 'node:fs/promises';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { Draft } from '../model/draft.js';
import type { ImageLimits } from '../model/image-limits.js';
import type { FoundImages, ReadyImage } from '../model/publication.js';
import { errorCode } from './error-code.js';

/**
 * Reads the image files that were found for a draft, takes out what their cameras wrote into them, and makes those that
 * posts show fit for them. What was done is said once an image.
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
    const report = (rule: RuleId, reason: string, note?: string): void => {
      messages.push(messageAt(draft.source, span, rule, reason, note));
    };
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      report('image-missing', `The image \`${name}\` cannot be read: ${errorCode(error)}`);
      continue;
    }
    const clean = await cleanImage(bytes, type);
    if (!clean) {
      report(
        'image-missing',
        `Unexpected end or fault in the image \`${name}\`, expected a whole one`,
        'Export it anew',
      );
      continue;
    }
    const page = clean.image;
    const limits = limitsOf(name);
    const { image: post, done } = limits ? await fitPhotograph(page, limits) : { image: page, done: [] };
    images.set(name, { page, post });
    const changes = [
      ...(clean.leftOut.length > 0 ? [`without ${listed(clean.leftOut)}`] : []),
      ...(done.length > 0 ? [`in posts ${done.join(', ')}`] : []),
    ];
    if (changes.length > 0) report('image-changed', `The image \`${name}\` is published ${changes.join('; ')}`);
  }
  return { value: images, messages };
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
