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
    ['[a](<check:q.[a b]>)', '[a](check:q.[a b])'],
    ['[a](<check:eq q.s "x\\_y">)', '[a](check:eq q.s "x\\_y")'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text).body)).toBe(expected);
  });

  it('keeps a reason', () => {
    const [paragraph] = parseRight('[9/11](<check:ack "a name">)').body;
    expect(paragraph).toMatchObject({ children: [{ type: 'claim', claim: { kind: 'ack', reason: 'a name' } }] });
  });

  it.each<[text: string, ...messages: string[]]>([
    ['[a](check:)', '1:1 tag-syntax: Unexpected empty `check:`, expected an expression'],
    ['[a](check:ack)', '1:1 tag-syntax: Unexpected `check:ack` without a reason'],
    ['[a](<check:said "">)', '1:1 tag-syntax: Unexpected `check:said` without a reason'],
    ['[a](<check:ack “a name”>)', '1:16 tag-syntax: Unexpected curly quote `“`, expected a straight one'],
    ['[a](<check:gt a.n >>)', '1:3 link-syntax: Unexpected `](<check:`, Markdown did not read this as a link'],
    ['[a](<check:a.n | b>)', '1:16 tag-syntax: Unexpected `|`: there are no pipes'],
    ['[a b](check:gt a.n b.n)', '1:5 link-syntax: Unexpected `](check:`, Markdown did not read this as a link'],
    ['[a](<check:q.ok)', '1:3 link-syntax: Unexpected `](<check:`, Markdown did not read this as a link'],
    ['> x\n> [a](check:gt a b)', '2:5 link-syntax: Unexpected `](check:`, Markdown did not read this as a link'],
    ['[a][x] [b][x]\n\n[x]: <check:a |>', '3:15 tag-syntax: Unexpected `|`: there are no pipes'],
    ['[daily](chart:daily)', '1:9 link-address: Unexpected `chart:daily` as the address of a link'],
  ])('%j is refused', (text, ...messages) => {
    expect([...new Set(messagesOf(text))]).toEqual(messages);
  });

  it('tells how an address with spaces is written', () => {
    expect(parseText('[a](check:gt a.n b.n)').messages[0]?.note).toBe(
      'An address with spaces stands in angle brackets: `[words](<check:gt a.n b.n>)`',
    );
  });
});
