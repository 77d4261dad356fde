import { formatAnnotations } from '../diagnostic/format-annotations.js';
import { formatText } from '../diagnostic/format-text.js';
import type { Message } from '../diagnostic/message.js';
import type { Severity } from '../diagnostic/rules.js';
import type { SourceFile } from '../model/position.js';
import type { Terminal } from './terminal.js';

/** Shows messages to people, and beside the change where a CI service can. */
export function reportMessages(
  messages: readonly Message[],
  sources: ReadonlyMap<string, SourceFile>,
  terminal: Terminal,
): void {
  if (messages.length === 0) return;
  terminal.err(`${formatText(messages, { colour: terminal.colour.err, sources })}\n`);
  if (terminal.env['GITHUB_ACTIONS'] === 'true') terminal.out(`${formatAnnotations(messages)}\n`);
}

/** `2 errors, 1 warning`; empty for none. */
export function countMessages(messages: readonly Message[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  return severities
    .map((severity) => ({ severity, count: messages.filter((message) => message.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}
