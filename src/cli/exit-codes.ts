import type { Message } from '../diagnostic/message.js';
import type { RuleId } from '../diagnostic/rules.js';

/** What a command's exit code says; the README has the same table. */
export const EXIT = {
  /** Everything that was asked for is done. */
  ok: 0,
  /** A draft, its data or the configuration has an error. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** This machine lacks something: a browser, room, permission or a whole installation. */
  machine: 3,
  /** A fault of this tool. */
  internal: 70,
  /** Stopped with Ctrl-C. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const MACHINE_RULES: readonly RuleId[] = [
  'package-broken',
  'browser-missing',
  'browser-room',
  'browser-sandbox',
  'browser-failed',
  'file-unwritable',
];

/** The exit code for a command that ended with these messages. */
export function exitCodeFor(messages: readonly Message[]): ExitCode {
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return EXIT.ok;
  return errors.every(({ rule }) => MACHINE_RULES.includes(rule)) ? EXIT.machine : EXIT.problems;
}
