import { expect, it } from 'vitest';
import { checkSplits } from '../../src/check/check-splits.js';
import type { Split, Thread } from '../../src/model/thread.js';

const SOURCE = { path: 'draft.md', text: 'First sentence. Second sentence.\n' };

const SPLIT: Split = {
  post: 2,
  parts: 2,
  why: '312 weighted characters, 280 fit',
  count: 312,
  limit: 280,
  cuts: [{ start: 16, end: 22 }],
  broken: [],
};

const threads = (change: Partial<Split> = {}): Thread[] => [
  { platform: 'x', posts: [], splits: [{ ...SPLIT, ...change }] },
  { platform: 'mastodon', posts: [], splits: [] },
  { platform: 'bluesky', posts: [], splits: [{ ...SPLIT, parts: 3, why: '302 graphemes, 300 fit' }] },
];

it('says once of a post what it became, and where the second part begins', () => {
  const messages = checkSplits(threads(), SOURCE);
  expect(messages.map(({ rule, severity, reason }) => `${severity} ${rule}: ${reason}`)).toEqual([
    'note post-split: Post 2 is 2 posts on X: 312 weighted characters, 280 fit; 3 posts on Bluesky: 302 graphemes, 300 fit',
  ]);
  expect(messages[0]?.place).toMatchObject({ line: 1, column: 17, endColumn: 23 });
});

it('says what was cut through', () => {
  expect(checkSplits(threads({ broken: ['quotation'] }), SOURCE)[0]?.note).toMatch(
    /^The cut goes through a quotation that no single post has room for\. Shorten it/,
  );
});

it('says nothing of threads without a split', () => {
  expect(checkSplits([{ platform: 'x', posts: [], splits: [] }], SOURCE)).toEqual([]);
});
