import { describe, expect, it } from 'vitest';
import { messagesOf, parseRight, parseText } from './draft-input.js';
import { outline } from './outline.js';

describe('a claim', () => {
  it.each([
    ['[seven operations](<check:count burst.n "operation">)', '[seven operations](check:count burst.n "operation")'],
    ['[all but one](check:ied.all_but_one)', '[all but one](check:ied.all_but_one)'],
    ['[more than usual](<check:gt ied.share usual.q3>)', '[more than usual](check:gt ied.share usual.q3)'],
    ['[so](CHECK:q.ok)', '[so](check:q.ok)'],
    ['[**most** on _record_](check:highest)', '[strong(most) on em(record)](check:highest)'],
    ['[{{q.n}} attacks](check:q.ok)', '[{q.n} attacks](check:q.ok)'],
    ['[most\non record](check:q.ok)', '[most⏎on record](check:q.ok)'],
    ['[all but one][ied]\n\n[ied]: check:ied.ok', '[all but one](check:ied.ok)'],
    ['[all but one]\n\n[all but one]: <check:eq a.n 1>', '[all but one](check:eq a.n 1)'],
    ['## [Most](check:q.ok) ever', 'h2([Most](check:q.ok) ever)'],
    ['![a [b](check:q.ok) c](a.png)', '![a [b](check:q.ok) c](file:a.png)'],
    ['[9/11](<check:ack "a name">)', '[9/11](check:ack "a name")'],
    [
      "[6 months later](<check:said 'the statement’s own count'>)",
      "[6 months later](check:said 'the statement’s own count')",
    ],
    // Quoted words behind an address are a title to Markdown
    ['[9/11](check:ack "a name")', '[9/11](check:ack "a name")'],
    ["[x](check:said 'the statement’s own count')", '[x](check:said "the statement’s own count")'],
    ['[9/11](<check:ack> "a name") it is', '[9/11](check:ack "a name") it is'],
    ['[9/11][a]\n\n[a]: check:ack "a name"', '[9/11](check:ack "a name")'],
    ['[9/11][a]\n\n[a]: <check:ack "a name">', '[9/11](check:ack "a name")'],
    ['![a [9/11](check:ack "a name") c](a.png)', '![a [9/11](check:ack "a name") c](file:a.png)'],
    ['[a](<check:q.[a b]>)', '[a](check:q.[a b])'],
    ['[a](<check:eq q.s "x\\_y">)', '[a](check:eq q.s "x\\_y")'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text).body)).toBe(expected);
  });

  it.each(['[9/11](<check:ack "a name">)', '[9/11](check:ack "a name")'])('keeps the reason of %s', (text) => {
    const [paragraph] = parseRight(text).body;
    expect(paragraph).toMatchObject({ children: [{ type: 'claim', claim: { kind: 'ack', reason: 'a name' } }] });
  });

  it.each<[text: string, ...messages: string[]]>([
    ['[a](check:)', '1:1 tag-syntax: Unexpected empty `check:`, expected an expression'],
    ['[a](check:ack)', '1:1 tag-syntax: Unexpected `check:ack` without a reason'],
    ['[a](<check:said "">)', '1:1 tag-syntax: Unexpected `check:said` without a reason'],
    ['[a](check:ack "")', '1:1 tag-syntax: Unexpected `check:ack` without a reason'],
    [
      '[a](<check:ack "b"> "c")',
      '1:22 tag-syntax: Unexpected `"c"` behind the address of a claim, which Markdown takes for a title',
    ],
    [
      '[seven](check:count "boat")',
      '1:22 tag-syntax: Unexpected `"boat"` behind the address of a claim, which Markdown takes for a title',
    ],
    [
      '[most][q]\n\n[q]: check:q.ok "a note"',
      '3:18 tag-syntax: Unexpected `"a note"` behind the address of a claim, which Markdown takes for a title',
    ],
    ['[a](<check:ack q.n>)', '1:12 tag-syntax: Unexpected `ack q.n`, expected one reason in quotes'],
    ['[a](<check:said "a" "b">)', '1:12 tag-syntax: Unexpected `said "a" "b"`, expected one reason in quotes'],
    ['[a](<check:ack “a name”>)', '1:16 tag-syntax: Unexpected curly quote `“`, expected a straight one'],
    ['[a](<check:gt a.n >>)', '1:3 link-syntax: Unexpected `](<check:`, Markdown did not read this as a link'],
    ['[a](<check:a.n | b>)', '1:16 tag-syntax: Unexpected `|`: there are no pipes'],
    ['[a b](check:gt a.n b.n)', '1:5 link-syntax: Unexpected `](check:`, Markdown did not read this as a link'],
    ['![a](my photo.png)', '1:4 link-syntax: Unexpected `](`, Markdown did not read this as a link'],
    ['[a](https://example.org/a b)', '1:3 link-syntax: Unexpected `](`, Markdown did not read this as a link'],
    ["[a](https://example.org 'x)", '1:3 link-syntax: Unexpected `](`, Markdown did not read this as a link'],
    ['[a](<check:q.ok)', '1:3 link-syntax: Unexpected `](<check:`, Markdown did not read this as a link'],
    ['> x\n> [a](check:gt a b)', '2:5 link-syntax: Unexpected `](check:`, Markdown did not read this as a link'],
    ['[a][x] [b][x]\n\n[x]: <check:a |>', '3:15 tag-syntax: Unexpected `|`: there are no pipes'],
    ['[daily](chart:daily)', '1:9 link-address: Unexpected `chart:daily` as the address of a link'],
  ])('%j is refused', (text, ...messages) => {
    expect([...new Set(messagesOf(text))]).toEqual(messages);
  });

  it('tells where the words go that Markdown took for a title', () => {
    expect(parseText('[7 boats](check:count "boat")').messages[0]?.note).toBe(
      'Put all of the expression into angle brackets: `[words](<check:count "boat">)`',
    );
  });

  it('tells how an address with spaces is written', () => {
    expect(parseText('[a](check:gt a.n b.n)').messages[0]?.note).toBe(
      'An address with spaces stands in angle brackets: `[words](<check:gt a.n b.n>)`',
    );
  });
});
