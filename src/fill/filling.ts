import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Draft, FigureNode } from '../model/draft.js';
import type { Span } from '../model/position.js';
import type { Figure } from '../model/story.js';
import type { FigureIds } from './figure-ids.js';
import { AlreadyReported, EvaluationProblem } from '../expression/evaluation-problem.js';

/** What one filling of a draft collects as it goes. */
export interface Filling {
  readonly draft: Draft;
  readonly ids: FigureIds;
  readonly messages: Message[];
  readonly figures: Figure[];
  /** `{{ref}}` and `{{post}}` nodes whose words are not known yet: they are when everything else is filled. */
  readonly references: Set<PendingReference>;
  /** Rounds of all loops so far. */
  readonly loops: { rounds: number };
  /** Steps that gave nothing, because of a problem. */
  failures: number;
}

export interface PendingReference {
  readonly helper: 'ref' | 'post';
  readonly node: FigureNode;
  readonly name: string;
  readonly nameSpan: Span;
  readonly capital: boolean;
}

/** Runs a step; a problem of the author's becomes a message and the step gives `undefined`. */
export function attempt<T>(filling: Filling, step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    filling.failures += 1;
    if (error instanceof AlreadyReported) return undefined;
    if (!(error instanceof EvaluationProblem)) throw error;
    filling.messages.push(messageAt(filling.draft.source, error.span, error.rule, error.message, error.note));
    return undefined;
  }
}
