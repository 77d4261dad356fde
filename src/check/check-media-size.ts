import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Thread, ThreadMedia } from '../model/thread.js';
import type { Platform } from '../platform/platform.js';

/** How large the file of a picture is. */
export interface PictureSize {
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reports the pictures of a thread that its platform would refuse, though they are as small as they may be. */
export function checkMediaSize(
  thread: Thread,
  sizes: ReadonlyMap<string, PictureSize>,
  { source, platform }: { readonly source: SourceFile; readonly platform: Platform },
): Message[] {
  return thread.posts.flatMap(({ media, span }) =>
    media.flatMap((shown): Message[] => {
      const size = sizes.get(shown.file);
      return (size ? problemsOf(shown, size, platform) : []).map(({ reason, note }) =>
        messageAt(source, span, 'media-size', reason, note),
      );
    }),
  );
}

function problemsOf(
  { kind, name }: ThreadMedia,
  { bytes, width, height }: PictureSize,
  { name: platform, maxImageBytes, maxImageRatio }: Platform,
): { readonly reason: string; readonly note: string }[] {
  const problems = [];
  if (bytes > maxImageBytes)
    problems.push({
      reason: `Unexpected picture \`${name}\` of ${group(bytes)} bytes, expected at most ${group(maxImageBytes)} on ${platform}`,
      note: kind === 'chart' ? 'Draw fewer marks: aggregate in the query' : 'Make it smaller',
    });
  if (maxImageRatio !== undefined && Math.max(width / height, height / width) > maxImageRatio)
    problems.push({
      reason: `Unexpected picture \`${name}\` of ${group(width)} by ${group(height)} pixels, expected one side to be at most ${maxImageRatio} times the other on ${platform}`,
      note: kind === 'file' ? 'Crop it' : 'Show fewer rows, or part it into several',
    });
  return problems;
}

function group(number: number): string {
  return number.toLocaleString('en-GB');
}
