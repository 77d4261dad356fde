import type { Message } from './message.js';
import type { Severity } from './rules.js';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Says each thing once, in the order of the files' lines. */
export function tidyMessages(messages: readonly Message[]): Message[] {
  const seen = new Set<string>();
  return messages
    .filter((message) => {
      const key = JSON.stringify([message.rule, message.place, message.reason]);
      return seen.size < seen.add(key).size;
    })
    .sort(
      (a, b) =>
        (a.place?.file ?? '').localeCompare(b.place?.file ?? '', 'en') ||
        (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
        (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
        ORDER[a.severity] - ORDER[b.severity],
    );
}

/** True when there is an error among messages. */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}
