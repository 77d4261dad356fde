import { describe, expect, it } from 'vitest';
import { embeddedSpan } from '../../src/diagnostic/locate.js';
import { FRONT_MATTER, messagesOf, parseRight, parseText, show } from './draft-input.js';
import { outline } from './outline.js';

/** Fences that define nothing else than what the test is about, and a text. */
function queriesOf(text: string): unknown {
  return parseRight(`Text\n\n${text}`).queries.map(({ name, key, expectNone, sql }) => ({
    name,
    key,
    expectNone,
    sql: sql.text,
  }));
}

describe('a query block', () => {
  it.each([
    ['```sql burst\nSELECT 1\n```', { name: 'burst', sql: 'SELECT 1' }],
    ['```sql  burst  key=lang \nSELECT 1\n\nFROM t\n```', { name: 'burst', key: 'lang', sql: 'SELECT 1\n\nFROM t' }],
    ['```sql late expect-none\nSELECT 1\n```', { name: 'late', expectNone: true }],
    ['~~~sql t\nSELECT 1\n~~~', { name: 't' }],
    ["````sql t\nSELECT '```'\n````", { sql: "SELECT '```'" }],
    ['```SQL t\nSELECT 1\n```', { name: 't' }],
    ['   ```sql t\n     SELECT 1\n   ```', { sql: '  SELECT 1' }],
    ['```sql été_2021\n```', { name: 'été_2021', sql: '' }],
    ['```sql t\n```', { sql: '' }],
  ])('%j is read', (text, expected) => {
    expect(queriesOf(text)).toMatchObject([expected]);
  });

  it.each([
    ['```sql\nSELECT 1\n```', '3:1 block-name: Unexpected `sql` block without a name'],
    ['```sql key=lang\nSELECT 1\n```', '3:1 block-name: Unexpected `sql` block without a name'],
    [
      '```sql a-b\nSELECT 1\n```',
      '3:8 block-name: Unexpected name `a-b`, expected letters, digits and `_`, a letter first',
    ],
    [
      '```sql 2021\nSELECT 1\n```',
      '3:8 block-name: Unexpected name `2021`, expected letters, digits and `_`, a letter first',
    ],
    ['```sql a key=\n```', '3:10 block-name: Unexpected `key=` after the name `a`'],
    ['```sql a b\n```', '3:10 block-name: Unexpected `b` after the name `a`'],
    ['```sql a key=x key=y\n```', '3:16 block-name: Unexpected second key `y` of `a`, expected one column'],
    ['```vega-lite\nmark: bar\n```', '3:1 block-name: Unexpected `vega-lite` block without a name'],
    ['```table t\nquery: q\n```', '3:10 table-unused: Unexpected table `t` that is never shown'],
    [
      '- ```sql a\n  SELECT 1\n  ```',
      '3:3 block-name: Unexpected `sql` block inside a list, quote or note, expected it at the left margin',
    ],
    [
      '> ```sql a\n> SELECT 1\n> ```',
      '3:3 block-name: Unexpected `sql` block inside a list, quote or note, expected it at the left margin',
    ],
    [
      '```sql a\nSELECT 1\n\nMore text',
      '3:1 block-unclosed: Unexpected end of the draft, this `sql` block is never closed',
    ],
    ['````sql a\nSELECT 1\n```', '3:1 block-unclosed: Unexpected end of the draft, this `sql` block is never closed'],
  ])('%j is refused', (text, message) => {
    expect(messagesOf(`Text\n\n${text}`)).toEqual([message]);
  });

  it.each([
    ['```sql a-b c\n```', 'For example `a_b`'],
    ['```sql 2021\n```', 'For example `q_2021`'],
    ['```sql a expect-non\n```', 'Did you mean `expect-none`?'],
    ['```sql a key=\n```', 'A query takes `key=COLUMN` or `expect-none`'],
  ])('%j gets the way out', (text, note) => {
    expect(parseText(`Text\n\n${text}`).messages[0]?.note).toBe(note);
  });

  it('whose name is taken is refused, whatever the case, with the line of the first', () => {
    const text = 'Text\n\n```sql a\n```\n\n```sql A\n```\n\n```vega-lite a\nmark: bar\n```\n\n![x](chart:a)';
    expect(messagesOf(text)).toEqual(['6:8 block-duplicate: Unexpected second query `A`, the first is on line 7']);
  });

  it('of two kinds is refused at the second as it stands', () => {
    const text = 'Text\n\n```table a\nquery: q\n```\n\n```vega-lite A\nmark: bar\n```\n\n![x](chart:A) ![x](table:a)';
    expect(messagesOf(text).filter((message) => message.includes('duplicate'))).toEqual([
      '7:14 block-duplicate: Unexpected second chart or table `A`, the first is on line 7',
    ]);
  });

  it.each([
    ['at the margin', '```sql a\nSELECT x\n  FROM t\n```'],
    ['indented', '  ```sql a\n  SELECT x\n    FROM t\n  ```'],
    ['less indented than its fence', '   ```sql a\nSELECT x\n     FROM t\n   ```'],
    ['with Windows line ends', '```sql a\r\nSELECT x\r\n  FROM t\r\n```'],
  ])('keeps the place of each character %s', (_, text) => {
    const { draft, source } = parseText(`Text\n\n${text}\n`);
    const [query] = draft.queries;
    for (const word of ['SELECT', 'x', 'FROM', 't']) {
      const offset = query?.sql.text.indexOf(word) ?? -1;
      const span = query && embeddedSpan(query.sql, offset, offset + word.length);
      expect(source.text.slice(span?.start, span?.end)).toBe(word);
    }
  });
});

describe('another code block', () => {
  it('is text', () => {
    expect(outline(parseRight('```\nx\n```\n\n```python q\nx\n```').body)).toBe('code | code');
  });
});

describe('a chart block', () => {
  const chart = (spec: string): string => `![a](chart:c)\n\n\`\`\`vega-lite c\n${spec}\n\`\`\``;
  const templates = (spec: string): unknown => {
    const [block] = parseRight(chart(spec)).charts;
    return block?.texts.map(({ path, template }) => [path.join('.'), outline(template.children)]);
  };

  it('gives the words in it that are computed', () => {
    expect(templates('title: \'{{count q.n "attack"}} a day\'\nmark: bar')).toEqual([
      ['title', '{count q.n "attack"} a day'],
    ]);
    expect(
      templates(
        'title:\n  text: ["{{a}}", plain, "b {{c}}"]\n  subtitle: >-\n    over {{d}}\n    lines\nusermeta: {source: "{{e}}"}\nencoding: {x: {axis: {title: "{{f}}"}}}',
      ),
    ).toEqual([
      ['title.text.0', '{a}'],
      ['title.text.2', 'b {c}'],
      ['title.subtitle', 'over {d} lines'],
      ['usermeta.source', '{e}'],
      ['encoding.x.axis.title', '{f}'],
    ]);
    expect(
      templates(
        'layer: [{mark: {type: text, text: ["{{a}}", plain]}}, {mark: text, encoding: {text: {value: "{{b}} boats"}}}]',
      ),
    ).toEqual([
      ['layer.0.mark.text.0', '{a}'],
      ['layer.1.encoding.text.value', '{b} boats'],
    ]);
    expect(templates('{"title": "{{a}}", "mark": "bar"}')).toEqual([['title', '{a}']]);
    expect(templates('title: Plain\nmark: bar')).toEqual([]);
  });

  it.each([
    ["title: '{{a |}}'", '4:13 tag-syntax: Unexpected `|`: there are no pipes'],
    ['title: |\n  one\n  two {{b |}}', '6:11 tag-syntax: Unexpected `|`: there are no pipes'],
    ['title: "{{a"', '4:9 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['encoding: {text: {field: "{{a}}"}}', '4:26 tag-place: Unexpected tag in this part of a chart'],
    ['mark: "{{a}}"', '4:7 tag-place: Unexpected tag in this part of a chart'],
  ])('with %j is refused', (spec, message) => {
    expect(messagesOf(chart(spec))).toEqual([message]);
  });

  it('nested without end is the chart stage’s to refuse', () => {
    expect(messagesOf(chart(`title: '{{a}}'\ndata: ${'['.repeat(20_000)}`))).toEqual([]);
  });
});

describe('what a message points at', () => {
  it('counts lines from the top of the file', () => {
    const { messages } = parseText('Text\n\n```sql\n```\n');
    expect(messages.map((message) => show(message, 0))[0]).toMatch(`${FRONT_MATTER.split('\n').length + 2}:1`);
  });
});
