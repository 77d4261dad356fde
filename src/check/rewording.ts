import type { HelperContext } from '../figure/helper.js';
import type { ClaimWords } from '../model/story.js';
import type { Reading } from './judge-claim.js';

/** What is needed to put the truth into a writer's words. */
export interface Rewording {
  readonly helpers: HelperContext;
  readonly reading: Reading;
  readonly opens: ClaimWords['opens'];
}
