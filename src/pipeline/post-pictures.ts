import type { PictureSize } from '../check/check-media-size.js';
import { messageAt } from '../diagnostic/create-message.js';
import type { Outcome } from '../diagnostic/message.js';
import type { PreparedChart } from '../model/chart.js';
import type { ImageLimits } from '../model/image-limits.js';
import type { PostFile } from '../model/page.js';
import type { Picture } from '../model/picture.js';
import type { ImageFile, Publication } from '../model/publication.js';
import type { Story, StoryMedia } from '../model/story.js';
import type { TablePicture } from '../model/table-picture.js';
import { OUTPUTS, type Output } from '../model/target.js';
import type { Thread } from '../model/thread.js';
import { mediaLimits } from '../platform/media-limits.js';
import { platformsOf } from '../platform/platforms-of.js';
import type { Examined } from './examine.js';
import type { Hands } from './hands.js';
import { imageFile, mediaFile } from './media-file.js';

/** What a picture may be in the posts that show it. */
export function limitsOf(
  kind: StoryMedia['kind'],
  name: string,
  { threads, draft }: Examined,
): ImageLimits | undefined {
  return mediaLimits({ kind, name }, threads, platformsOf(draft));
}

/** Makes a picture smaller where a platform that shows it would refuse it, and says so. */
export async function fitPicture<T extends Pick<TablePicture, 'name' | 'png' | 'pixels'>>(
  kind: 'chart' | 'table',
  picture: T,
  examined: Examined,
  { fitDrawing }: Hands,
): Promise<Outcome<T>> {
  const { name } = picture;
  const limits = limitsOf(kind, name, examined);
  if (!limits) return { value: picture, messages: [] };
  const { image, done } = await fitDrawing(picture, limits);
  const value = { ...picture, png: image.bytes, pixels: { width: image.width, height: image.height } };
  const shown = examined.wanted.flatMap(({ media }) => media).find((one) => one.kind === kind && one.name === name);
  if (done.length === 0 || !shown) return { value, messages: [] };
  const reason = `The picture \`${name}\` is published ${done.join(', ')}`;
  const note = 'So that every platform of the draft takes it';
  return { value, messages: [messageAt(examined.draft.source, shown.span, 'image-changed', reason, note)] };
}

/** What a platform limits of a picture. */
export function sizeOf({ byteLength }: Uint8Array, { width, height }: Omit<PictureSize, 'bytes'>): PictureSize {
  return { bytes: byteLength, width, height };
}

/** The posts of a thread with their image files where these lie once they are made ready. */
export function withImageTypes(thread: Thread, images: ReadonlyMap<string, ImageFile>): Thread {
  const posts = thread.posts.map((post) => ({
    ...post,
    media: post.media.map((shown) => {
      const image = shown.kind === 'file' ? images.get(shown.name) : undefined;
      return image ? { ...shown, file: imageFile(shown.name, image.type) } : shown;
    }),
  }));
  return { ...thread, posts };
}

/** The outputs that show a chart. */
export function outputsWith({ name }: PreparedChart, stories: readonly Story[]): readonly Output[] {
  const shows = ({ media }: Story): boolean => media.some((shown) => shown.kind === 'chart' && shown.name === name);
  return OUTPUTS.filter((output) => stories.some((story) => story.target.kind === output && shows(story)));
}

/** The pictures of posts, by their path in the draft's output folder. */
export function postFiles({
  pictures,
  tables,
  images,
}: Pick<Publication, 'pictures' | 'tables' | 'images'>): ReadonlyMap<string, PostFile> {
  const drawn =
    (kind: 'chart' | 'table') =>
    ({ name, png, pixels }: Pick<Picture, 'name' | 'png' | 'pixels'>): [string, PostFile] => [
      mediaFile({ kind, name }),
      { bytes: png, type: 'image/png', width: pixels.width, height: pixels.height },
    ];
  return new Map([
    ...pictures.map(drawn('chart')),
    ...tables.map(drawn('table')),
    ...[...images].map(([name, image]): [string, PostFile] => [imageFile(name, image.type), image]),
  ]);
}
