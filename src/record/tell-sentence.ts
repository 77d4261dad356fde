import type { SourceFile, Span } from '../model/position.js';
import { textOf } from './compare-locks.js';
import type { Change } from './change.js';
import type { ToldSentence } from './difference.js';
import type { Sentence } from './find-sentences.js';
import type { LockedFigure } from './lock.js';

/** What is known of a draft's figures and of the words around them. */
export interface Known {
  readonly source: SourceFile;
  /** Blocks whose words follow data. */
  readonly blocks: readonly Span[];
  /** What changed, by the ids that figures have now. */
  readonly changes: ReadonlyMap<string, Exclude<Change, { kind: 'gone' }>>;
}

/**
 * Tells a sentence as it was and as it is. Typed words are taken for what they are now; where a block chooses among
 * them, or a figure of the sentence is new, nobody knows what stood there.
 */
export function tellSentence({ target, parts }: Sentence, { source, blocks, changes }: Known): ToldSentence {
  const after = joined(parts.map(({ text }) => text));
  const spans = parts.flatMap(({ span }) => span ?? []);
  const own = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  const around = blocks.filter(({ start, end }) => start <= own.start && own.end <= end);
  const isChosen = blocks.some((block) => !around.includes(block) && hasWordsOf(block, own, after, source));
  const ids = parts.flatMap(({ id, around: claims = [] }) => (id === undefined ? claims : [id, ...claims]));
  const isUnknown = ids
    .flatMap((id) => changes.get(id) ?? [])
    // In another round, or another arm with the same tag, other words stood around it
    .some((change) => change.kind === 'new' || (around.length > 0 && change.before.id !== change.after.id));
  if (isChosen || isUnknown) return { before: undefined, after };
  const textBefore = (id: string | undefined): string | undefined => {
    const change = id === undefined ? undefined : changes.get(id);
    return change?.kind === 'changed' ? textFor(change.before, target) : undefined;
  };
  return { before: joined(parts.map(({ id, text }) => textBefore(id) ?? text)), after };
}

/** True for a block within a sentence, or one that touches it where no full stop parts them. */
function hasWordsOf(block: Span, sentence: Span, words: string, { text }: SourceFile): boolean {
  const touches = (start: number, end: number): boolean => /^[^\S\n]*\n?[^\S\n]*$/.test(text.slice(start, end));
  if (block.end <= sentence.start) return touches(block.end, sentence.start);
  if (block.start < sentence.end) return true;
  return touches(sentence.end, block.start) && !/[.?!…]["”’)\]]*$/.test(words);
}

function textFor(before: LockedFigure, target: string): string {
  return typeof before.texts === 'string' ? before.texts : (before.texts[target] ?? textOf(before));
}

function joined(texts: readonly string[]): string {
  return texts.join('').trim();
}
