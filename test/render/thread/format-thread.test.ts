import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ThreadPost } from '../../../src/model/thread.js';
import { formatThread } from '../../../src/render/thread/format-thread.js';

const post = (text: string): ThreadPost => ({
  sourcePost: 1,
  part: undefined,
  number: null,
  text,
  count: 0,
  limit: 0,
  entities: [],
  media: [],
  span: { start: 0, end: 0 },
});

const format = (texts: readonly string[]): string =>
  formatThread({ platform: 'x', posts: texts.map(post), splits: [] });

it('parts posts by a line `---` and ends with a line break', () => {
  expect(format(['1. One\n\nmore', '2. Two'])).toBe('1. One\n\nmore\n---\n2. Two\n');
});

it('escapes a line of a post that would part it', () => {
  expect(format(['a\n---\nb', '---', '\\---', '----'])).toBe('a\n\\---\nb\n---\n\\---\n---\n\\\\---\n---\n----\n');
});

it('can be taken apart again, whatever the posts hold', () => {
  const line = fc.constantFrom('---', '\\---', '\\\\---', '--- ', 'a', '', '-');
  const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const parts = format(texts)
        .slice(0, -1)
        .split(/^---$/m)
        .map((part, index, all) => part.slice(index === 0 ? 0 : 1, index === all.length - 1 ? undefined : -1))
        .map((part) => part.replace(/^\\(?=\\*---$)/gm, ''));
      expect(parts).toEqual(texts);
    }),
  );
});
