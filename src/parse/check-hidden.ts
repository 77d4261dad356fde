import { messageAt } from '../diagnostic/create-message.js';
import { hiddenCharacter } from '../diagnostic/hidden-character.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';

/** Reports the characters of a draft that nobody sees and that change what is seen, once for each line. */
export function checkHidden(source: SourceFile): Message[] {
  const messages: Message[] = [];
  for (const { 0: line, index } of source.text.matchAll(/[^\r\n]+/g)) {
    const hidden = hiddenCharacter(line);
    if (!hidden) continue;
    const start = index + hidden.index;
    messages.push(
      messageAt(
        source,
        { start, end: start + 1 },
        'hidden-character',
        `Unexpected hidden character ${hidden.name}, expected text that is all seen`,
        'Delete it, or type the line anew; it often comes along with what was pasted',
      ),
    );
  }
  return messages;
}
