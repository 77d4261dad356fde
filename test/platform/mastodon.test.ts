import { describe, expect, it } from 'vitest';
import { MASTODON, mastodonOf } from '../../src/platform/mastodon.js';
import { excessOf } from '../../src/platform/platform.js';
import { readVectors } from './read-vectors.js';

const vectors = readVectors('mastodon-status-length.json') as {
  limit: number;
  cases: { d: string; text: string; spoiler?: string; valid: boolean }[];
};

describe('length', () => {
  it.each(vectors.cases)('$d', ({ text, spoiler = '', valid }) => {
    const { measure, limit } = mastodonOf({ contentWarning: spoiler });
    expect(limit).toBe(vectors.limit);
    expect(excessOf(measure(text)) === undefined).toBe(valid);
  });

  it('fits at 500 and not at 501', () => {
    const fits = `@alice@a-long-server.example ${'a'.repeat(469)} https://example.org/${'b'.repeat(300)}`.slice(0);
    expect(MASTODON.count(fits)).toBe(500);
    expect(excessOf(MASTODON.measure(fits))).toBeUndefined();
    expect(excessOf(MASTODON.measure(`a${fits.replace('@alice', ' @alice')}`))?.count).toBe(502);
  });

  it.each([
    ['example.org/x', 13, 'a bare domain counts as it is'],
    ['https://ar.wikipedia.org/wiki/كابول?x=كابول', 23, 'any script may stand in a path and a query'],
    ['https://example.org/a_(b)', 23, 'brackets in pairs'],
    ['(https://example.org/a)', 25, 'not the bracket around it'],
    ['me@example.org', 14, 'an e-mail address is no mention'],
    ['@alice@mastodon.example hi', 9, 'a mention counts without its server'],
  ])('%s: %s, %s', (text, count) => {
    expect(MASTODON.count(text)).toBe(count);
  });
});

describe('a content warning', () => {
  const { measure, count } = mastodonOf({ contentWarning: 'Storm damage 🌊' });

  it('counts with the post, fits at 500 and not at 501, and the message says so', () => {
    const fits = 'a'.repeat(486);
    expect(count(fits)).toBe(500);
    expect(excessOf(measure(fits))).toBeUndefined();
    expect(excessOf(measure(`${fits}a`))?.count).toBe(501);
    expect(measure(fits).note).toBe('The content warning counts with every post, for 14 of these');
    expect(MASTODON.measure(fits).note).toBeUndefined();
  });
});

describe('a server of its own limits', () => {
  const instance = {
    domain: 'mastodon.example',
    maxCharacters: 1000,
    charactersPerUrl: 30,
    maxImages: 8,
    maxImageBytes: 1_000_000,
    maxImagePixels: 4_000_000,
    altLimit: undefined,
    imageTypes: ['image/png'],
  };
  const own = mastodonOf({ instance });

  it('takes as many characters as it says, and not one more', () => {
    const fits = `https://example.org/${'b'.repeat(300)} ${'a'.repeat(969)}`;
    expect(own.count(fits)).toBe(1000);
    expect(excessOf(own.measure(fits))).toBeUndefined();
    expect(excessOf(own.measure(`${fits}a`))).toEqual({ count: 1001, limit: 1000, unit: 'characters' });
  });

  it('says what images it takes, and where a post is written', () => {
    expect([own.maxImages, own.maxImageBytes, own.maxImagePixels, own.imageTypes]).toEqual([
      8,
      1_000_000,
      4_000_000,
      ['image/png'],
    ]);
    expect(own.altLimit).toBe(MASTODON.altLimit);
    expect(mastodonOf({ instance: { ...instance, altLimit: 9 } }).altLimit).toBe(9);
    expect(own.composeUrl('A & b')).toBe('https://mastodon.example/share?text=A%20%26%20b');
    expect(MASTODON.composeUrl('A & b')).toBeUndefined();
  });
});

describe('entities', () => {
  it.each([
    ['@alice@mastodon.example, @bob.', ['alice@mastodon.example', 'bob']],
    ['#Kabul’s', ['Kabul']],
    ['#Afghan#Taliban', ['Afghan']],
    ['(#a) /#b )#c', ['a']],
    ['https://example.org/#frag', ['https://example.org/#frag']],
    ['see example.org', []],
    ['ab@alice', []],
  ])('%s', (text, expected) => {
    expect(MASTODON.findEntities(text).map(({ value }) => value)).toEqual(expected);
  });
});
