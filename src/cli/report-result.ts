import type { Fault } from '../build/build-drafts.js';
import { formatJson } from '../diagnostic/format-json.js';
import type { Message } from '../diagnostic/message.js';
import { visibleLines } from '../diagnostic/visible-text.js';
import type { SourceFile } from '../model/position.js';
import { EXIT, exitCodeFor, type ExitCode } from './exit-codes.js';
import { formatFault } from './format-fault.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

interface Result {
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly faults: readonly Fault[];
}

/** What a command says besides its messages: JSON for a program, or text for people. */
type Shown = { readonly json: object } | { readonly text: string };

/** Shows what a command found in drafts, and says how it ends. */
export function reportResult({ messages, sources, faults }: Result, shown: Shown, terminal: Terminal): ExitCode {
  if ('json' in shown) {
    const whole = { version: 1, ...shown.json, messages: formatJson(messages) };
    terminal.out(`${visibleLines(JSON.stringify(whole, undefined, 2))}\n`);
  } else {
    reportMessages(messages, sources, terminal);
    terminal.out(shown.text);
  }
  for (const { draft, error } of faults) terminal.err(`${formatFault(error, terminal, draft.name)}\n`);
  return faults.length > 0 ? EXIT.internal : exitCodeFor(messages);
}
