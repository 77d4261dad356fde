import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Draft } from '../model/draft.js';
import type { Span } from '../model/position.js';
import type { Story } from '../model/story.js';
import { lintPassage } from './lint-passage.js';
import { passagesOf, type Passage } from './passage.js';

/** Lints the words that a draft publishes, in every target: what is typed and should be computed, and what reads wrong. */
export function lintProse(stories: readonly Story[], draft: Draft): Message[] {
  if (!/^en\b/i.test(draft.frontMatter.lang)) return [];
  const messages = new Map<string, Message>();
  for (const story of stories) {
    for (const passage of passagesOf(story, draft)) {
      for (const { rule, start, end, reason, note } of lintPassage(passage, draft, story.target)) {
        const span = spanOf(passage, start, end);
        const key = `${rule} ${span.start}`;
        if (!messages.has(key)) messages.set(key, messageAt(draft.source, span, rule, reason, note));
      }
    }
  }
  return countBound([...messages.values()], stories);
}

function spanOf({ units }: Passage, start: number, end: number): Span {
  const first = units[start]?.span ?? { start: 0, end: 0 };
  const last = units[end - 1]?.span ?? first;
  return { start: first.start, end: Math.max(last.end, first.end) };
}

/** Says with the first unbound figure how many there are beside those that are bound. */
function countBound(messages: readonly Message[], stories: readonly Story[]): Message[] {
  const unbound = messages.filter(({ rule }) => rule === 'unbound-figure');
  const bound = new Set(
    stories.flatMap(({ figures }) => figures.filter(({ kind }) => kind !== 'reference').map(({ id }) => id)),
  );
  const total = bound.size + unbound.length;
  return messages.map((message) =>
    message === unbound[0]
      ? { ...message, note: `${message.note ?? ''}. ${bound.size} of ${total} figures are bound` }
      : message,
  );
}
