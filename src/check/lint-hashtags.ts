import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Draft } from '../model/draft.js';
import type { Thread } from '../model/thread.js';

/** Finds words that the draft lists under `tag_first_mention` and that are live in none of its threads. */
export function lintHashtags(threads: readonly Thread[], { source, frontMatter }: Draft): Message[] {
  if (threads.length === 0) return [];
  const posts = threads.flatMap((thread) => thread.posts);
  const live = new Set(
    posts.flatMap(({ text, entities }) =>
      entities.filter(({ kind }) => kind === 'hashtag').map(({ start, end }) => text.slice(start, end).toLowerCase()),
    ),
  );
  return frontMatter.tagFirstMention.flatMap(({ word, hashtag, span }) => {
    if (!span || live.has(hashtag.toLowerCase())) return [];
    const reason = `Unexpected \`${word}\` in \`tag_first_mention\`, no thread has a plain mention of it`;
    const texts = posts.map(({ text }) => text);
    return [messageAt(source, span, 'hashtag-unused', reason, wayOut(word, texts))];
  });
}

function wayOut(word: string, texts: readonly string[]): string {
  const part = holding(word, texts);
  if (part !== undefined && part.toLowerCase() === word.toLowerCase() && part !== word)
    return `The thread has \`${part}\`; list it as it is written`;
  if (part !== undefined)
    return `The thread has \`${part}\`; a mention is a whole word, typed in the draft and no part of a figure, an address or code`;
  const near = nearestName(word, phrases(word, texts));
  return near === undefined ? 'Mention it, or take it out of the list' : `Did you mean \`${near}\`?`;
}

/** The words of a thread in which a word stands, whatever its case. */
function holding(word: string, texts: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  for (const text of texts) {
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    const start = /[^\s“”"‘(]*$/u.exec(text.slice(0, at))?.index ?? at;
    const end = /[\s“”")]|[,.;:!?’…]+(?=\s|$)|$/u.exec(text.slice(at + word.length))?.index ?? 0;
    return text.slice(start, at + word.length + end);
  }
  return undefined;
}

/** As many words in a row as a listed word has. */
function phrases(word: string, texts: readonly string[]): Set<string> {
  const length = word.split(/\s+/u).length;
  return new Set(
    texts.flatMap((text) => {
      const words = text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
      return words.map((_, index) => words.slice(index, index + length).join(' '));
    }),
  );
}
