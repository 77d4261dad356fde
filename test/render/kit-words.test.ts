import { describe, expect, it } from 'vitest';
import { kitWords } from '../../src/render/words/kit-words.js';

const written = (value: number) => ({ value, text: String(value) });

describe('the words of the posting kit', () => {
  it('are those of the language, whatever its region, else English ones that say so', () => {
    expect(kitWords('ar-LB')).toMatchObject({ lang: 'ar-LB', dir: 'rtl' });
    expect(kitWords('en-US')).toMatchObject({ lang: 'en-US', dir: 'ltr' });
    expect(kitWords('fa')).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  it.each([
    [1, '1 post, at most 280 weighted characters.', 'منشور واحد لا يتجاوز 280 حرفاً موزوناً.'],
    [2, '2 posts, at most 280 weighted characters each.', 'منشوران، لا يتجاوز كل منهما 280 حرفاً موزوناً.'],
    [3, '3 posts, at most 280 weighted characters each.', '3 منشورات، لا يتجاوز كل منها 280 حرفاً موزوناً.'],
    [11, '11 posts, at most 280 weighted characters each.', '11 منشوراً، لا يتجاوز كل منها 280 حرفاً موزوناً.'],
    [100, '100 posts, at most 280 weighted characters each.', '100 منشور، لا يتجاوز كل منها 280 حرفاً موزوناً.'],
  ])('count %d posts', (value, english, arabic) => {
    const thread = { name: 'X', posts: written(value), limit: written(280), unit: 'weighted characters', joins: false };
    expect(kitWords('en').words.sum(thread)).toBe(english);
    expect(kitWords('ar').words.sum(thread)).toBe(arabic);
  });

  it('say what became of a post that was split', () => {
    const split = { post: '2', count: written(303), limit: '280', unit: 'characters', why: '303 characters, 280 fit' };
    const { words } = kitWords('ar');
    expect(words.split({ ...split, parts: written(2) })).toBe(
      'المنشور 2 من المسودة مقسّم هنا إلى منشورين: طوله 303 أحرف، والحد 280.',
    );
    expect(words.split({ ...split, parts: written(3) })).toMatch(/إلى 3 منشورات:/);
  });

  it('have the same names in braces in both languages', () => {
    const [english, arabic] = [kitWords('en').words, kitWords('ar').words];
    const slots = (words: Readonly<Record<string, string>>): Record<string, string[]> =>
      Object.fromEntries(Object.entries(words).map(([name, text]) => [name, (text.match(/\{\w+\}/g) ?? []).sort()]));
    expect(slots(arabic.frame)).toEqual(slots(english.frame));
    expect(slots(arabic.script)).toEqual(slots(english.script));
  });
});
