import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { StoryMedia } from '../model/story.js';

/** Warns of pictures without an alt text, which say nothing to those who cannot see them; a table is read as it stands. */
export function checkAlt(media: readonly StoryMedia[], source: SourceFile): Message[] {
  return media
    .filter(({ kind, alt }) => kind !== 'table' && alt.length === 0)
    .map(({ name, span, kind }) =>
      messageAt(
        source,
        span,
        'alt-missing',
        `Unexpected empty alt text of the ${kind === 'file' ? 'image' : kind} \`${name}\``,
        'Say what it shows: `![Boats a day, most on 9 March](…)`',
      ),
    );
}
