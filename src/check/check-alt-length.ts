import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Story } from '../model/story.js';
import type { Thread } from '../model/thread.js';
import { countGraphemes } from '../platform/graphemes.js';
import type { Platform } from '../platform/platform.js';

/** Reports the alt texts of a thread that its platform would cut off or refuse, in characters as readers see them. */
export function checkAltLength(
  thread: Thread,
  { media }: Pick<Story, 'media'>,
  { source, platform: { name: platform, altLimit } }: { readonly source: SourceFile; readonly platform: Platform },
): Message[] {
  return thread.posts.flatMap((post) =>
    post.media.flatMap(({ kind, name, alt }): Message[] => {
      const count = countGraphemes(alt);
      if (count <= altLimit) return [];
      const { span } = media.find((shown) => shown.kind === kind && shown.name === name) ?? post;
      const reason = `Unexpected ${group(count)} characters in the alt text of \`${name}\`, expected at most ${group(altLimit)} on ${platform}`;
      return [messageAt(source, span, 'alt-too-long', reason, 'Say what matters in it, and the rest in the post')];
    }),
  );
}

function group(number: number): string {
  return number.toLocaleString('en-GB');
}
