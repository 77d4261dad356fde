import { describe, expect, it } from 'vitest';
import { FRONT_MATTER, messagesOf, parseFile, parseRight, parseText, show } from './draft-input.js';
import { outline } from './outline.js';

describe('posts', () => {
  it.each([
    ['A\n\n---\n\nB', 'A | --- | B'],
    ['A\n\n***\n\nB\n\n* * *\n\nC', 'A | --- | B | --- | C'],
    ['# A\n---\nB', 'h1(A) | --- | B'],
    ['- a\n---\n> b\n---\nC', 'ul(a) | --- | >(b) | --- | C'],
    // Definitions alone are no post
    ['```sql q\n```\n\n---\n\nA', 'A'],
    ['A\n\n---\n\n```sql q\n```', 'A'],
    ['A\n\n---\n\n```sql q\n```\n\n---\n\nB', 'A | --- | B'],
    ['A\n\n---\n\n```sql q\n```\n\nB', 'A | --- | B'],
    ['```sql q\n```\n\n---\n\n<!-- a comment -->\n\n```sql r\n```\n\n---\n\nA\n\n---\n\nB', 'A | --- | B'],
    // Attributes
    ['<!-- post: id=burst marks=roman -->\nA', 'post(burst roman) | A'],
    ['A\n\n---\n\n<!--post: marks=roman-paren-->\n\nB', 'A | --- | post( roman-paren) | B'],
    ['<!-- post: id=a-b -->\n```sql q\n```\n\nA', 'post(a-b draft) | A'],
    ['<!-- post: id=a -->\nA\n\n---\n\n<!-- post: id=A -->\nB', 'post(a draft) | A | --- | post(A draft) | B'],
    // Of two arms one is published
    [
      '{{#if q}}\n\n<!-- post: id=a -->\nA\n\n{{else}}\n\n<!-- post: id=a -->\nB\n\n{{/if}}',
      '<if q>post(a draft) | A<else>post(a draft) | B</if>',
    ],
    ['<!-- posting is hard -->\nA <!-- inline --> B', 'A  B'],
    ['<!-- post:\n  id=a\n-->\nA', 'post(a draft) | A'],
    // Words, not lists
    ['2021\\. It began', '2021. It began'],
    ['In 2021. It began', 'In 2021. It began'],
    ['99. A list', 'ol(A list)'],
    ['98. a\n99. b\n100. c', 'ol(a | b | c)'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text).body)).toBe(expected);
  });

  it.each<[text: string, ...messages: string[]]>([
    ['---\n\nA', '1:1 post-empty: Unexpected `---` with no post above it'],
    ['A\n\n---', '3:1 post-empty: Unexpected `---` with no post below it'],
    ['A\n\n---\n\n---\n\nB', '5:1 post-empty: Unexpected `---` with no post above it'],
    ['A\n\n---\n\n<!-- nothing -->\n\n---\n\nB', '7:1 post-empty: Unexpected `---` with no post above it'],
    ['A\n\n---\n\n<!-- post: id=a -->\n', '3:1 post-empty: Unexpected `---` with no post below it'],
    // A heading that nobody meant, and nothing else to say
    [
      'A\n---\n\nB',
      '2:1 setext-heading: Unexpected `---` directly under a line of text, which makes that line a heading',
    ],
    [
      'A\n===\n\nB',
      '2:1 setext-heading: Unexpected `===` directly under a line of text, which makes that line a heading',
    ],
    ['A\n-\n\nB', '2:1 setext-heading: Unexpected `-` directly under a line of text, which makes that line a heading'],
    [
      '> A\n> ---\n\nB',
      '2:3 setext-heading: Unexpected `---` directly under a line of text, which makes that line a heading',
    ],
    [
      '![a](a.png)\n---\nB',
      '2:1 setext-heading: Unexpected `---` directly under a line of text, which makes that line a heading',
    ],
    [
      'A\\\n---\nB',
      '2:1 setext-heading: Unexpected `---` directly under a line of text, which makes that line a heading',
    ],
    [
      '{{#if q}}\n\nA\n{{/if}}\n---\n\nB',
      '5:1 setext-heading: Unexpected `---` directly under a line of text, which makes that line a heading',
    ],
    // A list that nobody meant
    ['2021. It began', '1:1 list-accident: Unexpected `2021.` at the start of a line, which makes it a list'],
    ['2021) It began', '1:1 list-accident: Unexpected `2021)` at the start of a line, which makes it a list'],
    ['1. a\n2021. It began', '2:1 list-accident: Unexpected `2021.` at the start of a line, which makes it a list'],
    ['> 1990. It began', '1:3 list-accident: Unexpected `1990.` at the start of a line, which makes it a list'],
    // Attributes
    ['<!-- post: idd=a -->\nA', '1:12 post-attributes: Unexpected `idd=a` in a post’s comment'],
    [
      '<!-- post: id=1 marks=greek -->\nA',
      '1:12 post-attributes: Unexpected `id=1` in a post’s comment',
      '1:17 post-attributes: Unexpected `marks=greek` in a post’s comment',
    ],
    ['<!-- post: split=never -->\nA', '1:12 post-attributes: Unexpected `split=never` in a post’s comment'],
    ['<!-- post: id=a --> A', '1:1 post-attributes: Unexpected post comment with more beside it'],
    ['<!-- post: id=a --> <!-- b -->\nA', '1:1 post-attributes: Unexpected post comment with more beside it'],
    [
      '<!-- post: id=a -->\nA\n\n---\n\n<!-- post: marks=roman id=a -->\nB',
      '6:24 post-attributes: Unexpected second post `a`, the first is on line 5',
    ],
    [
      '{{#if q}}\n\n<!-- post: id=a -->\nA\n\n---\n\n{{/if}}\n\n<!-- post: id=a -->\nB',
      '10:12 post-attributes: Unexpected second post `a`, the first is on line 7',
    ],
    ['- <!-- post: id=a -->\n- A', '1:3 post-attributes: Unexpected post comment inside a list, quote or note'],
  ])('%j is refused', (text, ...messages) => {
    expect(messagesOf(text)).toEqual(messages);
  });

  it('gets the way out of an accident', () => {
    const notes = (text: string): unknown => parseText(text).messages.map(({ note }) => note);
    expect(notes('A\n---\n\nB')).toEqual([
      'Put an empty line above `---` to part two posts; write `## Heading` for a heading',
    ]);
    expect(notes('2021) It began')).toEqual(['Write `2021\\)` or put another word first']);
    expect(notes('<!-- post: idd=a -->\nA')).toEqual(['Did you mean `id=`?']);
  });
});

describe('a file', () => {
  it.each<[text: string, ...messages: string[]]>([
    ['', '1:1 draft-empty: Unexpected empty draft, expected front matter and text'],
    [' \n\n\t', '1:1 draft-empty: Unexpected empty draft, expected front matter and text'],
    ['Text', '1:1 front-matter-missing: Unexpected start of a draft, expected front matter'],
    [
      '\n---\ntitle: A\ndate: 2021-09-24\n---\nText',
      '2:1 front-matter-missing: Unexpected space before the front matter, expected `---` at the very start of the file',
    ],
    [
      '---\ntitle: A\ndate: 2021-09-24\n\nText\n',
      '1:1 front-matter-syntax: Unexpected end of the draft, the front matter is never closed',
    ],
    [
      '---\ntitle: A\ndate: 2021-09-24\n---\n',
      '4:1 draft-empty: Unexpected end of the draft, expected text below the front matter',
    ],
    [
      '---\ntitle: A\ndate: 2021-09-24\n---\n\n```sql q\nSELECT 1\n```\n<!-- x -->\n',
      '9:1 draft-empty: Unexpected end of the draft, expected text below the front matter',
    ],
    [
      `${FRONT_MATTER}${'> '.repeat(51)}a`,
      '5:101 draft-too-deep: Unexpected level 51 of quotes, lists or emphasis within each other, expected at most 50',
    ],
    [
      'a'.repeat(1_000_001),
      '1:1 draft-too-large: Unexpected draft of 1,000,001 characters, expected at most 1,000,000',
    ],
  ])('%j is refused', (text, ...messages) => {
    expect(parseFile(text).messages.map((message) => show({ ...message, note: undefined }, 0))).toEqual(messages);
  });

  it('is read alike with Windows line ends', () => {
    const text =
      '---\ntitle: A\ndate: 2021-09-24\n---\n\nA {{q.n}}\nb\n{{#if q}}\nc\n{{/if}}\n\n---\n\n{{#if q}}\n- c\n{{/if}}\n\n```sql q\nSELECT\n1\n```\n';
    const [unix, windows] = [text, text.replaceAll('\n', '\r\n')].map(parseFile);
    expect(windows?.messages).toEqual([]);
    expect(outline(windows?.draft?.body ?? [])).toBe(outline(unix?.draft?.body ?? []));
    expect(windows?.draft?.queries[0]?.sql.text).toBe('SELECT\n1');
  });
});
