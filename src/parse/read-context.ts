import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { SourceFile, Span } from '../model/position.js';
import type { YamlBroken, YamlValue } from './yaml-value.js';

/** What the readers of YAML values carry: the file, the rules to report under, and the messages so far. */
export interface ReadContext {
  readonly source: SourceFile;
  /** What is read: a draft and a project share most keys. */
  readonly where: 'draft' | 'project' | 'table' | 'theme';
  readonly rules: ReadRules;
  readonly messages: Message[];
}

/** The rule ids of one kind of file. */
export interface ReadRules {
  readonly syntax: RuleId;
  readonly missing: RuleId;
  readonly key: RuleId;
  readonly value: RuleId;
  readonly hint: RuleId;
}

/** Turns a value into what the program needs; `undefined` when it cannot be used and a message says why. */
export type Reader<T> = (context: ReadContext, value: YamlValue, key: string) => T | undefined;

/** Front matter of a draft. */
export const FRONT_MATTER_RULES: ReadRules = {
  syntax: 'front-matter-syntax',
  missing: 'front-matter-missing',
  key: 'front-matter-key',
  value: 'front-matter-value',
  hint: 'front-matter-hint',
};

/** The project's configuration. */
export const CONFIG_RULES: ReadRules = {
  syntax: 'config-invalid',
  missing: 'config-invalid',
  key: 'config-invalid',
  value: 'config-invalid',
  hint: 'config-hint',
};

/** A project's theme file. */
export const THEME_RULES: ReadRules = {
  syntax: 'theme-invalid',
  missing: 'theme-invalid',
  key: 'theme-invalid',
  value: 'theme-invalid',
  hint: 'theme-invalid',
};

/** A `table` block. */
export const TABLE_RULES: ReadRules = {
  syntax: 'table-syntax',
  missing: 'table-spec',
  key: 'table-spec',
  value: 'table-spec',
  hint: 'table-hint',
};

/** Adds a message. */
export function report(context: ReadContext, rule: RuleId, span: Span, reason: string, note?: string): void {
  context.messages.push(messageAt(context.source, span, rule, reason, note));
}

/** Reports that a value is of the wrong kind; `expected` completes "Unexpected …, expected …". */
export function refuse(context: ReadContext, value: YamlValue, expected: string, note?: string): void {
  if (value.kind === 'broken') reportBroken(context, value);
  else report(context, context.rules.value, value.span, `Unexpected ${describe(value)}, expected ${expected}`, note);
}

/** Reports a value that is not valid YAML. */
export function reportBroken(context: ReadContext, value: YamlBroken): void {
  report(context, context.rules.syntax, value.span, value.reason, value.note);
}

/** Shows text in backticks on one line, shortened when it is long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  return `\`${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line}\``;
}

/** Lists names in backticks: `a`, `b` or `c`. */
export function alternatives(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

function describe(value: Exclude<YamlValue, YamlBroken>): string {
  switch (value.kind) {
    case 'text':
      return value.text === '' ? 'empty text' : quote(value.text);
    case 'number':
      return `number ${quote(value.written.text)}`;
    case 'boolean':
      return quote(value.text);
    case 'null':
      return 'empty value';
    case 'list':
      return 'list';
    case 'mapping':
      return 'mapping';
    default:
      return value satisfies never;
  }
}
