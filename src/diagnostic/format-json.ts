import type { Message } from './message.js';

/** Formats messages as JSON values, keys in a fixed order. */
export function formatJson(messages: readonly Message[]): readonly unknown[] {
  return messages.map(({ rule, severity, place, reason, note }) => ({
    rule,
    severity,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    end_line: place?.endLine ?? null,
    end_column: place?.endColumn ?? null,
    reason,
    note: note ?? null,
  }));
}
