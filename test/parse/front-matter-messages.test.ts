import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/model/defaults.js';
import { parseFrontMatter } from '../../src/parse/parse-front-matter.js';
import { parse, show } from './front-matter-input.js';

const REQUIRED = 'title: A title\ndate: 2021-09-24\n';
const TAG_NOTE = 'Tags may stand in `title`, `kicker`, `standfirst`, `description` and `key_figures`';
const BRACES = 'Unexpected `{{` at the start of a value, expected quotes around it';

describe('a draft without what it needs', () => {
  it('is told how to start', () => {
    const { value, messages } = parseFrontMatter({ path: 'draft.md', text: 'Text.' }, undefined, {
      defaults: DEFAULTS,
    });
    expect(value).toBeUndefined();
    expect(messages.map(show)).toEqual([
      '1:1 front-matter-missing: Unexpected start of a draft, expected front matter (Start the file with `---`, `title: …`, `date: YYYY-MM-DD` and `---`, each on a line of its own)',
    ]);
  });

  it.each([
    ['', ['1:1 … `title`', '1:1 … `date`']],
    ['# nothing yet', ['1:1 … `title`', '1:1 … `date`']],
    ['title: A title', ['2:1 … `date`']],
    ['lang: de\ndate: 2021-09-24', ['2:1 … `title`']],
  ])('says which keys are missing in %j', (yaml, missing) => {
    const { value, messages } = parse(yaml);
    expect(value).toBeUndefined();
    expect(messages.map(({ place, reason }) => `${place?.line ?? 0}:${place?.column ?? 0} ${reason}`)).toEqual(
      missing.map((line) => line.replace('…', 'Missing')),
    );
  });
});

/** Front matter as typed, below a title and a date on lines 2 and 3. */
const TABLE: readonly (readonly [name: string, yaml: string, messages: readonly string[]])[] = [
  // Values that a tag breaks
  [
    'a tag alone',
    'kicker: {{x}}',
    [`4:9 front-matter-syntax: ${BRACES} (Put single quotes around it: \`kicker: '{{x}}'\`)`],
  ],
  [
    'a tag and words',
    'kicker: {{count q.n "x"}} in a day   # comment',
    [`4:9 front-matter-syntax: ${BRACES} (Put single quotes around it: \`kicker: '{{count q.n "x"}} in a day'\`)`],
  ],
  [
    'a tag over two lines',
    'kicker: {{count q.n "x"}} in\n  a day\nfoo: bar',
    [
      `4:9 front-matter-syntax: ${BRACES} (Put single quotes around it: \`kicker: '{{count q.n "x"}} in a day'\`)`,
      '6:1 front-matter-key: Unexpected key `foo`, expected one that the guide lists (Did you mean `for`?)',
    ],
  ],
  [
    'a tag in a list of mappings',
    'key_figures:\n  - value: {{num q.n}}\n    label: operations',
    [`5:12 front-matter-syntax: ${BRACES} (Put single quotes around it: \`- value: '{{num q.n}}'\`)`],
  ],
  [
    'a tag inside brackets',
    'key_figures: [{value: {{num q.n}} a day, label: operations}]',
    [`4:23 front-matter-syntax: ${BRACES} (Put single quotes around it: \`'{{num q.n}} a day'\`)`],
  ],
  [
    'quotes inside quotes',
    'kicker: "{{count q.n "x"}}"',
    [
      '4:9 front-matter-syntax: Unexpected `"` inside a value, expected it only around the value (Put single quotes around it: `kicker: \'{{count q.n "x"}}\'`)',
    ],
  ],
  [
    'an apostrophe inside single quotes',
    "kicker: 'It's {{x}}'",
    [
      "4:9 front-matter-syntax: Unexpected `'` inside a value, expected it only around the value (Put single quotes around it: `kicker: 'It''s {{x}}'`)",
    ],
  ],
  [
    'a colon inside a value',
    'kicker: On {{date d}}: the group',
    [
      "4:9 front-matter-syntax: Unexpected `: ` inside a value, expected quotes around it (Put single quotes around it: `kicker: 'On {{date d}}: the group'`)",
    ],
  ],
  [
    'a claim at the start',
    'kicker: [seven](<check:count q.n>) attacks',
    [
      "4:9 front-matter-syntax: Unexpected link at the start of a value, expected quotes around it (Put single quotes around it: `kicker: '[seven](<check:count q.n>) attacks'`)",
    ],
  ],
  ...['*bold* words', '&c', '!important', '@name', '%d', '**bold**'].map((text): [string, string, string[]] => [
    `text that starts as ${text}`,
    `kicker: ${text}`,
    [
      `4:9 front-matter-syntax: Unexpected \`${text.charAt(0)}\` at the start of a value, expected quotes around it (Put single quotes around it: \`kicker: '${text}'\`)`,
    ],
  ]),
  [
    'references inside brackets',
    'authors: [&a Desk, *a]',
    [
      '4:14 front-matter-syntax: Unexpected `&` at the start of a value, expected quotes around it (Write the value itself, or put single quotes around it)',
      '4:20 front-matter-syntax: Unexpected `*` at the start of a value, expected quotes around it (Write the value itself, or put single quotes around it)',
    ],
  ],
  // YAML that cannot be read
  [
    'a quote that is not closed',
    "kicker: 'It {{x}}\nfoo: bar",
    [
      "4:9 front-matter-syntax: Unexpected end of a value, expected a closing `'` (Put single quotes around it: `kicker: 'It {{x}}'`)",
      '5:1 front-matter-key: Unexpected key `foo`, expected one that the guide lists (Did you mean `for`?)',
    ],
  ],
  [
    'a tab',
    'numbers:\n\twords_to: 3',
    ['5:1 front-matter-syntax: Unexpected tab at the start of a line, expected spaces'],
  ],
  [
    'a key that stands too far in',
    'kicker: words\n  lang: de',
    ['5:1 front-matter-syntax: Unexpected indentation before `lang`, expected it right under `kicker`'],
  ],
  [
    'no space after the colon',
    'kicker:words\nlang: de',
    ['4:7 front-matter-syntax: Unexpected `:` without a space after it, expected `kicker: …` (Write `kicker: words`)'],
  ],
  [
    'a line without a colon',
    'kicker\nlang: de',
    ['4:1 front-matter-syntax: Unexpected `kicker`, expected `key: value`'],
  ],
  [
    'a list that is not closed',
    'authors: [a, b\nlang: de',
    [
      '4:10 front-matter-syntax: Unexpected `[` without its `]`, expected one before the next key (If the value is text that starts with `[`, put single quotes around it)',
    ],
  ],
  [
    'a bracket too many',
    'authors: [a, b]]\nlang: de',
    ['4:16 front-matter-syntax: Unexpected `]`, expected the end of the value'],
  ],
  [
    'an escape that does not exist',
    'kicker: "a\\qb"',
    [
      "4:9 front-matter-syntax: Unexpected `\\q` inside double quotes, expected an escape of YAML (Put single quotes around it: `kicker: 'a\\qb'`)",
    ],
  ],
  [
    'keys below the end of the document',
    '...\nkicker: lost',
    [
      '5:1 front-matter-syntax: Unexpected `kicker: lost` after `...`, expected nothing (In YAML a line `...` ends the document: remove it)',
    ],
  ],
  // Keys
  [
    'an unknown key',
    'standfrist: x',
    [
      '4:1 front-matter-key: Unexpected key `standfrist`, expected one that the guide lists (Did you mean `standfirst`?)',
    ],
  ],
  [
    'a hyphen for a line',
    'as-of: 2021-09-23',
    ['4:1 front-matter-key: Unexpected key `as-of`, expected one that the guide lists (Did you mean `as_of`?)'],
  ],
  [
    'a key of the project',
    'limits: {time: 3}',
    ['4:1 front-matter-key: Unexpected key `limits`, expected it in the configuration'],
  ],
  [
    'a key twice',
    'lang: de\nlang: fa',
    ['5:1 front-matter-key: Unexpected second `lang`, expected each key once (The first stands on line 4)'],
  ],
  [
    'unknown keys further down',
    'numbers: {word_to: 3}\nlists: {oxford: true}',
    [
      '4:11 front-matter-key: Unexpected key `word_to` in `numbers`, expected `words_to`, `sentence_start`, `group`, `percent` or `digits` (Did you mean `words_to`?)',
      '5:9 front-matter-key: Unexpected key `oxford` in `lists`, expected `serial_comma`',
    ],
  ],
  ['a number as a key', '7: x', ['4:1 front-matter-key: Unexpected key `7`, expected one that the guide lists']],
  [
    'an empty key',
    'kicker:',
    ['4:1 front-matter-hint: Unexpected empty `kicker`, which is ignored (Give it a value, or remove it)'],
  ],
  [
    'a hashtag in place of a value',
    'kicker: #ISKP',
    [
      "4:9 front-matter-value: Unexpected `#` at the start of `kicker` (In YAML `#` starts a comment. Put single quotes around it: `kicker: '…'`)",
    ],
  ],
  [
    'a hashtag that YAML drops',
    'kicker: Claims by #ISKP',
    [
      "4:19 front-matter-hint: Unexpected `#ISKP`, which YAML takes for a comment (Put single quotes around it: `kicker: 'Claims by #ISKP'`)",
    ],
  ],
  [
    'words that cannot be hashtags',
    "tag_first_mention: [ISKP, 'Q&A', '#Kabul', 2021]",
    [
      '4:27 front-matter-value: Unexpected `&` in `Q&A`, expected letters, digits, spaces and hyphens in a hashtag (Take it out of the list)',
      '4:44 front-matter-value: Unexpected text `2021`, expected at least one letter in a hashtag (Take it out of the list)',
    ],
  ],
  [
    'lints that are none, a rule that cannot be set and a level that is none',
    'lints: {alt-misssing: warn, post-too-long: warn, alt-missing: warning, hashtag-glued: off, nonsense: off}',
    [
      '4:9 front-matter-key: Unexpected `alt-misssing` in `lints`, expected the name of a lint (Did you mean `alt-missing`?)',
      '4:29 front-matter-key: Unexpected `post-too-long` in `lints`, expected the name of a lint (How loud other rules are cannot be set; the guide lists the lints)',
      '4:63 front-matter-value: Unexpected `warning`, expected `off`, `warn` or `error` (Did you mean `warn`?)',
      '4:92 front-matter-key: Unexpected `nonsense` in `lints`, expected the name of a lint (The guide lists the lints)',
    ],
  ],
  // Kinds of values
  [
    'lists, mappings and words of YAML for text',
    'kicker: [seven]\nstandfirst: true\ndescription:\n  a: b',
    [
      "4:9 front-matter-value: Unexpected list, expected text (If it is meant as text, put single quotes around it: `kicker: '[seven]'`)",
      "5:13 front-matter-value: Unexpected `true`, expected text (If it is meant as text, put single quotes around it: `standfirst: 'true'`)",
      '7:3 front-matter-value: Unexpected mapping, expected text',
    ],
  ],
  [
    'a word for true',
    'sensitive: yes',
    ['4:12 front-matter-value: Unexpected `yes`, expected `true` or `false` (Write `sensitive: true`)'],
  ],
  [
    'a tag where nothing is computed',
    "authors: [Desk, '{{x}}']",
    [`4:18 tag-place: Unexpected tag \`{{x}}\` in \`authors\`, expected plain text (${TAG_NOTE})`],
  ],
  [
    'a tag for a day',
    'as_of: {{x}}',
    [`4:8 tag-place: Unexpected tag \`{{x}}\` in \`as_of\`, expected plain text (${TAG_NOTE})`],
  ],
  [
    'a tag in a path',
    "data: {a: 'data/{{x}}.csv'}",
    [`4:17 tag-place: Unexpected tag \`{{x}}\` in \`a\`, expected plain text (${TAG_NOTE})`],
  ],
  [
    'a day that does not exist',
    'as_of: 2021-02-30',
    ['4:8 front-matter-value: Unexpected day `2021-02-30`, expected one within a month of 28 days'],
  ],
  [
    'a month that does not exist',
    'as_of: 2021-13-01',
    ['4:8 front-matter-value: Unexpected day `2021-13-01`, expected a month from 01 to 12'],
  ],
  [
    'a day in another notation',
    'as_of: 23/09/2021',
    ['4:8 front-matter-value: Unexpected `23/09/2021`, expected a day as `YYYY-MM-DD` (Write `as_of: 2021-09-23`)'],
  ],
  [
    'a day that is a number',
    'as_of: 20210923',
    ['4:8 front-matter-value: Unexpected `20210923`, expected a day as `YYYY-MM-DD` (Write `as_of: 2021-09-23`)'],
  ],
  [
    'a day of two meanings',
    'as_of: 03/04/2021',
    [
      '4:8 front-matter-value: Unexpected `03/04/2021`, expected a day as `YYYY-MM-DD` (A day is written as in `2021-09-24`)',
    ],
  ],
  [
    'data after publication',
    'as_of: 2021-09-25',
    [
      '4:8 front-matter-hint: Unexpected `as_of` after the publication day `2021-09-24`, expected it on that day or before (Relative words count from `date`, so later data has no words)',
    ],
  ],
  [
    'a language with an underscore',
    'lang: en_GB',
    ['4:7 front-matter-value: Unexpected `en_GB`, expected the tag of a language (Write `lang: en-GB`)'],
  ],
  [
    'a language by name',
    'lang: english',
    [
      '4:7 front-matter-value: Unexpected `english`, expected the tag of a language (Write its code, as in `en-GB`, `de` or `fa`)',
    ],
  ],
  [
    'words outside a closed list',
    'outputs: [pdf, brief, brief]\nplatforms: twiter\nbreaks: jion\nstatus: final\npaper: a3',
    [
      '4:11 front-matter-value: Unexpected `pdf`, expected `thread`, `brief` or `report` (Did you mean `report`?)',
      '4:23 front-matter-hint: Unexpected second `brief` in `outputs` (Keep one)',
      '5:12 front-matter-value: Unexpected `twiter`, expected `x`, `bluesky`, `mastodon`, `threads` or `linkedin` (Did you mean `x`?)',
      '6:9 front-matter-value: Unexpected `jion`, expected `keep` or `join` (Did you mean `join`?)',
      '7:9 front-matter-value: Unexpected `final`, expected `draft` (Leave `status` out when it is published)',
      '8:8 front-matter-value: Unexpected `a3`, expected `a4` or `letter` (Did you mean `a4`?)',
    ],
  ],
  [
    'no output at all',
    'outputs: []',
    ['4:10 front-matter-value: Unexpected list, expected at least one of `thread`, `brief` or `report`'],
  ],
  [
    'a number for a style',
    'numbering: 1.',
    [
      "4:12 front-matter-hint: Unexpected number `1.`, expected text; it is read as the style `1.` (Put quotes around it: `numbering: '1.'`)",
    ],
  ],
  [
    'numbering that does not exist',
    'numbering: {style: n/n, place: top, start: 1.5}',
    [
      '4:20 front-matter-value: Unexpected `n/n`, expected `1.`, `1/`, `1/n`, `(1/n)` or `none` (Did you mean `1/n`?)',
      '4:32 front-matter-value: Unexpected `top`, expected `start` or `end`',
      '4:44 front-matter-value: Unexpected number `1.5`, expected a whole number from 0 to 9999',
    ],
  ],
  [
    'a target that does not exist',
    'for: {brif: {}, thread: {}, x: {number: {}}}',
    [
      '4:7 front-matter-key: Unexpected `brif` in `for`, expected `x`, `bluesky`, `mastodon`, `threads`, `linkedin`, `brief` or `report` (Did you mean `brief`?)',
      '4:17 front-matter-key: Unexpected `thread` in `for`, expected `x`, `bluesky`, `mastodon`, `threads`, `linkedin`, `brief` or `report` (Did you mean `threads`?)',
      '4:33 front-matter-key: Unexpected key `number` in `for`, expected `numbers`, `lists` or `dates` (Did you mean `numbers`?)',
    ],
  ],
  [
    'a separator of two signs',
    'numbers: {group: ", "}',
    ["4:18 front-matter-value: Unexpected `,`, expected one sign, or `''` for none"],
  ],
  [
    'an address that is none',
    'base_url: example.org',
    [
      '4:11 front-matter-value: Unexpected `example.org`, expected an address without `?` and `#` (Write it as in `https://example.org/threads`)',
    ],
  ],
  [
    'a key figure without its label',
    'key_figures: [{value: 7}]',
    ["4:15 front-matter-missing: Missing `label` (Write `{value: '{{num query.column}}', label: what it counts}`)"],
  ],
  [
    'a correction without its day',
    'corrections: [{text: Wrong}]',
    ['4:15 front-matter-missing: Missing `date` (Write `{date: YYYY-MM-DD, text: what was corrected}`)'],
  ],
  // Data
  [
    'data that is a list',
    'data: [a.csv]',
    ['4:7 front-matter-value: Unexpected list, expected `name: path` for each data file'],
  ],
  [
    'a data name with a blank',
    'data: {air strikes: a.csv}',
    [
      '4:8 front-matter-value: Unexpected data name `air strikes`, expected letters, digits and `_`, no digit first (Write `air_strikes`)',
    ],
  ],
  [
    'data names that SQL cannot tell apart',
    'data: {a: a.csv, A: b.csv}',
    [
      '4:18 front-matter-value: Unexpected second data name `A`, expected names that differ by more than case (The first is `a`)',
    ],
  ],
  [
    'a file of another kind',
    'data: {a: a.xls, b: a.txt, c: README}',
    [
      '4:11 front-matter-value: Unexpected `.xls`, expected `.csv`, `.tsv`, `.json`, `.ndjson`, `.parquet`, `.xlsx` or `.jsonl` (Save it as XLSX or CSV)',
      '4:21 front-matter-value: Unexpected `.txt`, expected `.csv`, `.tsv`, `.json`, `.ndjson`, `.parquet`, `.xlsx` or `.jsonl` (Write `format: csv`, if it is CSV)',
      '4:31 front-matter-value: Unexpected path `README` without an ending, expected `.csv`, `.tsv`, `.json`, `.ndjson`, `.parquet`, `.xlsx` or `.jsonl` (Write `format: csv`, if it is CSV)',
    ],
  ],
  [
    'a format that there is none of',
    'data: {a: {file: a.txt, format: text}, b: {file: a.txt, format: jsonl}}',
    [
      '4:33 front-matter-value: Unexpected `text`, expected `csv`, `tsv`, `json`, `ndjson`, `parquet` or `xlsx`',
      '4:65 front-matter-value: Unexpected `jsonl`, expected `csv`, `tsv`, `json`, `ndjson`, `parquet` or `xlsx` (Did you mean `ndjson`?)',
    ],
  ],
  [
    'a delimiter that is part of values',
    'data: {a: {file: a.csv, delimiter: x}, b: {file: a.csv, delimiter: "||"}, c: {file: a.csv, delimiter: "."}}',
    [36, 68, 103].map(
      (column, index) =>
        `4:${column} front-matter-value: Unexpected delimiter \`${['x', '||', '.'][index] ?? ''}\`, expected one sign such as \`,\`, \`;\` or \`|\`, or \`tab\``,
    ),
  ],
  [
    'what means nothing in a format',
    'data: {a: {file: a.tsv, delimiter: ;}, b: {file: a.json, decimal: ","}, c: {file: a.parquet, delimiter: tab}, d: {file: a.csv, sheet: x}, e: {file: a.xlsx, encoding: utf-8}}',
    [
      '4:36 front-matter-value: Unexpected `delimiter` for the format `tsv`, expected it for `csv` (Leave `delimiter` out, or write `format: csv`)',
      '4:67 front-matter-value: Unexpected `decimal` for the format `json`, expected it for `csv` or `tsv` (Leave `decimal` out, or write `format: csv`)',
      '4:105 front-matter-value: Unexpected `delimiter` for the format `parquet`, expected it for `csv` (Leave `delimiter` out, or write `format: csv`)',
      '4:135 front-matter-value: Unexpected `sheet` for the format `csv`, expected it for `xlsx` (Leave `sheet` out, or write `format: xlsx`)',
      '4:167 front-matter-value: Unexpected `encoding` for the format `xlsx`, expected it for `csv`, `tsv`, `json` or `ndjson` (Leave `encoding` out, or write `format: csv`)',
    ],
  ],
  [
    'what becomes of undated rows of data that is not dated',
    'data: {a: {file: a.csv, undated: keep}, b: {file: a.csv, dated_by: d, undated: ignore}}',
    [
      '4:34 front-matter-value: Unexpected `undated` without `dated_by`, expected the column of dates (Write `dated_by: COLUMN`, or leave `undated` out)',
      '4:80 front-matter-value: Unexpected `ignore`, expected `keep`, `drop` or `error`',
    ],
  ],
  [
    'an address for a file',
    'data: {a: https://example.org/a.csv}',
    [
      '4:11 front-matter-value: Unexpected address `https://example.org/a.csv`, expected a file of the project (Download it first: a build uses no network)',
    ],
  ],
  [
    'a path with backslashes',
    'data: {a: b\\a.csv}',
    ['4:11 front-matter-value: Unexpected path `b\\a.csv`, expected `/` between folders (Write `b/a.csv`)'],
  ],
  [
    'an encoding by another name',
    'data: {a: {file: a.csv, encoding: cp1252}, b: {file: b.json, encoding: ebcdic}, c: {file: c.parquet, encoding: utf-8}}',
    [
      '4:35 front-matter-value: Unexpected `cp1252`, expected `utf-8`, `utf-16`, `utf-16le`, `utf-16be`, `latin-1` or `windows-1252` (Did you mean `windows-1252`?)',
      '4:72 front-matter-value: Unexpected `ebcdic`, expected `utf-8`, `utf-16`, `utf-16le`, `utf-16be`, `latin-1` or `windows-1252`',
      '4:112 front-matter-value: Unexpected `encoding` for the format `parquet`, expected it for `csv`, `tsv`, `json` or `ndjson` (Leave `encoding` out, or write `format: csv`)',
    ],
  ],
  [
    'data without a file',
    'data: {a: {source: Desk}}',
    ['4:11 front-matter-missing: Missing `file` (Write `a: {file: data/a.csv}`)'],
  ],
  [
    'a coverage that ends before it starts',
    'data: {a: {file: a.csv, covers: [2021-02-03, 2021-01-01]}}',
    [
      '4:33 front-matter-value: Unexpected `2021-02-03` before `2021-01-01`, expected the earlier day first (Write `[2021-01-01, 2021-02-03]`)',
    ],
  ],
  [
    'a coverage of one day',
    'data: {a: {file: a.csv, covers: [2021-02-03]}}',
    ['4:33 front-matter-value: Unexpected list of 1, expected two days, as in `[2019-01-01, 2021-09-23]`'],
  ],
];

describe('front matter that is not right', () => {
  it.each(TABLE)('%s', (_name, yaml, expected) => {
    expect(parse(REQUIRED + yaml).messages.map(show)).toEqual(expected);
  });

  it('is reported in the order it stands, all at once', () => {
    const { messages } = parse('titel: x\ndate: 24.9.2021\nkicker: {{x}}\nlang: klingonisch\ndata: {1a: b.txt}');
    expect(messages.map(({ place, rule }) => `${place?.line ?? 0} ${rule}`)).toEqual([
      '2 front-matter-key',
      '2 front-matter-missing',
      '3 front-matter-value',
      '4 front-matter-syntax',
      '5 front-matter-value',
      '6 front-matter-value',
    ]);
  });

  it('has the same places with Windows line ends', () => {
    for (const [, yaml, expected] of TABLE) {
      const { messages } = parse((REQUIRED + yaml).replaceAll('\n', '\r\n'));
      expect(messages.map(show)).toEqual(expected);
    }
  });

  it('does not bury the slip under hundreds of messages', () => {
    expect(parse(`${REQUIRED}kicker: ${'['.repeat(5000)}`).messages.length).toBeLessThan(6);
    expect(parse(REQUIRED + '- : {{ ]\n'.repeat(200)).messages.length).toBeLessThan(60);
    expect(parse(REQUIRED + '# long\n'.repeat(10_000)).messages.map(show)).toEqual([
      '2:1 front-matter-syntax: Unexpected 70032 characters of YAML, expected at most 50000 (Move data into a file under `data:`)',
    ]);
  });
});
