import type { Place, SourceFile, Span } from '../model/position.js';
import { locate } from './locate.js';
import type { Message } from './message.js';
import { RULES, type RuleId } from './rules.js';

/** Makes a message about a span of a source file. */
export function messageAt(source: SourceFile, span: Span, rule: RuleId, reason: string, note?: string): Message {
  return createMessage(rule, locate(source, span), reason, note);
}

/** Makes a message about a file as a whole. */
export function messageFor(file: string, rule: RuleId, reason: string, note?: string): Message {
  return createMessage(rule, { file, line: 1, column: 1, endLine: 1, endColumn: 1 }, reason, note);
}

/** Makes a message; its severity comes from the catalogue. */
export function createMessage(rule: RuleId, place: Place | undefined, reason: string, note?: string): Message {
  return { rule, severity: RULES[rule].severity, place, reason, note };
}
