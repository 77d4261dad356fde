import { describe, expect, it } from 'vitest';
import { messagesOf, parseRight, parseText } from './draft-input.js';
import { outline } from './outline.js';

const CHART = '\n\n```vega-lite daily\nmark: bar\n```\n';

describe('an image', () => {
  it.each([
    ['![Attacks a day](chart:daily)', '![Attacks a day](chart:daily)'],
    [
      "![Up to {{q.n}} a day](chart:daily 'Since {{date q.day}}')",
      "![Up to {q.n} a day](chart:daily 'Since {date q.day}')",
    ],
    ['![](chart:daily "")', '![](chart:daily)'],
    ['![a *b* **c** `d` ~~e~~](chart:daily)', '![a b c d ~~e~~](chart:daily)'],
    ["![a](chart:daily 'a *b* `c` \\{{ &amp;')", "![a](chart:daily 'a b c {{ &')"],
    ['![a [b] <i> https://x.org](chart:daily)', '![a [b] <i> https://x.org](chart:daily)'],
    [
      "![{{#if q}}a{{else}}b{{/if}}](chart:daily '{{#if q}}c{{/if}}')",
      "![<if q>a<else>b</if>](chart:daily '<if q>c</if>')",
    ],
    ['![{{f "]"}} {{f "("}}](chart:daily)', '![{f "]"} {f "("}](chart:daily)'],
    ["![a\nb](chart:daily 'c\n  d {{q.n}}')", "![a b](chart:daily 'c d {q.n}')"],
    ["> ![a\n> b {{q.n}}](chart:daily 'c\n> d')", ">(![a b {q.n}](chart:daily 'c d'))"],
    ["- ![a\n  b](chart:daily 'c\n  d')", "ul(![a b](chart:daily 'c d'))"],
    ['![up to {{q.n}}][d]\n\n[d]: chart:daily "Since {{q.day}}"', "![up to {q.n}](chart:daily 'Since {q.day}')"],
    ['![daily]\n\n[daily]: chart:daily', '![daily](chart:daily)'],
    ['![a](CHART:daily)', '![a](chart:daily)'],
    [
      '![a](table:places)![b](images/map.png) ![c](chart:daily)\n\n```table places\n```',
      '![a](table:places)![b](file:images/map.png) ![c](chart:daily)',
    ],
    ['[![a](chart:daily)](https://example.org)', '[![a](chart:daily)](https://example.org)'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text + CHART).body)).toBe(expected);
  });

  it.each<[text: string, ...messages: string[]]>([
    [
      "![a {{x |}}](chart:daily 'b {{y |}}')",
      '1:9 tag-syntax: Unexpected `|`: there are no pipes',
      '1:33 tag-syntax: Unexpected `|`: there are no pipes',
    ],
    [
      "> ![a\n> b {{x |}}](chart:daily 'c\n> d {{y |}}\n> e')",
      '2:9 tag-syntax: Unexpected `|`: there are no pipes',
      '3:9 tag-syntax: Unexpected `|`: there are no pipes',
    ],
    ['![a][d]\n\n[d]: chart:daily "b\n  {{x |}}"', '4:7 tag-syntax: Unexpected `|`: there are no pipes'],
    ['![a {{x](chart:daily)', '1:5 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ["![a](chart:daily 'b {{x')", '1:21 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['![a {{#if q}}](chart:daily)', '1:5 block-unclosed: Unexpected end, `{{#if}}` is never closed'],
    [
      '![a](chart:dialy) ![b](chart:daily)',
      '1:6 chart-unknown: Unexpected chart `dialy`, no `vega-lite` block has this name',
    ],
    [
      '![a](chart:daily) ![b](table:prots)\n\n```table ports\n```',
      '1:24 table-unknown: Unexpected table `prots`, no `table` block has this name',
      '3:10 table-unused: Unexpected table `ports` that is never shown',
    ],
    ['Text', '3:14 chart-unused: Unexpected chart `daily` that is never shown'],
    [
      '![a](chart:daily)\n\n![b](a{{x}}.png)',
      '3:6 tag-place: Unexpected tag in an image’s address, expected a fixed name',
    ],
    [
      '![a](chart:daily caption) ![b](chart:daily)',
      '1:4 link-syntax: Unexpected `](chart:`, Markdown did not read this as a link',
    ],
    [
      '{{#if q}}\n\n![a](chart:dialy)\n\n{{/if}}\n\n![b](chart:daily)',
      '3:6 chart-unknown: Unexpected chart `dialy`, no `vega-lite` block has this name',
    ],
  ])('%j is refused', (text, ...messages) => {
    expect(messagesOf(text + CHART)).toEqual(messages);
  });

  it.each([
    ['chart', 'chart:daily'],
    ['table', 'table:places'],
  ])('tells how the caption of a %s is written', (kind, example) => {
    expect(parseText(`![a](${kind}:x caption)`).messages[0]?.note).toBe(
      `A caption stands in quotes: \`![what it shows](${example} 'caption')\``,
    );
  });

  it('suggests the chart that was meant', () => {
    expect(parseText(`![a](chart:dialy) ![b](chart:daily)${CHART}`).messages[0]?.note).toBe(
      'Did you mean `chart:daily`?',
    );
  });
});
