import { describe, expect, it } from 'vitest';
import { messagesOf, parseRight, parseText } from './draft-input.js';
import { outline } from './outline.js';

describe('a block', () => {
  it.each([
    // In a sentence
    ['A {{#if q}}b{{/if}} c', 'A <if q>b</if> c'],
    ['A {{#if q.n}}b{{else}}c{{/if}}.', 'A <if q.n>b<else>c</if>.'],
    [
      '{{#if a}}1{{else if b}}2{{else when c ">" 3}}3{{else}}4{{/if}}',
      '<if a>1<else if b>2<else when c ">" 3>3<else>4</if>',
    ],
    ['{{#if a}}{{#if b}}x{{/if}}y{{/if}}', '<if a><if b>x</if>y</if>'],
    ['[{{#if a}}x{{/if}}](https://example.org)', '[<if a>x</if>](https://example.org)'],
    ['## {{#if a}}Up{{else}}Down{{/if}}', 'h2(<if a>Up<else>Down</if>)'],
    ['| {{#if a}}x{{/if}} |\n|---|\n| y |', 'table(<if a>x</if>;y)'],
    // Each tag alone on its line, in one paragraph: the lines of tags go
    ['A\n{{#if q}}\nB\n{{/if}}\nC', 'A⏎<if q>B⏎</if>C'],
    ['A {{#if q}}\nB\n{{/if}} C', 'A <if q>B</if> C'],
    ['A {{#if q}}\nB{{else}}\nC\n{{/if}} D', 'A <if q>B<else>C</if> D'],
    // Around paragraphs
    ['{{#if q}}\n\nA\n\nB\n\n{{/if}}', '<if q>A | B</if>'],
    ['{{#if q}}\nA\n\nB\n{{/if}}', '<if q>A | B</if>'],
    ['{{#if q}}\n\nA\n\n{{else}}\n\nB\n\n{{/if}}\n\nC', '<if q>A<else>B</if> | C'],
    ['A\n{{#if q}}\nB\n\nC\n{{/if}}\nD', 'A | <if q>B | C</if> | D'],
    ['{{#if a}}\n{{#if b}}\n\nA\n\n{{/if}}\n{{/if}}', '<if a><if b>A</if></if>'],
    ['{{! why }}\n{{#if q}}\n\nA\n\n{{/if}} {{! so }}', '<if q>A</if>'],
    ['{{#only "brief"}}\n\n## Heading\n\nA\n\n{{/only}}', '<only "brief">h2(Heading) | A</only>'],
    // Around posts
    ['A\n\n{{#if q}}\n\n---\n\nB\n\n{{/if}}\n\n---\n\nC', 'A | <if q>--- | B</if> | --- | C'],
    ['{{#if q}}\n\nA\n\n---\n\n{{/if}}\n\nB', '<if q>A | ---</if> | B'],
    ['{{#if q}}\n\nA\n\n---\n\nB\n\n{{/if}}', '<if q>A | --- | B</if>'],
    // Around and in lists
    ['{{#each q as |r|}}\n- {{r.n}}\n{{/each}}', '<each q as r>ul({r.n})</each>'],
    ['{{#each q as |r|}}\n\n- {{r.n}}\n\n{{/each}}', '<each q as r>ul({r.n})</each>'],
    ['{{#each q as |r|}}\n- {{r.n}}\n{{else}}\nNone\n{{/each}}', '<each q as r>ul({r.n})<else>None</each>'],
    ['{{#each q as |r|}}\n- {{r.n}}\n{{else}}\n- none\n{{/each}}', '<each q as r>ul({r.n})<else>ul(none)</each>'],
    ['{{#each q as |r|}}\n1. {{r.n}}\n{{/each}}', '<each q as r>ol({r.n})</each>'],
    ['- a\n{{#if q}}\n- b\n{{/if}}\n- c', 'ul(a | <if q>b</if> | c)'],
    ['- a\n- {{#if q}}b{{/if}}', 'ul(a | <if q>b</if>)'],
    ['- a\n\n  {{#if q}}\n\n  b\n\n  {{/if}}', 'ul(a | <if q>b</if>)'],
    ['{{#if q}}\n- a\n  - b\n{{/if}}\nText', '<if q>ul(a | ul(b))</if> | Text'],
    // Bars in a cell have a backslash
    ['| a |\n|---|\n| {{#each q as \\|r\\|}}{{r.a}}{{/each}} |', 'table(a;<each q as r>{r.a}</each>)'],
    // Pulled into what stands above
    ['{{#if q}}\n> a quote\n{{/if}}', '<if q>>(a quote)</if>'],
    ['{{#if q}}\n\n| a |\n|---|\n| 1 |\n{{/if}}\n\nText', '<if q>table(a;1)</if> | Text'],
    ['{{#only "brief"}}\nA[^1]\n\n[^1]: A note.\n{{/only}}', '<only "brief">AfootnoteReference | [^1](A note.)</only>'],
    ['{{#if q}}\n![alt](a.png)\n{{/if}}', '<if q>![alt](file:a.png)⏎</if>'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text).body)).toBe(expected);
  });

  it.each<[text: string, ...messages: string[]]>([
    ['{{#if q}} a', '1:1 block-unclosed: Unexpected `{{#if}}` whose partner is not in the same paragraph'],
    ['{{#if q}}\n\na', '1:1 block-unclosed: Unexpected end, `{{#if}}` is never closed'],
    ['{{/if}}', '1:1 block-unclosed: Unexpected `{{/if}}`, nothing is open here'],
    ['{{else}}', '1:1 block-unclosed: Unexpected `{{else}}`, nothing is open here'],
    ['{{#if q}}a{{/each}}', '1:11 block-unclosed: Unexpected `{{/each}}`, expected the end of `{{#if}}` from line 5'],
    [
      '{{#each q as |r|}}\n\na\n\n{{/if}}',
      '5:1 block-unclosed: Unexpected `{{/if}}`, expected the end of `{{#each}}` from line 5',
    ],
    [
      '{{#if q}}a{{else}}b{{else}}c{{/if}}',
      '1:20 block-unclosed: Unexpected second `{{else}}` in `{{#if}}` from line 5',
    ],
    [
      '{{#if q}}\n\na\n\n{{else}}\n\nb\n\n{{else if r}}\n\nc\n\n{{/if}}',
      '9:1 block-unclosed: Unexpected second `{{else}}` in `{{#if}}` from line 5',
    ],
    [
      'a {{#if q}}b\n\nc {{/if}} d',
      '1:3 block-unclosed: Unexpected `{{#if}}` whose partner is not in the same paragraph',
      '3:3 block-unclosed: Unexpected `{{/if}}` whose partner is not in the same paragraph',
    ],
    [
      '*a {{#if q}}b* c {{/if}}',
      '1:4 block-unclosed: Unexpected end, `{{#if}}` is never closed',
      '1:18 block-unclosed: Unexpected `{{/if}}` whose partner is not in the same paragraph',
    ],
    [
      '{{#if q}}\n| a |\n|---|\n| 1 |\n{{else}}\nNone\n{{/if}}',
      '5:1 block-unclosed: Unexpected `{{else}}` as a row of a table',
    ],
    // One mistake, one message
    ...[
      '| a | b |\n|---|---|\n{{#each q as |r|}}\n| {{r.a}} | {{r.b}} |\n{{/each}}',
      '| a |\n|---|\n{{#each q as |r|}}\n| {{r.a}} |\n{{else}}\n| none |\n{{/each}}\n\nText',
      '| a |\n|---|\n{{#each q as |r|}}| {{r.a}} |\n\n{{/each}}',
    ].map((text): [string, string] => [
      text,
      '3:1 block-unclosed: Unexpected `{{#each}}` in a table, where tags make no rows',
    ]),
    [
      '| a |\n|---|\n| {{#each q as |r|}}{{r.a}} | {{/each}} |',
      '3:3 block-unclosed: Unexpected `{{#each}}` in a table, where tags make no rows',
    ],
    ['| a |\n|---|\n{{#if q}}\n| {{q.a}} |\n{{/if}}', '3:1 block-unclosed: Unexpected `{{#if}}` as a row of a table'],
    [
      '{{#if p}}\n\n| a |\n|---|\n{{#if q}}\n| b |\n{{else}}\n| c |\n{{/if}}\n{{/if}}',
      '5:1 block-unclosed: Unexpected `{{#if}}` as a row of a table',
    ],
    [
      `${'{{#if q}}'.repeat(21)}x${'{{/if}}'.repeat(21)}`,
      '1:181 draft-too-deep: Unexpected `{{#if}}`, expected at most 20 blocks within each other',
    ],
    // What cannot be read blames nobody else
    ['{{#foo q}}x{{/foo}}', '1:4 tag-syntax: Unexpected block `#foo`'],
    ['{{#foo q}}x{{else}}y{{/foo}}', '1:4 tag-syntax: Unexpected block `#foo`'],
    ['{{#foo q}}\n\nx\n\n{{/foo}}', '1:4 tag-syntax: Unexpected block `#foo`'],
    ['{{#count q.n}} x', '1:4 tag-syntax: Unexpected block `#count`'],
    ['{{#count q.n}}\n\nx', '1:4 tag-syntax: Unexpected block `#count`'],
    [
      '{{#foo q}}x{{/if}}',
      '1:4 tag-syntax: Unexpected block `#foo`',
      '1:12 block-unclosed: Unexpected `{{/if}}`, expected the end of `{{#foo}}` from line 5',
    ],
    ['{{#if a > b}}x{{else}}y{{/if}}', '1:9 tag-syntax: Unexpected `>`'],
    ['{{#if a}}x{{else iff b}}y{{/if}}', '1:18 tag-syntax: Unexpected `iff b` after `else`'],
    [
      '{{#each q}}\n\n- x\n\n{{/each}}',
      '1:3 tag-syntax: Unexpected `#each` without a name for its rows, expected `{{#each query as |row|}}`',
    ],
    // Whole posts or part of one
    [
      'a\n\n{{#if q}}\n\nb\n\n---\n\nc\n\n{{/if}}',
      '3:1 block-half-post: Unexpected `{{#if}}` around a `---` and part of a post, up to line 15',
    ],
    [
      '{{#only "x"}}\n\na\n\n---\n\nb\n\n{{/only}}\n\nc',
      '1:1 block-half-post: Unexpected `{{#only}}` around a `---` and part of a post, up to line 13',
    ],
    [
      'a\n\n{{#if q}}\n\n---\n\nb\n\n{{else}}\n\nc\n\n---\n\nd\n\n{{/if}}\n\n---\n\ne',
      '3:1 block-half-post: Unexpected `{{#if}}` around a `---` and part of a post, up to line 21',
    ],
  ])('%j is refused', (text, ...messages) => {
    expect(messagesOf(text)).toEqual(messages);
  });

  it('says how it is closed', () => {
    expect(parseText('{{#if q}}\n\nA').messages[0]?.note).toBe(
      'Add `{{/if}}`: in the same paragraph, or each of the two alone on its own line',
    );
  });
});
