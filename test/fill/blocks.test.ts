import { describe, expect, it } from 'vitest';
import { BRIEF, filled, REPORT, type Data, type FillOptions } from './fill-input.js';

const DATA: Data = {
  q: [
    {
      n: 7,
      zero: 0,
      text: 'x',
      empty: '',
      day: '2021-09-19',
      yes: true,
      no: false,
      nothing: null,
      list: ['a'],
      short: [],
    },
  ],
  none: { rows: [], columns: ['n'] },
  zero: [{ n: 0 }],
  many: [
    { n: 1, name: 'a' },
    { n: 2, name: 'b' },
    { n: 3, name: 'c' },
  ],
  single: [{ name: 'only' }],
  hollow: [{ name: null }],
  nested: [{ names: ['a', 'b'] }],
  nan: [{ x: NaN }],
};

describe('{{#if}}', () => {
  it.each([
    ['q', true],
    ['none', false],
    ['zero', false],
    ['many', true],
    ['q.n', true],
    ['q.zero', false],
    ['q.text', true],
    ['q.empty', false],
    ['q.day', true],
    ['q.yes', true],
    ['q.no', false],
    ['q.nothing', false],
    ['q.list', true],
    ['q.short', false],
    // A bare path is guarded against no row, and nothing else is
    ['none.n', false],
    ['(gt q.n 5)', true],
    ['(and (gt q.n 5) q.yes)', true],
    ['(not q.no)', true],
    ['"text"', true],
    ['0', false],
  ])('%s is %s', (condition, holds) => {
    expect(filled(`{{#if ${condition}}}yes{{else}}no{{/if}}`, DATA)).toBe(holds ? 'yes' : 'no');
    expect(filled(`{{#unless ${condition}}}yes{{else}}no{{/unless}}`, DATA)).toBe(holds ? 'no' : 'yes');
  });

  it.each([
    ['(gt none.n 5)', '1:11 value-missing: Unexpected empty `none`, expected one row for `none.n`'],
    ['(gt q.nothing 5)', '1:11 value-missing: Unexpected NULL, expected a value'],
    ['many.n', '1:7 value-many: Unexpected 3 rows in `many`, expected one for `many.n`'],
    ['many.0.n', '1:12 value-many: Unexpected row number `0`, the rows of `many` are in no order'],
    ['q.nn', '1:9 column-unknown: Unexpected `nn`, `q` has no such column'],
    ['nan.x', '1:7 value-infinite: Unexpected `NaN`, expected a finite number'],
  ])('%s is refused', (condition, message) => {
    expect(filled(`{{#if ${condition}}}yes{{else}}no{{/if}} end`, DATA)).toBe(message);
  });

  it('takes the first arm that holds, and looks at no other', () => {
    const text = '{{#if q.no}}a{{else if q.yes}}b{{else if many.n}}c{{else}}d{{/if}}';
    expect(filled(text, DATA)).toBe('b');
    expect(filled('{{#if q.no}}a{{else when q.n ">" 9}}b{{else}}c{{/if}}', DATA)).toBe('c');
    expect(filled('x{{#if q.no}}{{many.n}}{{/if}}', DATA)).toBe('x');
  });
});

describe('{{#when}}', () => {
  it.each([
    ['q.n ">" 5', true],
    ['q.n "<" 5', false],
    ['q.n ">=" 7', true],
    ['q.n "<=" 6', false],
    ['q.n "=" 7', true],
    ['q.n "!=" 7', false],
    ['q.text "=" "x"', true],
    ['q.day ">" "2021-09-01"', true],
    ['@date ">" q.day', true],
    ['@output "=" "thread"', true],
  ])('%s is %s', (condition, holds) => {
    expect(filled(`{{#when ${condition}}}yes{{else}}no{{/when}}`, DATA)).toBe(holds ? 'yes' : 'no');
  });

  it.each([
    [
      'q.n "==" 5',
      '1:13 helper-arguments: Unexpected comparison, expected one of `">"`, `"<"`, `">="`, `"<="`, `"="`, `"!="`',
    ],
    [
      'q.n q.n 5',
      '1:13 helper-arguments: Unexpected comparison, expected one of `">"`, `"<"`, `">="`, `"<="`, `"="`, `"!="`',
    ],
    ['q.n ">" q.text', '1:17 helper-arguments: Unexpected text `x`, it cannot be compared with number `7`'],
    ['q.nothing ">" 5', '1:9 value-missing: Unexpected NULL, expected a value to compare'],
    ['none.n ">" 5', '1:9 value-missing: Unexpected empty `none`, expected one row for `none.n`'],
  ])('%s is refused', (condition, message) => {
    expect(filled(`{{#when ${condition}}}yes{{/when}} end`, DATA)).toBe(message);
  });
});

describe('{{#only}}', () => {
  const TARGETS: readonly FillOptions[] = [
    {},
    { target: { kind: 'thread', platform: 'bluesky' } },
    { target: BRIEF },
    { target: REPORT },
  ];

  it.each([
    ['"x"', 'yes no no no'],
    ['"x" "report"', 'yes no no yes'],
    ['"thread"', 'yes yes no no'],
    ['"brief" "report"', 'no no yes yes'],
  ])('%s holds for these targets: %s', (names, expected) => {
    const seen = TARGETS.map((options) => filled(`{{#only ${names}}}yes{{else}}no{{/only}}`, {}, options));
    expect(seen.join(' ')).toBe(expected);
  });

  it.each([
    ['brief', '1:9 helper-arguments: Unexpected `brief` in `#only`'],
    ['"breif"', '1:9 helper-arguments: Unexpected `breif` in `#only`'],
    ['"twitter"', '1:9 helper-arguments: Unexpected `twitter` in `#only`'],
  ])('%s is refused', (name, message) => {
    expect(filled(`{{#only ${name}}}yes{{/only}} end`)).toBe(message);
  });

  it('stands around paragraphs, headings and posts', () => {
    const text = 'A\n\n{{#only "brief"}}\n\n## More\n\nB\n\n{{/only}}\n\n{{#only "x"}}\n\n---\n\nC\n\n{{/only}}';
    expect(filled(text)).toBe('A --- C');
    expect(filled(text, {}, { target: BRIEF })).toBe('A | h2(More) | B');
  });
});

describe('{{#each}}', () => {
  it.each([
    ['{{#each many as |r|}}{{num r.n}}{{r.name}}{{#unless @last}}, {{/unless}}{{/each}}', '1a, 2b, 3c'],
    ['{{#each many as |r|}}{{#if @first}}[{{/if}}{{num @index}}{{#if @last}}]{{/if}}{{/each}}', '[012]'],
    // The rounds keep their lines, whether or not something stands above and below
    ['{{#each many as |r|}}\n{{r.name}}.\n{{/each}}', 'a.⏎b.⏎c.'],
    ['y\n{{#each many as |r|}}\n{{r.name}}.\n{{/each}}\nz', 'y⏎a.⏎b.⏎c.⏎z'],
    ['{{#each none as |r|}}x{{else}}none{{/each}}', 'none'],
    ['y{{#each none as |r|}}x{{/each}}', 'y'],
    ['{{#each none as |r|}}x{{else if q.yes}}quiet{{else}}no{{/each}}', 'quiet'],
    ['{{#each none as |r|}}x{{else if q.no}}quiet{{else}}no{{/each}}', 'no'],
    // One row or one column is a row still
    ['{{#each single as |r|}}{{r.name}}{{/each}}', 'only'],
    ['{{#each hollow as |r|}}{{#if r.name}}x{{else}}nameless{{/if}}{{/each}}', 'nameless'],
    ['{{#each nested as |r|}}{{r.names}}{{/each}}', 'a and b'],
    ['{{#each zero as |r|}}{{num r.n}}{{/each}}', '0'],
    // Lists
    ['{{#each nested.names as |x|}}<{{x}}>{{/each}}', '<a><b>'],
    ['{{#each q.short as |x|}}x{{else}}empty{{/each}}', 'empty'],
    // Loops in loops, and names over names
    [
      '{{#each many as |r|}}{{#each nested.names as |x|}}{{r.name}}{{x}}{{num @index}} {{/each}}{{/each}}',
      'aa0 ab1 ba0 bb1 ca0 cb1',
    ],
    ['{{#each many as |q|}}{{q.name}}{{/each}}{{q.text}}', 'abcx'],
    ['{{#with q as |r|}}{{r.text}} of {{#each many as |r|}}{{r.name}}{{/each}}{{/with}}', 'x of abc'],
    ['{{#with single as |r|}}{{r.name}}{{/with}}', 'only'],
    ['{{#with none as |r|}}x{{else}}none{{/with}}', 'none'],
    ['{{#each many as |r|}}{{#with q as |s|}}{{num @index}}{{/with}}{{/each}}', '012'],
    // List items are one list
    ['{{#each many as |r|}}\n- {{r.name}}\n{{/each}}', 'ul(a | b | c)'],
    [
      '{{#each many as |r|}}\n{{#each nested.names as |x|}}\n- {{r.name}}{{x}}\n{{/each}}\n{{/each}}',
      'ul(aa | ab | ba | bb | ca | cb)',
    ],
    ['- first\n{{#each many as |r|}}\n- {{r.name}}\n{{/each}}\n- last', 'ul(first | a | b | c | last)'],
    ['{{#each many as |r|}}\n\n1. {{r.name}}\n\n{{/each}}', 'ol(a | b | c)'],
    ['{{#each many as |r|}}\n\n- {{r.name}}\n\nand\n\n{{/each}}', 'ul(a) | and | ul(b) | and | ul(c) | and'],
    ['{{#each none as |r|}}\n- {{r.name}}\n{{else}}\nNone\n{{/each}}', 'None'],
    // Whole posts
    ['A\n\n{{#each many as |r|}}\n\n---\n\n{{r.name}}\n\n{{/each}}', 'A --- a --- b --- c'],
  ])('%j gives %j', (text, expected) => {
    expect(filled(text, DATA).trim()).toBe(expected);
  });

  it.each([
    ['{{#each q.nothing as |r|}}x{{/each}} end', '1:9 value-missing: Unexpected NULL, expected rows or a list'],
    ['{{#each q.n as |r|}}x{{/each}} end', '1:9 helper-arguments: Unexpected number `7`, expected rows or a list'],
    ['{{#each mny as |r|}}x{{/each}} end', '1:9 name-unknown: Unexpected `mny`, no query has this name'],
    ['{{#with many as |r|}}x{{/with}} end', '1:9 value-many: Unexpected 3 rows, `#with` takes one'],
    ['{{#each many as |r|}}{{r.x}}{{/each}} end', '1:26 column-unknown: Unexpected `x`, `many` has no such column'],
    [
      '{{#each nested.names as |x|}}{{x.y}}{{/each}} end',
      '1:34 column-unknown: Unexpected `.y` after a single value, expected nothing more',
    ],
  ])('%j is refused', (text, message) => {
    expect([...new Set(filled(text, DATA).split('; '))]).toEqual([message]);
  });
});

describe('loops within loops', () => {
  it('have a limit together, which is told once', () => {
    const rows = Array.from({ length: 150 }, (_, n) => ({ n }));
    const text = '{{#each rows as |a|}}{{#each rows as |b|}}{{#each rows as |c|}}{{c.n}}{{/each}}{{/each}}{{/each}}\n';
    expect(filled(text, { rows })).toBe(
      '1:51 value-many: Unexpected 20,100 rounds of loops in a draft, expected at most 20,000',
    );
  });
});
