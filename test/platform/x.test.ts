import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, it } from 'vitest';
import { X } from '../../src/platform/x.js';
import { excessOf } from '../../src/platform/platform.js';
import { readVectors } from './read-vectors.js';
import { mixedPieces, mixedText } from './mixed-text.js';

interface Weighted {
  readonly d: string;
  readonly text: string;
  readonly expected: { readonly weightedLength: number; readonly valid: boolean };
}
interface Extraction {
  readonly d: string;
  readonly text: string;
  readonly expected: readonly (string | { readonly indices: readonly [number, number] })[];
}
interface Yes {
  readonly description: string;
  readonly text: string;
  readonly expected: unknown;
}

const weighted = readVectors('x-weighted-v3.json') as { cases: Weighted[] };
const entities = readVectors('x-entities.json') as Record<string, Extraction[]>;
const validate = readVectors('tt-validate.yml') as { tests: Record<string, Yes[]> };
const tlds = readVectors('tt-tlds.yml') as { tests: Record<string, { text: string; expected: string[] }[]> };
const emoji = readVectors('x-emoji17-disagreements.json') as { weights: Record<string, string[]> };

const RUNS = process.env['THREADWRIGHT_SOAK'] === '1' ? 100_000 : 1000;

const oracle = (text: string): number => twitter.parseTweet(text).weightedLength;
const found = (kind: string, text: string): string[] =>
  X.findEntities(text).flatMap((entity) => (entity.kind === kind ? [text.slice(entity.start, entity.end)] : []));

describe('weighted length', () => {
  it.each(weighted.cases)('$d', ({ text, expected }) => {
    expect(X.count(text)).toBe(expected.weightedLength);
  });

  it.each(validate.tests['UnicodeDirectionalMarkerCounterTest'] ?? [])('$description', ({ text, expected }) => {
    expect(X.count(text)).toBe((expected as { weightedLength: number }).weightedLength);
  });

  it('is that of twitter-text on every string of its own posts suite', () => {
    const texts = Object.values(validate.tests).flatMap((cases) => cases.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(90);
    expect(texts.map((text) => X.count(text))).toEqual(texts.map(oracle));
  });

  it('takes the higher count for the 967 emoji that are newer than the published counter, and says so', () => {
    for (const [weight, list] of Object.entries(emoji.weights)) {
      for (const one of list) {
        const { sizes, note } = X.measure(one);
        expect([one, sizes[0].count]).toEqual([one, Number(weight)]);
        expect(note).toContain('X says it counts every emoji as 2, which would make 2; 1 of these emoji');
      }
    }
    expect(X.measure('📊 👍🏽').note).toBeUndefined();
  });

  it('is never under that of twitter-text, and the same unless a newer rule is higher', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        fc.pre(!hasTwoAlike(text.normalize('NFC')));
        expect(X.count(text)).toBe(oracle(text));
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('counts the parts of a text that is not in NFC as X stores it', () => {
    expect(X.count('cafe\u0301')).toBe(4);
  });

  it('fits at 280 and not at 281', () => {
    const fits = `https://example.org/a/long/address ${'a'.repeat(256)}`;
    expect(X.count(fits)).toBe(280);
    expect(excessOf(X.measure(fits))).toBeUndefined();
    expect(excessOf(X.measure(`${fits}b`))).toEqual({ count: 281, limit: 280, unit: 'weighted characters' });
  });
});

describe('entities', () => {
  it.each([...(entities['urls'] ?? [])])('URLs: $d', ({ text, expected }) => {
    expect(found('link', text)).toEqual(expected);
  });

  it.each([...(entities['hashtags'] ?? [])])('hashtags: $d', ({ text, expected }) => {
    expect(found('hashtag', text).map((tag) => tag.slice(1))).toEqual(expected);
  });

  it.each([...(entities['mentions'] ?? [])])('mentions: $d', ({ text, expected }) => {
    expect(found('mention', text).map((name) => name.slice(1))).toEqual(expected);
  });

  it.each(
    ['urls_with_indices', 'urls_with_directional_markers', 'hashtags_with_indices', 'mentions_with_indices'].flatMap(
      (suite) => (entities[suite] ?? []).map((one) => ({ ...one, suite })),
    ),
  )('$suite: $d', ({ suite, text, expected }) => {
    const kind = suite.startsWith('urls') ? 'link' : suite.startsWith('hashtags') ? 'hashtag' : 'mention';
    const points = (end: number): number => Array.from(text.slice(0, end)).length;
    const indices = X.findEntities(text)
      .filter((entity) => entity.kind === kind)
      .map(({ start, end }) => [points(start), points(end)]);
    expect(indices).toEqual(expected.map((one) => (typeof one === 'string' ? [] : one.indices)));
  });

  it('links every top-level domain that X does', () => {
    const cases = Object.values(tlds.tests).flat();
    expect(cases.length).toBe(1574);
    for (const { text, expected } of cases) expect(found('link', text)).toEqual(expected);
  });

  it('finds the links, hashtags and mentions that twitter-text finds', () => {
    fc.assert(
      fc.property(mixedPieces, (text) => {
        fc.pre(!hasTwoAlike(text));
        const entities = X.findEntities(text).map(({ start, end }) => [start, end]);
        expect(entities).toEqual(wholeCharacters(oracleEntities(text), text));
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

/** The oracle looks a bare domain up by its text, and so takes the first of two alike where only the second is one. */
function hasTwoAlike(text: string): boolean {
  const domains = twitter.extractUrls(text).map((url) => url.replace(/[/?].*$/s, ''));
  return domains.some((domain) => text.indexOf(domain) !== text.lastIndexOf(domain));
}

function oracleEntities(text: string): [number, number][] {
  return twitter
    .extractEntitiesWithIndices(text)
    .filter((entity) => !('cashtag' in entity))
    .map(({ indices }) => indices);
}

/** Ours end with a whole character of a reader; the oracle leaves a mark outside that no URL holds. */
function wholeCharacters(ranges: readonly [number, number][], text: string): [number, number][] {
  const segments = Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text));
  const edges = [...segments.map(({ index }) => index), text.length];
  return ranges
    .filter(([start]) => edges.includes(start))
    .map(([start, end]) => [start, edges.find((edge) => edge >= end) ?? end]);
}
