import { describe, expect, it } from 'vitest';
import { messagesOf, parseRight, parseText, pointedAt } from './draft-input.js';
import { outline } from './outline.js';

function read(text: string): string {
  return outline(parseRight(text).body);
}

describe('Markdown', () => {
  it.each([
    ['On {{date q.day}} we counted {{q.n}}.', 'On {date q.day} we counted {q.n}.'],
    // Emphasis may touch a tag
    ['won**{{n}}**seats', 'wonstrong({n})seats'],
    ['*{{n}}*th and **{{a}}{{b}}**', 'em({n})th and strong({a}{b})'],
    ['**{{n}} seats**', 'strong({n} seats)'],
    ['~~{{n}}~~', 'del({n})'],
    // Nothing inside is Markdown
    ['{{f "a*b*c _d_ `e` <b> &amp; \\\\ [x](y)"}}', '{f "a*b*c _d_ `e` <b> &amp; \\\\ [x](y)"}'],
    ['\\{{x}} and \\{{', '{{x}} and {{'],
    ['\\\\{{q.n}}', '\\{q.n}'],
    ['{ {x} }', '{ {x} }'],
    // Quotes hide braces
    ['{{f "}}"}} {{f \'}}\'}} {{f "{{a}}"}}', '{f "}}"} {f \'}}\'} {f "{{a}}"}'],
    ['{{f "say \\"}}\\" twice"}}', '{f "say \\"}}\\" twice"}'],
    // Comments
    ["a{{! it's “so” {{ }}b", 'ab'],
    ['a{{!-- {{x}} }} --}}b', 'ab'],
    ['a {{! why }} b', 'a b'],
    ['{{! alone }}\nText', 'Text'],
    ['{{!}}{{!--}}--}}x', 'x'],
    // Over lines
    ['one {{count\nq.n\n   "op"}} two', 'one {count q.n "op"} two'],
    ['one {{\nq.n\n}} two', 'one {q.n} two'],
    ['> one {{count\n> q.n\n> "op"}} two', '>(one {count q.n "op"} two)'],
    ['> one {{count\nq.n "op"}} two', '>(one {count q.n "op"} two)'],
    ['- one {{count\n  q.n}} two\n- three', 'ul(one {count q.n} two | three)'],
    // Everywhere in text
    ['## Heading {{q.n}}', 'h2(Heading {q.n})'],
    ['[see {{q.n}}](https://example.org)', '[see {q.n}](https://example.org)'],
    ['| a | b |\n|---|---|\n| {{q.n}} | {{f "x\\|y"}} |', 'table(a,b;{q.n},{f "x\\|y"})'],
    ['Text[^1]\n\n[^1]: Note {{q.n}}.', 'TextfootnoteReference | [^1](Note {q.n}.)'],
  ])('%j reads as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each<[text: string, ...messages: string[]]>([
    ['a {{q.n b', '1:3 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['a {{q.n }', '1:3 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['a {{q.n\n\n}} b', '1:3 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ["{{cap it's}} b", '1:1 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['{{a {{b}}', '1:1 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['{{{q.n}}}', '1:3 tag-syntax: Unexpected `{{{`'],
    ['{{~q.n~}}', '1:3 tag-syntax: Unexpected `{{~`'],
    ['x {{a<b}} y', '1:6 tag-syntax: Unexpected `<`'],
    ['{{}}', '1:1 tag-syntax: Unexpected empty tag, expected a name or a helper'],
    ['mail a@b.org {{x', '1:14 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['{{a}}www.example.org {{x', '1:22 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['*a **b {{x***', '1:8 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    [
      '| {{#each q as |r|}} | b |\n|---|---|---|---|\n| 1 | 2 |',
      '1:3 block-unclosed: Unexpected `{{#each}}` in a table, where tags make no rows',
    ],
    // A mistake in a quote or a list is found where it stands
    ['> one\n>> two {{count\n> > q.n\n>> |}}', '4:4 tag-syntax: Unexpected `|`: there are no pipes'],
    ['1. one\n   - two {{f\n       |}}', '3:8 tag-syntax: Unexpected `|`: there are no pipes'],
    ['\t- x\n- a\n\t{{f\n\t|}}', '4:2 tag-syntax: Unexpected `|`: there are no pipes'],
    // Where nothing is computed
    ['<b title="{{x}}">a</b>', '1:11 tag-place: Unexpected tag inside raw HTML'],
    ['<div>\n  {{x}}\n</div>', '2:3 tag-place: Unexpected tag inside raw HTML'],
    ['<!-- {{x}} --> and {{y}} <!-- b -->', '1:20 tag-place: Unexpected tag inside raw HTML'],
    [
      '[a](https://example.org/{{q.s}})',
      '1:25 tag-place: Unexpected tag in a link’s address, expected a fixed address',
    ],
    [
      '[a](<https://example.org/{{q s}}>)',
      '1:26 tag-place: Unexpected tag in a link’s address, expected a fixed address',
    ],
    ['https://example.org/{{q.s}}', '1:1 tag-place: Unexpected tag in a link’s address, expected a fixed address'],
    [
      '[a][b]\n\n[b]: https://example.org/{{x}}',
      '3:26 tag-place: Unexpected tag in a link’s address, expected a fixed address',
    ],
  ])('%j is refused', (text, ...messages) => {
    expect(messagesOf(text)).toEqual(messages);
  });

  it('reads comments in HTML as comments', () => {
    expect(read('<!-- {{x}} -->\n\nText <!-- {{y}} --> more')).toBe('Text  more');
  });

  it('gives every mistake of a draft at once', () => {
    expect(messagesOf('{{a |}} and {{b\n\n- {{c |}}\n\n> {{d |}}')).toHaveLength(4);
  });

  it('finds the same places with Windows line ends', () => {
    const text = 'One\n{{f\n |}} two {{x\n\n> {{g\n> |}}\n\n## {{h |}}\n';
    const places = (given: string): unknown => parseText(given).messages.map(({ place }) => place);
    const { messages, source } = parseText(text.replaceAll('\n', '\r\n'));
    expect(messages.map(({ place }) => place)).toEqual(places(text));
    expect(messages.map((message) => pointedAt(message, source))).toEqual(['{{', '|', '|', '|']);
  });
});
