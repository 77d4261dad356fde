import { dropEchoes } from '../diagnostic/drop-echoes.js';
import type { Message, Outcome } from '../diagnostic/message.js';

/** Collects what stages say, but for what only follows from an error said before. */
export function collect(): { readonly take: <T>(outcome: Outcome<T>) => T; readonly messages: Message[] } {
  const messages: Message[] = [];
  return {
    messages,
    take: ({ value, messages: found }) => {
      // One by one: a call does not take a hundred thousand, which a text full of signs can bring
      for (const message of dropEchoes(found, messages)) messages.push(message);
      return value;
    },
  };
}
