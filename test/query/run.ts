import { vi } from 'vitest';
import type { Message } from '../../src/diagnostic/message.js';
import { loadData } from '../../src/engine/load-data.js';
import { openEngine, type EngineOptions } from '../../src/engine/open-engine.js';
import type { Answers } from '../../src/model/answers.js';
import type { FrontMatter } from '../../src/model/draft.js';
import { planQueries, type QueryPlan } from '../../src/query/plan-queries.js';
import { runQueries } from '../../src/query/run-queries.js';
import { draftOf } from './draft.js';

// Each run starts an engine, which takes a second or more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export interface RunOptions extends Partial<Pick<FrontMatter, 'data' | 'asOf'>> {
  readonly limits?: Partial<EngineOptions>;
  readonly root?: string;
}

export interface Run {
  readonly plan: QueryPlan;
  readonly answers: Answers;
  readonly messages: readonly Message[];
}

/** Runs a draft's queries from its text to its answers, on the real engine. */
export async function run(
  text: string,
  { limits, root = import.meta.dirname, ...rest }: RunOptions = {},
): Promise<Run> {
  const draft = draftOf(text, rest);
  const engine = await openEngine(limits);
  try {
    const loaded = await loadData(draft, engine, { root, folder: root });
    const plan = await planQueries(draft, engine, loaded.value);
    const answers = await runQueries(plan.value, engine);
    return {
      plan: plan.value,
      answers: answers.value,
      messages: [...loaded.messages, ...plan.messages, ...answers.messages],
    };
  } finally {
    await engine[Symbol.asyncDispose]();
  }
}

/** A draft of one query named `q`. */
export function fence(sql: string, name = 'q'): string {
  return `\`\`\`sql ${name}\n${sql}\n\`\`\`\n`;
}

/** `3:7 rule: reason (note)`, as a person reads it. */
export function said({ place, rule, reason, note }: Message): string {
  const where = place ? `${place.line}:${place.column} ` : '';
  return `${where}${rule}: ${reason}${note === undefined ? '' : ` (${note})`}`;
}
