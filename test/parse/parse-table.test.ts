import { describe, expect, it } from 'vitest';
import { parseText, pointedAt, show } from './draft-input.js';

function block(yaml: string): string {
  return `![a](table:ports)\n\n\`\`\`table ports\n${yaml}\n\`\`\`\n`;
}

function tableOf(yaml: string) {
  const { draft, messages } = parseText(block(yaml));
  expect(messages.map((message) => show(message))).toEqual([]);
  return draft.tables[0];
}

/** What is wrong with a block, without notes; its first line is line 4. */
function said(yaml: string): string[] {
  return parseText(block(yaml)).messages.map((message) => show({ ...message, note: undefined }));
}

describe('a table block', () => {
  it('without a line shows every column of the query of its own name', () => {
    expect(tableOf('')).toMatchObject({
      name: 'ports',
      query: { text: 'ports' },
      columns: undefined,
      limit: undefined,
    });
  });

  it('holds what the writer said', () => {
    const yaml = `query: top
columns:
  - harbour
  - {field: ships, label: 'Ships by {{date top.0.day}}', format: num, align: left, total: true}
  - {field: day, format: date short}
  - {field: share, format: pct digits=1}
  - {field: killed, format: 'count "casualty" "casualties" none=error'}
limit: 10
note: Up **to** {{date @as_of}}
landscape: false`;
    const table = tableOf(yaml);
    expect(table).toMatchObject({ query: { text: 'top' }, limit: { rows: 10 }, landscape: false });
    expect(
      table?.columns?.map(({ field, format, align, total }) => [
        field.text,
        format && [
          format.name,
          ...format.args.map((arg) => 'value' in arg && arg.value),
          ...format.pairs.map(({ name }) => name),
        ],
        align,
        total !== undefined,
      ]),
    ).toEqual([
      ['harbour', undefined, undefined, false],
      ['ships', ['num'], 'left', true],
      ['day', ['date', 'short'], undefined, false],
      ['share', ['pct', 'digits'], undefined, false],
      ['killed', ['count', 'casualty', 'casualties', 'none'], undefined, false],
    ]);
    expect(table?.note?.children.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'tag']);
  });

  it.each<[yaml: string, ...messages: string[]]>([
    [
      'colums: [a]',
      '4:1 table-spec: Unexpected key `colums` in `table`, expected `query`, `columns`, `limit`, `note` or `landscape`',
    ],
    [
      'columns:\n  - {field: a, lable: b}',
      '5:16 table-spec: Unexpected key `lable` in `table.columns`, expected `field`, `label`, `format`, `align` or `total`',
    ],
    ['columns: []', '4:10 table-spec: Unexpected list, expected a list of columns'],
    ['columns: ports', '4:10 table-spec: Unexpected `ports`, expected a list of columns'],
    ['columns: [{label: b}]', '4:11 table-spec: Missing `field`'],
    [
      'columns: [{field: a, align: rihgt}]',
      '4:29 table-spec: Unexpected `rihgt`, expected `left`, `right` or `center`',
    ],
    ['columns: [{field: a, total: yes}]', '4:29 table-spec: Unexpected `yes`, expected `true` or `false`'],
    [
      'columns: [{field: a, format: 7}]',
      '4:30 table-spec: Unexpected number `7`, expected a helper, e.g. `num` or `date short`',
    ],
    [
      'columns: [{field: a, format: date q.day}]',
      '4:30 table-spec: Unexpected `date q.day`, expected a helper, e.g. `num` or `date short`',
    ],
    ['columns: [{field: a, format: num | 2}]', '4:34 tag-syntax: Unexpected `|`: there are no pipes'],
    ["columns: [{field: '{{q.n}}'}]", '4:20 tag-place: Unexpected tag `{{q.n}}` in `field`, expected plain text'],
    [
      "note: 'a {{! <!-- b --> }} <!-- c -->'",
      '4:28 comment-printed: Unexpected comment, which would be published as words',
    ],
    ["note: 'a {{q.n'", '4:10 tag-unclosed: Unexpected `{{`, this tag is never closed'],
    ['limit: 0', '4:8 table-spec: Unexpected number `0`, expected a whole number from 1 to 100000'],
    ['limit: 5\nlimit: 6', '5:1 table-spec: Unexpected second `limit`, expected each key once'],
    ['note:', '4:1 table-hint: Unexpected empty `note`, which is ignored'],
    ['landscape: [', '4:12 table-syntax: Unexpected `[` without its `]`, expected one before the next key'],
    [
      'harbour',
      '4:1 table-spec: Unexpected `harbour`, expected a mapping of `query`, `columns`, `limit`, `note` or `landscape`',
    ],
  ])('%j is refused at its place', (yaml, ...messages) => {
    expect(said(yaml)).toEqual(messages);
  });

  it('names the key that was meant', () => {
    const { messages, source } = parseText(block('columns:\n  - {field: a, lable: b}'));
    expect(messages.map((message) => [pointedAt(message, source), message.note])).toEqual([
      ['lable', 'Did you mean `label`?'],
    ]);
  });

  it('shares its name with no chart and no other table', () => {
    const text = `${block('')}\n\`\`\`table Ports\n\`\`\`\n`;
    expect(parseText(text).messages.map(({ rule }) => rule)).toContain('block-duplicate');
  });
});
