import type { LintLevels } from '../model/lints.js';
import type { Message } from './message.js';
import { isLint } from './rules.js';

/** Makes lints as loud as a draft or its project wants them; nothing else changes. */
export function setLevels(messages: readonly Message[], levels: LintLevels): Message[] {
  return messages.flatMap((message): Message[] => {
    const level = isLint(message.rule) ? levels.get(message.rule) : undefined;
    if (level === undefined) return [message];
    return level === 'off' ? [] : [{ ...message, severity: level === 'error' ? 'error' : 'warning' }];
  });
}
