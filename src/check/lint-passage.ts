import type { Draft } from '../model/draft.js';
import type { Target } from '../model/target.js';
import type { Finding } from './finding.js';
import { lintLasting } from './lint-lasting.js';
import { lintPageHashtags } from './lint-page-hashtags.js';
import { lintSentences } from './lint-sentences.js';
import { lintTyped } from './lint-typed.js';
import type { Passage } from './passage.js';

/** Lints a passage as a target publishes it. */
export function lintPassage(passage: Passage, draft: Draft, { kind }: Target): readonly Finding[] {
  return [
    ...lintTyped(passage, draft),
    ...lintSentences(passage, draft),
    ...(kind === 'thread' ? [] : [...lintLasting(passage, kind), ...lintPageHashtags(passage)]),
  ];
}
