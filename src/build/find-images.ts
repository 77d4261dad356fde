import { readFile } from 'node:fs/promises';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { isDataProblem } from '../engine/data-problem.js';
import { resolveDataPath, type ProjectFolders } from '../engine/resolve-data-path.js';
import { MOST_PIXELS } from '../image/most-pixels.js';
import type { Draft } from '../model/draft.js';
import type { FoundImage, FoundImages } from '../model/publication.js';
import type { StoryMedia } from '../model/story.js';
import { unreadableImage } from './image-faults.js';
import { imageSize } from './image-size.js';

/** Larger than any platform takes, and a page with more would be slow to open. */
const MOST_BYTES = 16_000_000;

/** Finds the image files that stories show; one that is missing or no image is a message, never a silent hole. */
export async function findImages(
  draft: Draft,
  media: readonly StoryMedia[],
  folders: ProjectFolders,
): Promise<Outcome<FoundImages>> {
  const images = new Map<string, FoundImage>();
  const seen = new Set<string>();
  const messages: Message[] = [];
  const report = (shown: StoryMedia, reason: string, note?: string): void => {
    messages.push(messageAt(draft.source, shown.span, 'image-missing', reason, note));
  };
  for (const shown of media) {
    // Told once, where it is shown first
    if (shown.kind !== 'file' || seen.has(shown.name)) continue;
    seen.add(shown.name);
    const found = await resolveDataPath(
      { file: decodeAddress(shown.name), declaredIn: 'draft', noun: 'image' },
      folders,
    );
    if (isDataProblem(found)) {
      report(shown, found.reason, found.note);
      continue;
    }
    const { path, bytes } = found;
    if (bytes > MOST_BYTES) {
      report(shown, `Unexpected image of ${group(bytes)} bytes, expected at most ${group(MOST_BYTES)}`);
      continue;
    }
    let content: Buffer;
    try {
      content = await readFile(path);
    } catch (error) {
      messages.push(unreadableImage(draft.source, shown.span, { name: shown.name, error }));
      continue;
    }
    const type = imageType(content.toString('latin1', 0, HEAD_BYTES));
    const size = type === undefined ? undefined : imageSize(content, type);
    if (type === undefined)
      report(
        shown,
        `Unexpected content of \`${shown.name}\`, expected a PNG, JPEG, GIF, WebP or AVIF image`,
        'A drawing in SVG comes from a `vega-lite` block; export others as PNG',
      );
    else if (!size)
      report(shown, `Unexpected end of the image \`${shown.name}\`, expected its width and height`, 'Export it anew');
    else if (size.width * size.height > MOST_PIXELS)
      report(
        shown,
        `Unexpected image \`${shown.name}\` of ${group(size.width)} by ${group(size.height)} pixels, expected at most ${group(MOST_PIXELS)} together`,
        'Make it smaller: no screen shows as many',
      );
    else images.set(shown.name, { path, bytes, type, ...size, span: shown.span });
  }
  return { value: images, messages };
}

function group(number: number): string {
  return number.toLocaleString('en-GB');
}

/** Markdown keeps the escapes of an address: `a%20map.png`. */
function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const HEAD_BYTES = 16;

/** By the first bytes, since a name can say anything. */
function imageType(head: string): string | undefined {
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.slice(4, 12) === 'ftypavif') return 'image/avif';
  return undefined;
}
