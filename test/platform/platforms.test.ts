import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLATFORM_IDS } from '../../src/model/target.js';
import { graphemes } from '../../src/platform/graphemes.js';
import { PLATFORMS } from '../../src/platform/platforms.js';
import { mixedText } from './mixed-text.js';
import { readVectors } from './read-vectors.js';

interface Counts {
  readonly text: string;
  readonly x: number;
  readonly bskyGraphemes: number;
  readonly bskyBytes: number;
  readonly mastodon: number;
}

const counts = readVectors('own-cross-platform-counts.json') as { cases: Counts[] };

/** Mastodon lets any script stand in a path, which the restatement that measured these did not. */
const MASTODON_DEVIATIONS: Record<string, number> = { 'https://例え.jp/パス': 23 };

const LONE_SURROGATE = /\p{Cs}/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a character of a reader starts or ends. */
function characterEdges(text: string): ReadonlySet<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
}

describe('three counters on awkward strings', () => {
  it.each(counts.cases)('$text', ({ text, x, bskyGraphemes, bskyBytes, mastodon }) => {
    expect(PLATFORMS.x.count(text)).toBe(x);
    expect(PLATFORMS.bluesky.measure(text).sizes.map(({ count }) => count)).toEqual([bskyGraphemes, bskyBytes]);
    expect(PLATFORMS.mastodon.count(text)).toBe(MASTODON_DEVIATIONS[text] ?? mastodon);
  });
});

describe.each(PLATFORM_IDS)('%s', (id) => {
  const platform = PLATFORMS[id];

  it('has its own id and an empty text counts nothing', () => {
    expect(platform.id).toBe(id);
    expect(platform.count('')).toBe(0);
    expect(platform.findEntities('')).toEqual([]);
  });

  it('finds entities inside the text, in order, apart, at the same place in UTF-16 and UTF-8, cutting no character', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        let last = 0;
        const edges = characterEdges(text);
        for (const { start, end, byteStart, byteEnd } of platform.findEntities(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(byteStart).toBe(Buffer.byteLength(text.slice(0, start)));
          expect(byteEnd).toBe(Buffer.byteLength(text.slice(0, end)));
          if (!LONE_SURROGATE.test(text)) expect(text.slice(start, end)).not.toMatch(LONE_SURROGATE);
          expect([...edges].filter((edge) => edge === start || edge === end)).toEqual([start, end]);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('opens its page with the text as it is, or has none', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const url = platform.composeUrl(text);
        if (url === undefined) return;
        expect(new URL(url).searchParams.get('text')).toBe(text.replace(/\p{Cs}/gu, '\uFFFD'));
        expect(url).toMatch(/^https:\/\/[!-~]+$/);
      }),
      { numRuns: 300 },
    );
  });

  it('counts the same twice, and no text shorter than its emptied self', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(platform.count(text)).toBe(platform.count(text));
        expect(platform.count(text) > 0).toBe(text !== '');
        expect(graphemes(text).join('')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text far past every limit', () => {
  const LENGTH = 6_000;
  it.each([
    ['日', '日本語'.repeat(LENGTH / 3)],
    ['quotation marks', '"'.repeat(LENGTH)],
    ['hyphens', 'a-'.repeat(LENGTH / 2)],
    ['dots', `https://a.org/${'.'.repeat(LENGTH)}`],
    ['brackets', `https://a.org/${'('.repeat(LENGTH / 2)}${')'.repeat(LENGTH)}`],
    ['hashes', '#1'.repeat(LENGTH / 2)],
    ['labels', 'a.'.repeat(LENGTH / 2)],
    ['emoji', '👩‍❤️‍💋‍'.repeat(LENGTH / 10)],
  ])('of %s is counted and read', (_, text) => {
    for (const platform of Object.values(PLATFORMS)) {
      expect(platform.count(text)).toBeGreaterThan(0);
      expect(platform.findEntities(text).length).toBeLessThan(text.length);
    }
  });
});
