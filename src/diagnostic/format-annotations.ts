import type { Message } from './message.js';
import { visibleLine, visibleLines } from './visible-text.js';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Formats messages as the workflow commands that GitHub Actions shows beside a change (docs read 2026-11-24). */
export function formatAnnotations(messages: readonly Message[]): string {
  return messages.map(formatAnnotation).join('\n');
}

function formatAnnotation({ severity, place, reason, note, rule }: Message): string {
  const where = place
    ? [
        `file=${property(place.file)}`,
        `line=${place.line}`,
        `endLine=${place.endLine}`,
        `col=${place.column}`,
        `endColumn=${place.endColumn}`,
      ]
    : [];
  const text = visibleLines(note === undefined ? reason : `${reason}\n${note}`);
  return `::${COMMANDS[severity]} ${[...where, `title=${rule}`].join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visibleLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
