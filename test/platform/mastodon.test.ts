import { describe, expect, it } from 'vitest';
import { MASTODON } from '../../src/platform/mastodon.js';
import { excessOf } from '../../src/platform/platform.js';
import { readVectors } from './read-vectors.js';

const vectors = readVectors('mastodon-status-length.json') as {
  limit: number;
  cases: { d: string; text: string; spoiler?: string; valid: boolean }[];
};

describe('length', () => {
  it.each(vectors.cases)('$d', ({ text, spoiler = '', valid }) => {
    expect(MASTODON.count(spoiler) + MASTODON.count(text) <= vectors.limit).toBe(valid);
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
