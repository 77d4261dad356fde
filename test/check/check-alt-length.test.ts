import { expect, it } from 'vitest';
import { checkAltLength } from '../../src/check/check-alt-length.js';
import { PLATFORM_IDS, type PlatformId } from '../../src/model/target.js';
import { PLATFORMS } from '../../src/platform/platforms.js';
import { renderThread } from '../../src/render/thread/render-thread.js';
import { optionsFor, storyOf } from '../render/thread/story-of.js';

function problems(platform: PlatformId, alt: string): string[] {
  const text = `A post.\n\n![${alt}](map.png)`;
  const story = storyOf(text, platform);
  const thread = renderThread(story, optionsFor(text)).value;
  const options = { source: { path: 'draft.md', text }, platform: PLATFORMS[platform] };
  return checkAltLength(thread, story, options).map(
    ({ rule, reason, place }) => `${place?.line}:${place?.column} ${rule}: ${reason}`,
  );
}

it.each(PLATFORM_IDS)(
  'takes as long an alt text as %s does, in characters as readers see them, and no longer',
  (id) => {
    const { altLimit, name } = PLATFORMS[id];
    const fits = '👩‍🔬'.repeat(altLimit);
    expect(problems(id, fits)).toEqual([]);
    const limit = altLimit.toLocaleString('en-GB');
    const count = (altLimit + 1).toLocaleString('en-GB');
    expect(problems(id, `${fits}a`)).toEqual([
      `3:1 alt-too-long: Unexpected ${count} characters in the alt text of \`map.png\`, expected at most ${limit} on ${name}`,
    ]);
  },
);
