import { expect, it } from 'vitest';
import { checkMediaSize } from '../../src/check/check-media-size.js';
import { PLATFORM_IDS, type PlatformId } from '../../src/model/target.js';
import type { Thread } from '../../src/model/thread.js';
import { PLATFORMS } from '../../src/platform/platforms.js';

const SOURCE = { path: 'draft.md', text: 'A post.\n' };

const SIZE = { width: 1200, height: 676 };

function problems(platform: PlatformId, bytes: number, { width, height } = SIZE): string[] {
  const thread: Thread = {
    platform,
    splits: [],
    posts: [
      {
        sourcePost: 1,
        part: undefined,
        number: null,
        text: '',
        count: 0,
        limit: 1,
        entities: [],
        media: [{ kind: 'chart', name: 'daily', file: 'charts/daily.png', alt: '' }],
        span: { start: 0, end: 7 },
      },
    ],
  };
  return checkMediaSize(thread, new Map([['charts/daily.png', { bytes, width, height }]]), {
    source: SOURCE,
    platform: PLATFORMS[platform],
  }).map(({ rule, reason }) => `${rule}: ${reason}`);
}

it.each(PLATFORM_IDS)('takes a picture of as many bytes as %s does, and no more', (platform) => {
  const limit = PLATFORMS[platform].maxImageBytes;
  expect(problems(platform, limit)).toEqual([]);
  expect(problems(platform, limit + 1)).toHaveLength(1);
});

it('says which picture, how large, and what its platform takes', () => {
  expect(problems('bluesky', 2_345_678)).toEqual([
    'media-size: Unexpected picture `daily` of 2,345,678 bytes, expected at most 2,000,000 on Bluesky',
  ]);
});

it('takes a picture on Threads that is ten times as high as wide, and no higher', () => {
  expect(problems('threads', 1, { width: 100, height: 1000 })).toEqual([]);
  expect(problems('threads', 1, { width: 100, height: 1001 })).toEqual([
    'media-size: Unexpected picture `daily` of 100 by 1,001 pixels, expected one side to be at most 10 times the other on Threads',
  ]);
  expect(problems('x', 1, { width: 100, height: 1001 })).toEqual([]);
});
