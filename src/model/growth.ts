import type { TargetName } from './target.js';

/** A figure or claim whose words are longer than those that somebody accepted. */
export interface Growth {
  readonly id: string;
  readonly target: TargetName;
  readonly before: string;
  readonly after: string;
}
