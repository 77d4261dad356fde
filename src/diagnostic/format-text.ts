import { styleText } from 'node:util';
import type { SourceFile } from '../model/position.js';
import { displayWidth } from './display-width.js';
import type { Message } from './message.js';
import type { Severity } from './rules.js';
import { visibleLine } from './visible-text.js';

export interface FormatTextOptions {
  readonly colour: boolean;
  /** The files that messages point into, by path; one that is missing shows no excerpt. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

type Style = Parameters<typeof styleText>[0];

const STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', note: 'blue' };

/** Formats messages for people: place, what is wrong, the line with the words marked, and the fix. */
export function formatText(messages: readonly Message[], { colour, sources }: FormatTextOptions): string {
  const paint = (style: Style, text: string): string => (colour ? styleText(style, text) : text);
  return messages.map((message) => formatMessage(message, sources, paint)).join('\n');
}

function formatMessage(
  message: Message,
  sources: FormatTextOptions['sources'],
  paint: (style: Style, text: string) => string,
): string {
  const { place, severity, reason, rule, note } = message;
  const where = place ? `${place.file}:${place.line}:${place.column} ` : '';
  const lines = [
    `${paint('bold', visibleLine(where))}${paint(STYLES[severity], severity)} ${visibleLine(reason)} ${paint('dim', `(${rule})`)}`,
  ];
  const excerpt = place && excerptOf(place, sources.get(place.file));
  if (excerpt)
    lines.push(
      `  ${paint('dim', excerpt.gutter)}${visibleLine(excerpt.line)}`,
      `  ${paint('dim', excerpt.blank)}${paint(STYLES[severity], excerpt.mark)}`,
    );
  if (note !== undefined)
    for (const line of note.split('\n')) lines.push(`  ${paint('dim', '→')} ${visibleLine(line)}`);
  return lines.join('\n');
}

/** Wide enough for a line of prose on most terminals. */
const MOST_COLUMNS = 100;

function excerptOf(
  place: NonNullable<Message['place']>,
  source: SourceFile | undefined,
): { gutter: string; blank: string; line: string; mark: string } | undefined {
  const whole = source?.text.split(/\r\n|\n|\r/)[place.line - 1];
  if (whole === undefined || whole.trim() === '') return undefined;
  const from = Math.max(0, Math.min(place.column - 1 - MOST_COLUMNS / 2, whole.length - MOST_COLUMNS));
  const line = whole.slice(from, from + MOST_COLUMNS).replaceAll('\t', ' ');
  const width = (part: string): number => displayWidth(visibleLine(part));
  const start = place.column - 1 - from;
  const end = place.endLine === place.line ? place.endColumn - 1 - from : line.length;
  const number = String(place.line);
  const gutter = `${number} | `;
  return {
    gutter,
    blank: `${' '.repeat(number.length)} | `,
    line,
    mark: `${' '.repeat(width(line.slice(0, start)))}${'^'.repeat(Math.max(1, width(line.slice(start, Math.min(end, line.length)))))}`,
  };
}
