import { describe, expect, it } from 'vitest';
import { BRIEF, fill, problems, references, REPORT, words, type Data, type FillOptions } from './fill-input.js';

const PORTS: Data = {
  ports: {
    ordered: true,
    rows: [
      { harbour: 'Lerwick', day: '2021-09-19', ships: 1046, tonnes: 98.25, share: 0.33, year: 2021 },
      { harbour: '<b>Sandwick</b>', day: '2020-01-02', ships: 12, tonnes: null, share: 0.21, year: 2020 },
      { harbour: 'Scalloway', day: '2021-09-02', ships: 7, tonnes: 104.5, share: 0.05, year: 2019 },
    ],
  },
};

function draft(yaml: string, name = 'ports'): string {
  return `In {{ref "${name}"}}.\n\n![a](table:${name} 'Ships up to {{date @as_of}}')\n\n\`\`\`table ${name}\n${yaml}\n\`\`\``;
}

/** The cells of a table, row by row, its heads first and its total last. */
function table(yaml: string, data: Data = PORTS, options: FillOptions = {}): string[] {
  const { story, messages } = fill(draft(yaml), data, { target: BRIEF, ...options });
  if (messages.length > 0) return messages.map(({ rule, reason }) => `${rule}: ${reason}`);
  const made = story.tables.get('ports');
  if (!made) throw new Error('The table is shown');
  const rows = [...made.rows, ...(made.total ? [made.total] : [])].map((row) => row.map(({ text }) => text));
  const heads = made.columns.map(({ label, align }) => `${words(label)}:${align}`);
  return [heads, ...rows, ...made.notes.map((note) => [words(note)])].map((row) => row.join(' | '));
}

describe('a table of data', () => {
  it('shows every column of its query as it is, numbers right and in as many decimals', () => {
    expect(table('')).toEqual([
      'Harbour:left | Day:left | Ships:right | Tonnes:right | Share:right | Year:right',
      'Lerwick | 19 September | 1,046 | 98.25 | 0.33 | 2021',
      '<b>Sandwick</b> | 2 January 2020 | 12 | – | 0.21 | 2020',
      'Scalloway | 2 September | 7 | 104.50 | 0.05 | 2019',
      '– stands for what is not known.',
    ]);
  });

  it('has the labels, formats and sides of its columns', () => {
    const yaml = `columns:
  - {field: harbour, label: 'Harbours of {{ports.0.year}}', align: center}
  - {field: day, format: date short}
  - {field: ships, format: count "ship", align: left}
  - {field: share, format: pct}
limit: 2
note: Seen up to {{date @as_of}}`;
    expect(table(yaml)).toEqual([
      'Harbours of 2021:center | Day:left | Ships:left | Share:right',
      'Lerwick | 19 Sep | 1,046 ships | 33%',
      '<b>Sandwick</b> | 2 Jan 2020 | 12 ships | 21%',
      '2 of 3 rows',
      'Seen up to 23 September',
    ]);
  });

  it('adds every row of the query, and says what it cannot know', () => {
    const columns = 'columns: [harbour, {field: ships, total: true}, {field: tonnes, total: true}]';
    expect(table(columns).at(-2)).toBe('Total | 1,065 | at least 202.75');
    expect(table(`${columns}\nlimit: 1`).slice(-2)).toEqual(['All 3 rows | 1,065 | at least 202.75', '1 of 3 rows']);
    expect(table(columns, { ports: [{ harbour: 'A', ships: -1, tonnes: null }] }).at(-2)).toBe('Total | −1 | –');
  });

  it('keeps the decimals of its total in line with what is shown', () => {
    const data: Data = {
      ports: {
        ordered: true,
        rows: [
          { a: 'x', t: 2.5 },
          { a: 'y', t: 0.25 },
        ],
      },
    };
    expect(table('columns: [a, {field: t, total: true}]\nlimit: 1', data)).toEqual([
      'A:left | T:right',
      'x | 2.50',
      'All 2 rows | 2.75',
      '1 of 2 rows',
    ]);
  });

  it('has the house style of its target', () => {
    const frontMatter = "for: {report: {numbers: {group: ' ', percent: ' per cent'}}}";
    const yaml = 'columns: [harbour, ships, {field: share, format: pct}]\nlimit: 1';
    expect(table(yaml, PORTS, { frontMatter })[1]).toBe('Lerwick | 1,046 | 33%');
    expect(table(yaml, PORTS, { frontMatter, target: REPORT })[1]).toBe('Lerwick | 1 046 | 33 per cent');
  });

  it('stands on record with its query, and has a number', () => {
    const { story } = fill(draft('limit: 2'), PORTS, { target: BRIEF });
    expect(story.figures.filter(({ kind }) => kind === 'table')).toMatchObject([
      {
        id: 'table-ports',
        expression: 'table:ports',
        text: '2 of 3 rows',
        inputs: [{ query: 'ports', row: undefined }],
      },
    ]);
    expect(story.figures.find(({ kind }) => kind === 'reference')?.text).toBe('Table 1');
  });

  it('is not made where it is not shown', () => {
    const text = '{{#only "report"}}\n\n![a](table:ports)\n\n{{/only}}\n\nText\n\n```table ports\n```';
    expect(fill(text, PORTS, { target: BRIEF }).story.tables.size).toBe(0);
    expect(fill(text, PORTS, { target: REPORT }).story.tables.size).toBe(1);
  });

  it.each<[yaml: string, data: Data, ...messages: string[]]>([
    ['', { ports: { rows: [], columns: ['a'] } }, '3:1 value-missing: Unexpected empty `ports`, a table needs a row'],
    ['limit: 2', { ports: [{ a: 1 }] }, '6:8 table-data: Unexpected `limit`, the rows of `ports` are in no order'],
    [
      'columns: [{field: a, format: date}]',
      { ports: [{ a: null }, { a: 'x' }, { a: 'y' }] },
      '6:30 helper-arguments: Unexpected text `x`, expected a date, in row 2',
    ],
    [
      'columns: [{field: a, format: since}]',
      { ports: [{ a: '2021-12-01' }] },
      '6:30 helper-arguments: Unexpected day after the publication day, expected one to look back to, in row 1',
    ],
    [
      '',
      { ports: [{ a: Infinity }] },
      '5:10 value-infinite: Unexpected `Infinity`, expected a finite number, in row 1',
    ],
    [
      'columns: [b, {field: a, total: true}]\nlimit: 1',
      {
        ports: {
          ordered: true,
          rows: [
            { b: 'x', a: 1 },
            { b: 'y', a: NaN },
          ],
        },
      },
      '6:22 value-infinite: Unexpected `NaN`, expected a finite number, in row 2',
    ],
    [
      '',
      { ports: [{ a: 'b\u202ea' }] },
      '5:10 hidden-character: Unexpected hidden character U+202E in a value, expected text that is all seen',
    ],
  ])('%j over %j is refused at its place', (yaml, data, ...messages) => {
    const text = draft(yaml).replace(/^In .*\n\n/, 'In it.\n\n');
    expect(problems(text, data, { target: BRIEF })).toEqual(messages);
  });
});

describe('what a table names', () => {
  const data: Data = { ports: [{ harbour: 'x', ships: 1, open: true }], top: [{ a: 1 }] };

  it.each<[yaml: string, ...messages: string[]]>([
    ['query: prots', '6:8 table-data: Unexpected `prots`, no query has this name'],
    ['columns: [harbour, shisp]', '6:20 table-data: Unexpected `shisp`, `ports` has no such column'],
    [
      'columns: [harbour, {field: ships, format: nmu}]',
      '6:43 helper-unknown: Unexpected `nmu`, no helper has this name',
    ],
    [
      'columns: [{field: ships, format: num digit=1}]',
      '6:38 helper-arguments: Unexpected `digit=`, `num` has no such argument',
    ],
    [
      'columns: [{field: ships, format: num 1 2}]',
      '6:38 helper-arguments: Unexpected argument 2 of `num`, expected one',
    ],
    [
      'columns: [{field: ships, format: count}]',
      '6:34 helper-arguments: Unexpected end of `count`, expected a text: `one`',
    ],
    [
      'columns: [harbour, open]',
      '6:20 table-data: Unexpected column `open` of type BOOLEAN, expected numbers, dates or text',
    ],
    [
      'columns: [ships, {field: harbour, total: true}]',
      '6:42 table-data: Unexpected total of `harbour`, which is VARCHAR, expected a column of numbers',
    ],
    [
      'columns: [{field: ships, total: true}]',
      '6:33 table-spec: Unexpected total in the first column, where the word for it stands',
    ],
    [
      "columns: [{field: ships, label: '{{prots.n}}'}]\nnote: '{{top.b}}'",
      '6:36 name-unknown: Unexpected `prots`, no query has this name',
      '7:14 column-unknown: Unexpected `b`, `top` has no such column',
    ],
  ])('%j is refused before a query runs', (yaml, ...messages) => {
    const text = draft(yaml).replace(/^In .*\n\n/, 'In it.\n\n');
    expect(references(text, data, { target: BRIEF })).toEqual(messages);
    // And not said again when it is filled
    if (!yaml.includes('{{')) expect(problems(text, data, { target: BRIEF })).toEqual([]);
  });
});
