import { describe, expect, it } from 'vitest';
import { BLUESKY } from '../../src/platform/bluesky.js';
import { excessOf } from '../../src/platform/platform.js';
import { readVectors } from './read-vectors.js';

interface Facets {
  readonly text: string;
  readonly segments: readonly (readonly [string] | readonly [string, string])[];
}
interface Tags {
  readonly text: string;
  readonly tags: readonly string[];
  readonly indices: readonly { readonly byteStart: number; readonly byteEnd: number }[];
}

const facets = readVectors('bsky-detect-facets.json') as { cases: Facets[] };
const tags = readVectors('bsky-tags.json') as { cases: Tags[] };
const cashtags = readVectors('bsky-cashtags.json') as { cases: Tags[] };

const hashtags = (text: string): string[] =>
  BLUESKY.findEntities(text).flatMap(({ kind, value }) => (kind === 'hashtag' ? [value] : []));
const links = (text: string): string[] =>
  BLUESKY.findEntities(text).flatMap(({ kind, value }) => (kind === 'link' ? [value] : []));

describe('length', () => {
  it('fits at 300 graphemes and not at 301', () => {
    const fits = '👍🏽'.repeat(150) + 'é'.normalize('NFD').repeat(150);
    expect(BLUESKY.count(fits)).toBe(300);
    expect(excessOf(BLUESKY.measure(fits))).toBeUndefined();
    expect(excessOf(BLUESKY.measure(`${fits}a`))).toEqual({ count: 301, limit: 300, unit: 'graphemes' });
  });

  it('fits at 3,000 bytes and not at 3,001', () => {
    const fits = '👨‍👩‍👧‍👦'.repeat(120);
    expect(BLUESKY.count(fits)).toBe(120);
    expect(excessOf(BLUESKY.measure(fits))).toBeUndefined();
    expect(excessOf(BLUESKY.measure(`${fits}a`))).toEqual({ count: 3001, limit: 3000, unit: 'bytes of UTF-8' });
  });
});

describe('links and mentions', () => {
  it.each(facets.cases)('$text', ({ text, segments }) => {
    const live = BLUESKY.findEntities(text).filter(({ kind }) => kind !== 'hashtag');
    const expected = segments.flatMap(([words, target]) => (target === undefined ? [] : [[words, target]]));
    expect(
      live.map(({ kind, start, end, value }) => [
        text.slice(start, end),
        kind === 'mention' ? `did:fake:${value}` : value,
      ]),
    ).toEqual(expected);
  });

  it.each([
    ['“https://example.org/a”', ['https://example.org/a']],
    ['«https://example.org/a»', ['https://example.org/a']],
    ['https://example.org/a…', ['https://example.org/a']],
    ['https://example.org/a—and', ['https://example.org/a']],
    ['(see https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['https://ar.wikipedia.org/wiki/كابول', ['https://ar.wikipedia.org/wiki/كابول']],
    ['me@example.org', []],
    ['https://', []],
  ])('finds the address and no punctuation in %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

describe('cashtags', () => {
  it.each(cashtags.cases)('$text', ({ text, tags: expected, indices }) => {
    const live = BLUESKY.findEntities(text);
    expect(live.map(({ kind, value }) => [kind, value])).toEqual(expected.map((tag) => ['hashtag', tag]));
    expect(live.map(({ byteStart, byteEnd }) => ({ byteStart, byteEnd }))).toEqual(indices);
  });

  it.each(['$5m', 'US$5', '$1,200', '$', '$-5', 'A$AP'])('%s is money or a name', (text) => {
    expect(hashtags(text)).toEqual([]);
  });
});

/** Where the official client's rule takes punctuation or emoji into a tag, and ours does not. */
const DEVIATIONS: Record<string, { readonly tags: readonly string[]; readonly why: string }> = {
  'its a #double#rainbow': { tags: ['double', 'rainbow'], why: 'two hashtags, which the linter wants apart' },
  '##hashash': { tags: ['hashash'], why: 'a tag holds no #' },
  'some #n0n3s@n5e!': { tags: ['n0n3s'], why: 'a tag holds no @' },
  'works #with,punctuation': { tags: ['with'], why: 'a tag ends at a comma' },
  'works with #🦋 emoji, and #butter🦋fly': { tags: ['butter'], why: 'a tag holds letters and digits' },
  'no match (\\u20e2tag): #\u20e2tag': { tags: ['\u20e2tag'], why: 'an enclosing mark is a mark like others' },
  'no match (a\\u20e2b): #a\u20e2b': { tags: ['a\u20e2b'], why: 'an enclosing mark is a mark like others' },
  'this ##️⃣tag should be a tag': { tags: [], why: 'a keycap is an emoji' },
  'match full width number sign (tag): ＃#️⃣tag': { tags: [], why: 'a keycap is an emoji' },
};

describe('hashtags', () => {
  it.each(tags.cases.filter(({ text }) => !(text in DEVIATIONS)))('$text', ({ text, tags: expected, indices }) => {
    const live = BLUESKY.findEntities(text).filter(({ kind }) => kind === 'hashtag');
    expect(live.map(({ value }) => value)).toEqual(expected);
    expect(live.map(({ byteStart, byteEnd }) => ({ byteStart, byteEnd }))).toEqual(indices);
  });

  it.each(Object.entries(DEVIATIONS))('%s: better on purpose', (text, { tags: expected }) => {
    const official = tags.cases.find((one) => one.text === text)?.tags;
    expect(official).toBeDefined();
    expect(official).not.toEqual(expected);
    expect(hashtags(text)).toEqual(expected);
  });

  it.each([
    ['#ISKP’s', ['ISKP']],
    ['(#tag)', ['tag']],
    ['#Afghan#Taliban', ['Afghan', 'Taliban']],
    ['#ISWAP—#IS’s', ['ISWAP', 'IS']],
    ['#covid19’s', ['covid19']],
    ['#کابل #كابول', ['کابل', 'كابول']],
    ['R&D#1 and C#', []],
  ])('%s', (text, expected) => {
    expect(hashtags(text)).toEqual(expected);
  });
});
