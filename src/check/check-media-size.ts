import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Thread } from '../model/thread.js';
import type { Platform } from '../platform/platform.js';

/** Reports the pictures of a thread that its platform would refuse, by the bytes of each file. */
export function checkMediaSize(
  thread: Thread,
  bytes: ReadonlyMap<string, number>,
  { source, platform: { name, maxImageBytes } }: { readonly source: SourceFile; readonly platform: Platform },
): Message[] {
  return thread.posts.flatMap(({ media, span }) =>
    media.flatMap((shown): Message[] => {
      const size = bytes.get(shown.file) ?? 0;
      if (size <= maxImageBytes) return [];
      const reason = `Unexpected picture \`${shown.name}\` of ${group(size)} bytes, expected at most ${group(maxImageBytes)} on ${name}`;
      const note = shown.kind === 'chart' ? 'Draw fewer marks: aggregate in the query' : 'Make it smaller';
      return [messageAt(source, span, 'media-size', reason, note)];
    }),
  );
}

function group(bytes: number): string {
  return bytes.toLocaleString('en-GB');
}
