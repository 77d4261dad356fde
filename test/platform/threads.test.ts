import { describe, expect, it } from 'vitest';
import { excessOf } from '../../src/platform/platform.js';
import { THREADS } from '../../src/platform/threads.js';

describe('length', () => {
  it.each([
    ['letters', 'a'.repeat(500), 'a'],
    ['emoji, by their bytes', '👍'.repeat(125), 'a'],
    ['a family, by its 25 bytes', '👨‍👩‍👧‍👦'.repeat(20), '.'],
    ['a flag, by its 8 bytes', `${'🇦🇫'.repeat(62)}abcd`, '!'],
    ['a keycap, by its 7 bytes', `${'1️⃣'.repeat(71)}abc`, 'd'],
    ['Arabic letters', 'ك'.repeat(500), 'ك'],
    ['letters beyond the first plane, which it may count twice', '𐎠'.repeat(250), 'a'],
  ])('fits at 500 and not at 501: %s', (_, fits, more) => {
    expect(THREADS.count(fits)).toBe(500);
    expect(excessOf(THREADS.measure(fits))).toBeUndefined();
    expect(excessOf(THREADS.measure(fits + more))).toEqual({ count: 501, limit: 500, unit: 'characters' });
  });

  it('says why a text counts more than readers see', () => {
    expect(THREADS.measure('Kabul 👍').note).toContain(
      'Readers see 7 characters; Threads counts an emoji by its UTF-8 bytes',
    );
    expect(THREADS.measure('Kabul, كابول').note).toBeUndefined();
  });

  it('counts an address as it is', () => {
    expect(THREADS.count(`https://example.org/${'a'.repeat(80)}`)).toBe(100);
  });
});

describe('entities', () => {
  it.each([
    ['see www.example.org and https://example.org/a.', ['https://www.example.org', 'https://example.org/a']],
    ['“https://ar.wikipedia.org/wiki/كابول”', ['https://ar.wikipedia.org/wiki/كابول']],
    ['#Kabul’s #Herat', ['Kabul', 'Herat']],
    [`#${'a'.repeat(50)} #${'b'.repeat(51)}`, ['a'.repeat(50)]],
    ['@field.desk, @a_b. me@example.org', ['field.desk', 'a_b']],
    [`@${'a'.repeat(30)} @${'b'.repeat(31)}`, ['a'.repeat(30)]],
  ])('%s', (text, expected) => {
    expect(THREADS.findEntities(text).map(({ value }) => value)).toEqual(expected);
  });
});

it('takes five links and one topic, and writes a post on its own page', () => {
  expect([THREADS.maxLinks, THREADS.maxHashtags]).toEqual([5, 1]);
  expect(THREADS.composeUrl('1. A & b\n#c')).toBe('https://www.threads.com/intent/post?text=1.%20A%20%26%20b%0A%23c');
});
