import type { Message } from '../diagnostic/message.js';

/** Errors that leave every figure in its place. */
const VERDICTS: ReadonlySet<string> = new Set(['claim-false', 'claim-undecided', 'claim-words', 'expectation-failed']);

/** True where errors may have kept figures out of what a draft says. */
export function isBroken(messages: readonly Message[]): boolean {
  return messages.some(({ severity, rule }) => severity === 'error' && !VERDICTS.has(rule));
}
