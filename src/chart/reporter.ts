import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { RuleId } from '../diagnostic/rules.js';
import type { SourceFile } from '../model/position.js';
import type { ParsedSpec, Path } from './parse-spec.js';

/** Reports about a value of a specification. */
export type Say = (path: Path, rule: RuleId, reason: string, note?: string) => void;

/** Collects what there is to say about a chart, at the places of its specification. */
export class Reporter {
  readonly messages: Message[] = [];

  constructor(
    readonly source: SourceFile,
    readonly spec: ParsedSpec,
  ) {}

  /** Reports about a value. */
  at(path: Path, rule: RuleId, reason: string, note?: string): void {
    this.messages.push(messageAt(this.source, this.spec.spanOf(path), rule, reason, note));
  }

  /** Reports about a key. */
  atKey(path: Path, rule: RuleId, reason: string, note?: string): void {
    this.messages.push(messageAt(this.source, this.spec.keySpanOf(path), rule, reason, note));
  }
}

/** Reports once a place and rule: layers share encodings. */
export function sayOnce(report: Reporter): Say {
  const said = new Set<string>();
  return (path, rule, reason, note) => {
    const key = [rule, ...path].join('\0');
    if (!said.has(key)) report.at(path, rule, reason, note);
    said.add(key);
  };
}

/** `Did you mean …?` when a name is near one that exists, else what there is to choose from. */
export function suggest(name: string, candidates: readonly string[], what: string): string | undefined {
  const near = nearestName(name, candidates);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (candidates.length === 0) return undefined;
  const shown = candidates.slice(0, MOST_SHOWN).map((candidate) => `\`${candidate}\``);
  return `${what}: ${shown.join(', ')}${candidates.length > MOST_SHOWN ? ' …' : ''}`;
}

const MOST_SHOWN = 16;
