import { describe, expect, it } from 'vitest';
import { graphemes } from '../../../src/platform/graphemes.js';
import type { Platform } from '../../../src/platform/platform.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { splitText } from '../../../src/render/thread/split-text.js';
import { traced } from '../../../src/render/thread/traced-text.js';

const DRAFT = { origin: 'draft', span: { start: 0, end: 1 } } as const;

/** X in small: a text of some forty characters is a long one. */
const small = (limit: number): Platform => ({
  ...PLATFORMS.bluesky,
  limit,
  measure: (text) => ({ sizes: [{ count: graphemes(text).length, limit, unit: 'graphemes' }], note: undefined }),
});

function split(text: string, limit: number, lang = 'en-GB'): string[] {
  const result = splitText(traced(text, DRAFT), { platform: small(limit), lang, dress: (words) => words });
  return result.kind === 'parts' ? result.parts.map((part) => part.text) : [`stuck: ${result.what.words.text}`];
}

describe('the best place', () => {
  it.each<[string, number, string, string[]]>([
    [
      'paragraphs',
      40,
      'One two three. Four five six.\n\nSeven eight nine.',
      ['One two three. Four five six.', 'Seven eight nine.'],
    ],
    [
      'lines',
      40,
      'One two three. Four five six\nSeven eight nine',
      ['One two three. Four five six', 'Seven eight nine'],
    ],
    ['sentences', 32, 'One, two, three. Four, five, six. Seven.', ['One, two, three.', 'Four, five, six. Seven.']],
    ['clauses', 30, 'One two three four five six, seven eight', ['One two three four five six,', 'seven eight']],
    ['words', 20, 'One two three four five six', ['One two three', 'four five six']],
    ['balance', 30, 'One two. Three four. Five six. Seven.', ['One two. Three four.', 'Five six. Seven.']],
    ['no orphan', 30, 'Aaaa aaa aaa. Bbbb bbb bbb. Cc.', ['Aaaa aaa aaa.', 'Bbbb bbb bbb. Cc.']],
    [
      'a sentence that fits is not cut',
      20,
      'One two three four. Five, six seven. Eight nine.',
      ['One two three four.', 'Five, six seven.', 'Eight nine.'],
    ],
    ['as few as can be', 20, 'One. Two. Three. Four. Five. Six.', ['One. Two. Three.', 'Four. Five. Six.']],
  ])('%s', (_, limit, text, expected) => {
    expect(split(text, limit)).toEqual(expected);
  });
});

describe('what ends no sentence', () => {
  it.each([
    ['en-GB', 'Aaaa bbbb cccc dddd. He saw Dr. Smith there.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. It fell on 11 Sep. 2021.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. In the U.S. Army now.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. See Fig. 2 and No. 7.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. Fish, e.g. Cod, here.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. Us vs. Them, again.'],
    ['en-GB', 'Aaaa bbbb cccc dddd. By J. R. Smith, now.'],
    ['de', 'Aaaa bbbb cccc dddd. Am 25. August kam er.'],
    ['de', 'Aaaa bbbb cccc dddd. Es war z. B. Abend da.'],
    ['de', 'Aaaa bbbb cccc dddd. Herr Prof. Klein da.'],
  ])('%s: %s', (lang, text) => {
    expect(split(text, 24, lang)).toEqual(['Aaaa bbbb cccc dddd.', text.slice(21)]);
  });

  it.each([
    ['ar', 'هل جاء الرجل؟ نعم جاء أمس.', ['هل جاء الرجل؟', 'نعم جاء أمس.']],
    ['ur', 'وہ کل آیا تھا۔ اس نے کہا۔', ['وہ کل آیا تھا۔', 'اس نے کہا۔']],
    ['hi', 'वह कल आया था। उसने कहा।', ['वह कल आया था।', 'उसने कहा।']],
    ['zh', '他昨天来了。他说没有问题。', ['他昨天来了。', '他说没有问题。']],
    ['ja', '昨日、来ました。問題ないと言う。', ['昨日、来ました。', '問題ないと言う。']],
  ])('%s ends sentences in its own way', (lang, text, expected) => {
    expect(split(text, lang === 'zh' || lang === 'ja' ? 10 : 18, lang)).toEqual(expected);
  });
});

describe('what is never cut, though a cut would make it fit', () => {
  it.each([
    ['a hashtag of a script without spaces', '看 #港口今天開放了 了', 'stuck: #港口今天開放了'],
    ['a space that a mark stands on', 'aaaa \u0301bbbb', 'stuck: aaaa \u0301bbbb'],
    ['a space that holds words together', 'aaaa\u00A0bbbb', 'stuck: aaaa\u00A0bbbb'],
  ])('%s', (_, text, expected) => {
    expect(split(text, 6)).toEqual([expected]);
  });
});

it('measures each place of a long text only a few times, however many there are', () => {
  const lengths = [1000, 2000, 4000].map((length) => {
    let measured = 0;
    const platform: Platform = {
      ...PLATFORMS.x,
      measure: (text) => {
        measured += 1;
        return PLATFORMS.x.measure(text);
      },
    };
    const text = '漢字'.repeat(length / 2);
    const result = splitText(traced(text, DRAFT), { platform, lang: 'en-GB', dress: (words) => `${words}\n\n1.` });
    expect(result.kind).toBe('parts');
    return measured / length;
  });
  for (const times of lengths) expect(times).toBeLessThan(4);
});
