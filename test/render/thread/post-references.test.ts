import { describe, expect, it } from 'vitest';
import type { Numbering } from '../../../src/model/draft.js';
import type { Story } from '../../../src/model/story.js';
import type { Thread } from '../../../src/model/thread.js';
import { renderThread } from '../../../src/render/thread/render-thread.js';
import { fill } from '../../fill/fill-input.js';
import { optionsFor } from './story-of.js';

const NUMBERED: Numbering = { style: '1/n', place: 'start', first: true, start: 1 };
const LONG = `${'One '.repeat(49).trim()}. ${'Two '.repeat(49).trim()}.`;

function thread(text: string, numbering: Partial<Numbering> = {}): { thread: Thread; story: Story; texts: string[] } {
  const { story, draft } = fill(text);
  const {
    value,
    story: settled,
    messages,
  } = renderThread(story, optionsFor(draft.source.text, { numbering: { ...NUMBERED, ...numbering } }));
  expect(messages).toEqual([]);
  return { thread: value, story: settled, texts: value.posts.map((post) => post.text) };
}

const post = (id: string, words: string): string => `<!-- post: id=${id} -->\n\n${words}`;
const posts = (...all: string[]): string => all.join('\n\n---\n\n');

describe('{{post}}', () => {
  it('names the first part of a post by its number after splitting, before and behind it', () => {
    const { texts } = thread(posts('See {{post "why"}}.', LONG, post('why', LONG), 'As {{post "why"}} says.'));
    expect([texts[0], texts.at(-1)]).toEqual(['1/6 See post 4.', '6/6 As post 4 says.']);
  });

  it('is this post only in the part that it names', () => {
    const { texts } = thread(post('why', `{{post "why"}} is long. ${LONG} So {{post "why"}} was.`));
    expect(texts[0]).toMatch(/^1\/\d This post is long\./);
    expect(texts.at(-1)).toMatch(/So post 1 was\.$/);
  });

  it('is on record with its words and the post it stands in, as other figures are', () => {
    const { story } = thread(posts(LONG, post('why', 'Why: {{count 7 "boat"}}.'), 'As {{post "why"}} says.'));
    expect(story.figures.map(({ kind, text, post: at }) => `${kind} ${text} ${at}`)).toEqual([
      'figure seven boats 3',
      'reference post 3 4',
    ]);
    expect(JSON.stringify(story.posts[2]?.children)).toContain('"text":"post 3"');
  });

  it('that makes its own post too long counts in full', () => {
    // `post 9` would fit, `post 10` does not
    const words = `${'w '.repeat(130)}is what {{post "last"}} x.`;
    const all = [words, ...Array.from({ length: 8 }, (_, index) => `Post ${index}.`), post('last', 'The last.')];
    const { texts, thread: made } = thread(posts(...all), { style: '1.' });
    const number = /what post (\d+) x\./.exec(texts.join(' '))?.[1];
    expect(texts[Number(number) - 1]).toMatch(/The last\.$/);
    expect(made.posts.every(({ count, limit }) => count <= limit)).toBe(true);
  });

  it('settles, however many there are and wherever the limit falls', () => {
    for (let length = 225; length < 285; length += 5) {
      const words = (index: number): string =>
        `${'w '.repeat(length).slice(0, length)}, see {{post "p${(index + 5) % 12}"}} and {{post "p${index}"}}.`;
      const all = Array.from({ length: 12 }, (_, index) => post(`p${index}`, words(index)));
      const { thread: made } = thread(posts(...all));
      const firsts = all.map((_, index) => made.posts.findIndex(({ sourcePost }) => sourcePost === index + 1) + 1);
      made.posts.forEach(({ text, sourcePost, count, limit }, index) => {
        expect(text.startsWith(`${index + 1}/${made.posts.length} `)).toBe(true);
        expect(count).toBeLessThanOrEqual(limit);
        const seen = /see (.+) and/.exec(text)?.[1];
        if (seen !== undefined) expect(seen).toBe(`post ${firsts[(sourcePost - 1 + 5) % 12]}`);
      });
    }
  });
});

describe('a figure', () => {
  it('stands in the part that holds it, or shows its picture', () => {
    const { story } = thread(`${LONG} So {{count 7 "boat"}}.\n\n![with {{num 8}} boats](a.png)`);
    expect(story.figures.map(({ text, post: at }) => `${text} ${at}`)).toEqual(['seven boats 2', '8 2']);
  });

  it('names its picture where it is, with {{ref}}', () => {
    const chart = '\n\n```vega-lite daily\nmark: bar\n```\n';
    const { thread: made } = thread(`{{ref "daily"}} shows it. ${LONG}\n\n![a](chart:daily)${chart}`);
    expect(made.posts.map(({ media }) => media.map(({ name }) => name))).toEqual([['daily'], []]);
  });
});
