import type { Step } from '../model/step.js';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

type OnStep = (draft: string, step: Step, index: number, count: number) => void;

/** Does work over drafts and shows how it goes, unless the result is for a program; the line is gone afterwards. */
export async function withProgress<T>(
  terminal: Terminal,
  json: boolean,
  work: (onStep: OnStep) => Promise<T>,
): Promise<T> {
  const progress = new Progress(terminal);
  try {
    return await work((...args) => {
      if (!json) progress.step(...args);
    });
  } finally {
    progress.clear();
  }
}
