import { describe, expect, it } from 'vitest';
import { BRIEF, fill, filled, problems, REPORT, storyText } from './fill-input.js';

const QUIET = { q: { rows: [], columns: ['n'] } };
const BUSY = { q: [{ n: 7 }] };

describe('a thread', () => {
  it('is parted at ---, which a page leaves out', () => {
    const text = 'A\n\nB\n\n---\n\nC';
    expect(filled(text)).toBe('A | B --- C');
    expect(filled(text, {}, { target: BRIEF })).toBe('A | B | C');
    expect(filled(text, {}, { target: REPORT })).toBe('A | B | C');
  });

  it('leaves out headings, also in numbers and media', () => {
    expect(filled('## One\n\nA\n\n---\n\n## Two\n\nB')).toBe('A --- B');
    expect(filled('## One\n\n---\n\nB')).toBe('B');
  });

  it.each([
    ['A\n\n---\n\n{{#if q}}B{{/if}}\n\n---\n\nC', 'A --- B --- C', '5:1'],
    ['A\n\n---\n\n{{#if q}}\n\nB\n\n{{/if}}\n\n---\n\nC', 'A --- B --- C', '5:1'],
    ['A\n\n---\n\n> {{#if q}}B{{/if}}\n\n---\n\nC', 'A --- >(B) --- C', '5:1'],
    ['A\n\n---\n\n{{#each q as |r|}}\n- B\n{{/each}}\n\n---\n\nC', 'A --- ul(B) --- C', '5:1'],
    ['A\n\n---\n\n- {{#if q}}B{{/if}}\n\n---\n\nC', 'A --- ul(B) --- C', '5:1'],
    ['A\n\n---\n\n## H\n\n{{#if q}}B{{/if}}\n\n---\n\nC', 'A --- B --- C', '7:1'],
  ])('drops a post that a condition emptied, with a note: %j', (text, full, place) => {
    expect(filled(text, BUSY)).toBe(full);
    const { story, messages } = fill(text, QUIET);
    expect(storyText(story)).toBe('A --- C');
    expect(messages.map((message) => [message.rule, message.severity])).toEqual([['post-dropped', 'note']]);
    expect(problems(text, QUIET)).toEqual([
      `${place} post-dropped: Unexpected empty post, its conditions left nothing in it; the other posts close up`,
    ]);
    expect(fill(text, QUIET, { target: BRIEF }).messages).toEqual([]);
  });

  it('says nothing of posts where a condition failed, which is told', () => {
    const text = 'A\n\n---\n\n{{#if (gt q.none 1)}}B{{/if}}\n\n---\n\nC';
    expect(fill(text, BUSY).messages.map(({ rule }) => rule)).toEqual(['column-unknown']);
  });

  it('drops without a word what {{#only}} meant for others, and a post under a condition of its own', () => {
    expect(filled('A\n\n---\n\n{{#only "brief"}}B{{/only}}{{#only "x"}}{{/only}}\n\n---\n\nC')).toContain('A --- C');
    expect(filled('A\n\n---\n\n{{#only "brief"}}\n\nB\n\n{{/only}}\n\n---\n\nC')).toBe('A --- C');
    expect(filled('A\n\n{{#if q}}\n\n---\n\nB\n\n{{/if}}\n\n---\n\nC', QUIET)).toBe('A --- C');
    expect(filled('A\n\n{{#if q}}\n\n---\n\nB\n\n{{/if}}\n\n---\n\nC', BUSY)).toBe('A --- B --- C');
  });

  it('keeps a post of an image alone', () => {
    expect(filled('A\n\n---\n\n![b](b.png)')).toBe('A --- ![b](file:b.png)');
  });

  it('knows the attributes, media and place of each post', () => {
    const text = '<!-- post: id=first marks=roman -->\nA ![a](a.png)\n\n---\n\nB\n\n![b](b.png)';
    const { story, draft } = fill(text);
    expect(story.posts.map(({ attributes }) => attributes)).toEqual([
      { id: 'first', marks: 'roman' },
      { id: undefined, marks: 'draft', split: undefined },
    ]);
    expect(story.posts.map(({ media }) => media.map(({ name, number }) => `${name} ${number}`))).toEqual([
      ['a.png 1'],
      ['b.png 2'],
    ]);
    expect(story.posts.map(({ span }) => draft.source.text.slice(span.start, span.end))).toEqual([
      'A ![a](a.png)',
      'B\n\n![b](b.png)',
    ]);
  });

  it.each([
    [
      'A\n\n<!-- post: id=late -->\n\nB',
      '3:1 post-attributes: Unexpected post comment in the middle of a post, expected it first',
    ],
    ['<!-- post: id=a -->\n<!-- post: id=b -->\n\nB', undefined],
  ])('%j is refused', (text, message) => {
    expect(problems(text)).toEqual(message === undefined ? [expect.stringContaining('post-attributes')] : [message]);
  });

  it('says every problem of a text at once', () => {
    expect(problems('{{a.n}} and {{b.n}}\n\n- {{c.n}}\n\n![{{d.n}}](x.png)')).toHaveLength(4);
  });
});
