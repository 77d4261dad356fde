import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { StoryMedia } from '../model/story.js';

/**
 * Warns of pictures without an alt text, which say nothing to those who cannot see them; a table is read as it stands.
 *
 * @param alts what was made for charts
 */
export function checkAlt(
  media: readonly StoryMedia[],
  alts: ReadonlyMap<string, string>,
  source: SourceFile,
): Message[] {
  return media
    .filter(({ kind, alt }) => kind !== 'table' && alt.length === 0)
    .map(({ name, span, kind }) => {
      const made = kind === 'chart' ? alts.get(name) : undefined;
      return messageAt(
        source,
        span,
        'alt-missing',
        `Unexpected empty alt text of the ${kind === 'file' ? 'image' : kind} \`${name}\``,
        made === undefined
          ? 'Say what it shows: `![Boats a day, most on 9 March](…)`'
          : `Say what it shows; until then it is “${made}”`,
      );
    });
}
