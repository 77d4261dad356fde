import type { Answers } from './answers.js';
import type { PreparedChart } from './chart.js';
import type { Draft } from './draft.js';
import type { Story } from './story.js';

/** What a draft says, before anything is drawn or printed. */
export interface Recorded {
  readonly draft: Draft;
  readonly answers: Answers;
  /** One for each target. */
  readonly stories: readonly Story[];
  /** Those that are shown. */
  readonly charts: readonly PreparedChart[];
}
