import { hashtag } from '../figure/hashtag.js';
import type { TaggedWord } from '../model/tagged-word.js';
import { report, type ReadContext } from './read-context.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Reads a word that can be a hashtag, with or without its `#`. */
export function readTaggedWord(context: ReadContext, value: YamlValue, key: string): TaggedWord | undefined {
  const text = readText(context, value, key)?.normalize('NFC');
  if (text === undefined) return undefined;
  const name = { kind: 'text', value: text, origin: 'draft' } as const;
  const plain = hashtag(name, { target: 'brief' }, 'call');
  const live = hashtag(name, { target: 'x' }, 'call');
  if (plain.problem || live.problem) {
    const reason = plain.problem?.reason ?? live.problem?.reason ?? '';
    report(context, context.rules.value, value.span, reason, 'Take it out of the list');
    return undefined;
  }
  return {
    word: plain.value.value,
    hashtag: live.value.value,
    span: context.where === 'draft' ? value.span : undefined,
  };
}
