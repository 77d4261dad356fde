import { describe, expect, it } from 'vitest';
import { messagesOf, parseRight, parseText, pointedAt, show } from './draft-input.js';
import { outline } from './outline.js';

const TABLE = '| a |\n| - |\n| 1 |';

describe('a table’s comment', () => {
  it.each([
    [`<!-- table: caption="Boats" id=boats -->\n${TABLE}`, 'tableFigure(boats Boats | table(a;1))'],
    [`<!-- table: landscape -->\n\n${TABLE}`, 'tableFigure( landscape table(a;1))'],
    [
      `<!--table: caption='The "big" ones' landscape id=b-->\n${TABLE}`,
      'tableFigure(b landscape The "big" ones | table(a;1))',
    ],
    [`<!-- table:\n  caption="Two\n  lines"\n-->\n${TABLE}`, 'tableFigure( Two lines | table(a;1))'],
    [
      `<!-- table: caption="{{count q.n "boat"}} at sea" -->\n${TABLE}\n\n\`\`\`sql q\n\`\`\``,
      'tableFigure( {count q.n "boat"} at sea | table(a;1))',
    ],
    [
      `{{#if q.n}}\n<!-- table: caption="Boats" -->\n${TABLE}\n{{/if}}\n\n\`\`\`sql q\n\`\`\``,
      '<if q.n>tableFigure( Boats | table(a;1))</if>',
    ],
    // Without a comment a table is a table
    [`<!-- tables are hard -->\n\n${TABLE}`, 'table(a;1)'],
  ])('%j reads as %j', (text, expected) => {
    expect(outline(parseRight(text).body)).toBe(expected);
  });

  it.each([
    [
      `<!-- table: caption=Boats -->\n${TABLE}`,
      '1:13 table-attributes: Unexpected `caption=Boats` in a table’s comment',
    ],
    [`<!-- table: caption="" -->\n${TABLE}`, '1:13 table-attributes: Unexpected `caption=""` in a table’s comment'],
    [`<!-- table: id=1 -->\n${TABLE}`, '1:13 table-attributes: Unexpected `id=1` in a table’s comment'],
    [`<!-- table: landscpe -->\n${TABLE}`, '1:13 table-attributes: Unexpected `landscpe` in a table’s comment'],
    [`<!-- table: landscape=no -->\n${TABLE}`, '1:13 table-attributes: Unexpected `landscape=no` in a table’s comment'],
    ['<!-- table: id=a -->\n\nA', '1:1 table-attributes: Unexpected table comment without a table below it'],
    ['A\n\n<!-- table: id=a -->', '3:1 table-attributes: Unexpected table comment without a table below it'],
    [`<!-- table: id=a --> A\n\n${TABLE}`, '1:1 table-attributes: Unexpected table comment with more beside it'],
    [
      `- <!-- table: id=a -->\n\n  ${TABLE.replaceAll('\n', '\n  ')}`,
      '1:3 table-attributes: Unexpected table comment inside a list, quote or note',
    ],
    [
      `<!-- table: id=a -->\n${TABLE}\n\n<!-- table: id=A -->\n${TABLE}`,
      '6:13 block-duplicate: Unexpected second chart or table `A`, the first is on line 5',
    ],
    [`<!-- table: caption="{{" -->\n${TABLE}`, '1:22 tag-unclosed: Unexpected `{{`, this tag is never closed'],
  ])('%j is %j', (text, message) => {
    expect(messagesOf(text)).toEqual([message]);
  });

  it('is pointed at where it stands, on its later lines too', () => {
    const { messages, source } = parseText(`<!-- table: landscape\n  captoin="Boats"\n-->\n${TABLE}`);
    expect(messages.map((message) => [show(message), pointedAt(message, source)])).toEqual([
      [
        '2:3 table-attributes: Unexpected `captoin="Boats"` in a table’s comment (Did you mean `caption`?)',
        'captoin="Boats"',
      ],
    ]);
  });
});
