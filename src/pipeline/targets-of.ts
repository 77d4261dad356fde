import type { Draft } from '../model/draft.js';
import { OUTPUTS, type Target } from '../model/target.js';

/** What a draft is filled for: a thread for each platform, and its pages. */
export function targetsOf({ frontMatter }: Draft): Target[] {
  return OUTPUTS.filter((output) => frontMatter.outputs.includes(output)).flatMap((output): Target[] =>
    output === 'thread' ? frontMatter.platforms.map((platform) => ({ kind: 'thread', platform })) : [{ kind: output }],
  );
}
