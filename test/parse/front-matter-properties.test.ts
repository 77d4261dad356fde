import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { KEYS } from '../../src/parse/front-matter-keys.js';
import { parse } from './front-matter-input.js';

const names = KEYS.map(({ path }) => path.split('.').at(-1) ?? '').filter((name) => name !== '*');
const key = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 8 }));
const snippets = [
  '{{',
  '}}',
  '{{num q.n}}',
  "'",
  '"',
  ': ',
  '#',
  '\n',
  '\n  ',
  '\t',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '|',
  '&a ',
  '*a',
  '!x ',
  '...',
  '\r\n',
];
const words = fc.array(
  fc.oneof(
    fc.constantFrom(...snippets, ...names.map((name) => `\n${name}: `)),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ),
  {
    maxLength: 25,
  },
);

describe('any front matter', () => {
  it('gives messages that lie inside the file, and never throws', () => {
    fc.assert(
      fc.property(words, (parts) => {
        inside(parts.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('of known keys with values of any kind does too', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 3 }, fc.dictionary(key, tie('value')), fc.array(tie('value'), { maxLength: 3 })),
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.constant('{{num q.n}}'),
        tie('tree'),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        inside(stringify(value));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a tag’s place whatever stands before it and however it is quoted', () => {
    const before = fc.array(fc.constantFrom('it', "group's", '"best"', 'é', '🙂', 'a', '(b)', '“c”'), { maxLength: 6 });
    const style = fc.constantFrom('QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED', 'PLAIN');
    fc.assert(
      fc.property(before, style, fc.integer({ min: 20, max: 80 }), (parts, defaultStringType, lineWidth) => {
        const title = [...parts, '{{num q.n}}', 'end'].join(' ');
        const yaml = stringify(
          { date: '2021-09-24', title },
          { defaultStringType, defaultKeyType: 'PLAIN', lineWidth },
        );
        const { value, source } = parse(yaml);
        const tag = value?.title.children.find(({ type }) => type === 'tag');
        const span = tag && 'span' in tag ? tag.span : undefined;
        expect(source.text.slice(span?.start, span?.end).replace(/\s+/u, ' ')).toBe('{{num q.n}}');
      }),
      { numRuns: 500 },
    );
  });
});

function inside(yaml: string): void {
  const { messages, source } = parse(yaml);
  const lines = source.text.split(/\r\n|\n|\r/u);
  for (const { place, reason } of messages) {
    const line = lines[(place?.line ?? 0) - 1];
    expect(line, reason).toBeDefined();
    expect(place?.column, reason).toBeLessThanOrEqual((line?.length ?? 0) + 2);
    expect(reason).toMatch(/^[A-Z].*[^.]$/su);
    expect(reason).not.toContain('\n');
  }
}
