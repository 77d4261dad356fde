import type { Message } from '../../src/diagnostic/message.js';
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/model/defaults.js';
import type { Template } from '../../src/model/draft.js';
import { parse, read, show } from './front-matter-input.js';

describe('front matter', () => {
  it('sets how loud lints are, over what the project says', () => {
    const defaults = {
      ...DEFAULTS,
      lints: new Map([['alt-missing', 'off'] as const, ['chart-unused', 'error'] as const]),
    };
    const { lints } = read('lints: {alt-missing: error}', { defaults });
    expect([...lints]).toEqual([
      ['alt-missing', 'error'],
      ['chart-unused', 'error'],
    ]);
  });

  it('of two keys has the defaults for the rest', () => {
    const { title, ...rest } = read('');
    expect(wordsOf(title)).toBe('A title');
    expect(rest).toMatchObject({
      kicker: undefined,
      date: '2021-09-24',
      asOf: '2021-09-24',
      lang: 'en-GB',
      authors: [],
      keywords: [],
      data: [],
      outputs: ['thread', 'brief', 'report'],
      platforms: ['x', 'bluesky', 'mastodon'],
      numbering: { style: '1.', place: 'start', first: true, start: 1 },
      breaks: 'keep',
      paper: 'a4',
      status: undefined,
      sensitive: false,
      showQueries: true,
      baseUrl: undefined,
      lints: new Map(),
    });
  });

  it('takes texts as they are written', () => {
    const title = (text: string): string => wordsOf(parse(`date: 2021-09-24\ntitle: ${text}`).value?.title);
    expect(title('1984')).toBe('1984');
    expect(title('1.10')).toBe('1.10');
    expect(title('No')).toBe('No');
    expect(title("'It''s over'")).toBe('It’s over'.replace('’', "'"));
    expect(title('"a \\"b\\" c"')).toBe('a "b" c');
    expect(title('words that\n  go on')).toBe('words that go on');
    expect(title('>-\n  words that\n  go on')).toBe('words that go on');
    expect(title('|\n  words\n')).toBe('words');
    expect(title("'C# and #tag, 100%: a'")).toBe('C# and #tag, 100%: a');
  });

  it('reads tags and claims where they may stand', () => {
    const draft = read(
      [
        "kicker: '{{num q.n}}'",
        'standfirst: "{{count q.n \\"attack\\"}} in all"',
        'description: \'[seven](<check:count q.n "attack">) of them\'',
        "key_figures: [{value: '{{num q.n}}', label: attacks}]",
      ].join('\n'),
    );
    const kinds = (template: Template | undefined): string[] | undefined => template?.children.map(({ type }) => type);
    expect(kinds(draft.kicker)).toEqual(['tag']);
    expect(kinds(draft.standfirst)).toEqual(['tag', 'text']);
    expect(kinds(draft.description)).toEqual(['claim', 'text']);
    expect(draft.keyFigures.map(({ value, label }) => [kinds(value), wordsOf(label)])).toEqual([[['tag'], 'attacks']]);
  });

  it('takes one word or a list of them', () => {
    expect(read('authors: Field desk').authors).toEqual(['Field desk']);
    expect(read('authors: [A, B]').authors).toEqual(['A', 'B']);
    expect(read('keywords: bird strikes').keywords).toEqual(['bird strikes']);
    expect(read('keywords: [births, Friday the 13th]').keywords).toEqual(['births', 'Friday the 13th']);
    expect(read('outputs: brief').outputs).toEqual(['brief']);
  });

  it('gives outputs and platforms in their own order', () => {
    expect(read('platforms: [mastodon, x]').platforms).toEqual(['x', 'mastodon']);
  });

  it('lays numbering over the defaults', () => {
    expect(read("numbering: '(1/n)'").numbering).toEqual({ style: '(1/n)', place: 'start', first: true, start: 1 });
    expect(read('numbering: 1/').numbering.style).toBe('1/');
    expect(read('numbering: {first: false, place: end}').numbering).toEqual({
      style: '1.',
      place: 'end',
      first: false,
      start: 1,
    });
  });

  it('understands a numbering that YAML takes for a number', () => {
    expect(parse('title: a\ndate: 2021-09-24\nnumbering: 1.').value?.numbering.style).toBe('1.');
  });

  it('reads data by file ending', () => {
    const { data } = read(
      'data:\n  a: x.CSV\n  größe: {file: /d/x.json, dated_by: day, covers: [2019-01-01, 2021-09-23], source: Desk, licence: CC0, illustrative: true}\n  c: x.v2.parquet',
    );
    expect(data).toMatchObject([
      { name: 'a', file: 'x.CSV', format: 'csv', declaredIn: 'draft', illustrative: false },
      {
        name: 'größe',
        file: '/d/x.json',
        format: 'json',
        datedBy: 'day',
        covers: ['2019-01-01', '2021-09-23'],
        source: 'Desk',
        licence: 'CC0',
        illustrative: true,
        declaredIn: 'draft',
      },
      { name: 'c', file: 'x.v2.parquet', format: 'parquet', declaredIn: 'draft', illustrative: false },
    ]);
  });

  it('reads data by what is said of it', () => {
    const { data } = read(
      "data: {a: x.tsv, b: x.JSONL, c: {file: x.txt, format: csv, delimiter: tab, decimal: ','}, d: {file: x.csv, format: tsv, dated_by: day, undated: error}}",
    );
    expect(data).toMatchObject([
      { format: 'tsv', delimiter: undefined, decimal: '.', undated: 'drop' },
      { format: 'ndjson' },
      { format: 'csv', delimiter: '\t', decimal: ',' },
      { format: 'tsv', undated: 'error' },
    ]);
  });

  it('points at the path of a data file', () => {
    const { value, source } = parse('title: a\ndate: 2021-09-24\ndata: {a: x.csv, b: {licence: CC0, file: y.csv}}');
    expect(value?.data.map(({ span }) => source.text.slice(span.start, span.end))).toEqual(['x.csv', 'y.csv']);
  });

  it('has the project’s data, unless it names its own', () => {
    const project = read('data: {a: project/a.csv, b: project/b.csv}').data;
    const { data } = read('data: {A: own/a.csv}', { defaults: { ...DEFAULTS, data: project } });
    expect(data.map(({ name, file }) => [name, file])).toEqual([
      ['b', 'project/b.csv'],
      ['A', 'own/a.csv'],
    ]);
  });

  it('lets a target’s style win over the draft’s, and the draft’s over the project’s', () => {
    const { styles } = read(
      'numbers: {words_to: 10}\nlists: {serial_comma: true}\nfor: {x: {numbers: {words_to: 0}}, report: {dates: {week_starts: sunday}}}',
      { defaults: { ...DEFAULTS, style: { numbers: { wordsTo: 5, group: ' ' }, dates: { weekStarts: 'sunday' } } } },
    );
    expect(styles.x.numbers).toEqual({ wordsTo: 0, sentenceStart: 'words', group: ' ', percent: '%', digits: 'latn' });
    expect(styles.brief.numbers.wordsTo).toBe(10);
    expect(styles.mastodon.lists.serialComma).toBe(true);
    expect([styles.x.dates.weekStarts, styles.report.dates.weekStarts]).toEqual(['sunday', 'sunday']);
    expect(read('').styles.report.dates.weekStarts).toBe('monday');
  });

  it('takes an empty separator for none', () => {
    expect(read("numbers: {group: '', percent: ' per cent'}").styles.x.numbers).toMatchObject({
      group: '',
      percent: ' per cent',
    });
  });

  it('lets the command’s days win', () => {
    const options = { date: '2022-01-02', asOf: '2022-01-01' };
    expect(read('as_of: 2021-09-23', options)).toMatchObject(options);
    expect(read('as_of: 2021-09-23', { date: '2022-01-02' })).toMatchObject({ date: '2022-01-02', asOf: '2021-09-23' });
    expect(read('', { date: '2022-01-02' })).toMatchObject({ date: '2022-01-02', asOf: '2022-01-02' });
    expect(parse('title: A daily draft', options).messages).toEqual([]);
  });

  it('writes a language as it is registered', () => {
    expect(read('lang: en-gb').lang).toBe('en-GB');
    expect(read('lang: en-UK').lang).toBe('en-GB');
    expect(read('lang: no').lang).toBe('no');
    expect(read('lang: fa-AF').lang).toBe('fa-AF');
  });

  it('reads what pages need', () => {
    const draft = read(
      'status: draft\nsensitive: true\nshow_queries: false\npaper: letter\nbreaks: join\ncontent_warning: Violence\nbase_url: https://example.org/threads/\ncorrections: [{date: 2021-09-26, text: A wrong province}]\nimages: {images/map.png: {credit: Desk}}',
    );
    expect(draft).toMatchObject({
      status: 'draft',
      sensitive: true,
      showQueries: false,
      paper: 'letter',
      breaks: 'join',
      contentWarning: 'Violence',
      baseUrl: 'https://example.org/threads',
      corrections: [{ date: '2021-09-26', text: 'A wrong province' }],
    });
    expect(draft.images.get('images/map.png')).toEqual({ credit: 'Desk', licence: undefined });
  });

  it('is still read when a key in it cannot be', () => {
    const { value, messages } = parse('title: a\ndate: 2021-09-24\nkicker: {{x}}\nlang: xx-nope-1\nauthors: Desk');
    expect(messages).toHaveLength(2);
    expect(value).toMatchObject({ kicker: undefined, lang: 'en-GB', authors: ['Desk'] });
  });

  it('gives a tag’s own mistake its place behind escapes and on later lines', () => {
    const mistakes = (yaml: string): string[] =>
      parse(`date: 2021-09-24\ntitle: ${yaml}`).messages.map(
        (message: Message) => show(message).split(' ', 1)[0] ?? '',
      );
    expect(mistakes("'It''s the group''s {{x y!}} day'")).toEqual(['3:33']);
    expect(mistakes('"The \\"best\\" of {{x y!}}"')).toEqual(['3:30']);
    expect(mistakes('words that\n  go {{x y!}} on')).toEqual(['4:11']);
    expect(mistakes('>\n  words\n\n  go {{x y!}} on')).toEqual(['6:11']);
    expect(mistakes("'words\n  go {{x y!}} on'")).toEqual(['4:11']);
  });
});

function wordsOf(template: Template | undefined): string {
  return (template?.children ?? []).map((node) => (node.type === 'text' ? node.value : '')).join('');
}
