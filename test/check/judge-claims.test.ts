import { describe, expect, it } from 'vitest';
import type { Data } from '../fill/fill-input.js';
import { BRIEF, REPORT, X } from '../fill/fill-input.js';
import { judge, messagesOf, verdicts } from './judge.js';

const DATA: Data = {
  burst: [{ n: 7, day: '2021-09-19', place: 'Kabul', year: 2021 }],
  ied: [
    {
      all_but_one: true,
      all_but_one_instead: 'nine of the 12',
      none: false,
      none_instead: 'all but one',
      share: 0.92,
      hidden: null,
    },
  ],
  usual: [{ q3: 0.5 }],
  highest: [{ ok: false, instead: 'its most in a single day since 30 August 2021', rank: 2, ties: 0 }],
  fine: [{ ok: true }],
  flag: [{ any: false }],
  one: [{ n: 12 }],
  none: { rows: [], columns: ['n', 'ok'] },
  many: [
    { n: 1, ok: true },
    { n: 2, ok: false },
  ],
  unsure: [{ ok: null, n: 1 }],
  odd: [{ ok: 3, n: 1 }],
  wide: [{ a: 1, b: 2 }],
  reach: {
    rows: [
      { lang: 'Arabic', shares: 12 },
      { lang: 'Urdu', shares: 5 },
    ],
    key: 'lang',
  },
  langs: [{ names: ['Arabic', 'Dari', 'English'] }],
};

describe('words', () => {
  it.each([
    ['[seven operations](<check:count burst.n "operation">)', 'true'],
    ['[7 operations](<check:count burst.n "operation">)', 'true'],
    ['[Just seven operations](<check:count burst.n "operation">)', 'true'],
    ['[only 7 operations](<check:count burst.n "operation">)', 'true'],
    ['[some seven operations](<check:count burst.n "operation">)', 'true'],
    ['[more than six operations](<check:count burst.n "operation">)', 'true'],
    ['[at least one operation](<check:count burst.n "operation">)', 'true'],
    ['[six operations](<check:count burst.n "operation">)', 'false: seven operations'],
    ['[seven boats](<check:count burst.n "operation">)', 'false: seven operations'],
    ['[seven](<check:count burst.n "operation">)', 'false: seven operations'],
    ['[more than five operations](<check:count burst.n "operation">)', 'false: seven operations'],
    ['[seven](check:burst.n)', 'true'],
    ['[seven <i>million</i>](check:burst.n)', 'false: seven'],
    ['[<b>seven</b>](check:burst.n)', 'true'],
    ['[seven attacks](check:burst.n)', 'true'],
    ['[a dozen](check:one.n)', 'true'],
    ['[two dozen](check:one.n)', 'false: 12'],
    // One of many is a count, and no share of them
    ['[all](check:unsure.n)', 'false: one'],
    ['[100%](check:unsure.n)', 'false: one'],
    ['[as many](check:unsure.n)', 'false: one'],
    ['[one](check:unsure.n)', 'true'],
    ['[12](check:one)', 'true'],
    ['[half](<check:fraction usual.q3>)', 'true'],
    ['[half](check:usual.q3)', 'true'],
    ['[92%](<check:pct ied.share>)', 'true'],
    ['[92 per cent](check:ied.share)', 'true'],
    ['[about 90%](check:ied.share)', 'true'],
    ['[more than 90%](<check:pct ied.share>)', 'true'],
    ['[over 95%](<check:pct ied.share>)', 'false: 92%'],
    ['[seventh](<check:ordinal burst.n>)', 'true'],
    ['[Kabul](check:burst.place)', 'true'],
    ['[“kabul”](check:burst.place)', 'true'],
    ['[Kunar](check:burst.place)', 'false: Kabul'],
    ['[19 September](check:burst.day)', 'true'],
    ['[19 September 2021](check:burst.day)', 'true'],
    ['[19 Sep](check:burst.day)', 'true'],
    ['[2021-09-19](check:burst.day)', 'true'],
    ['[20 September](check:burst.day)', 'false: 19 September'],
    ['[last Sunday](<check:rel burst.day>)', 'false: on Sunday'],
    ['[2021](check:burst.year)', 'true'],
    ['[Arabic, Dari, and English](check:langs.names)', 'true'],
    ['[Arabic and Dari](check:langs.names)', 'false: Arabic, Dari and English'],
    ['[12 shares](<check:count reach.Arabic.shares "share">)', 'true'],
    ['[at least seven operations](<check:count burst.n "operation" atleast=2>)', 'true'],
    ['[at least six operations](<check:count burst.n "operation" atleast=2>)', 'true'],
    ['[seven operations](<check:count burst.n "operation" atleast=2>)', 'false: at least seven operations'],
    ['[{{count burst.n "operation"}}](<check:count burst.n "operation">)', 'true'],
    ['[**seven** _operations_](<check:count burst.n "operation">)', 'true'],
  ])('%s is %s', (text, expected) => {
    expect(verdicts(text, DATA)).toBe(expected);
  });

  it.each([
    ['[several](check:burst.n)', 'Unexpected words without a number in the claim “several”'],
    ['[seven or eight](check:burst.n)', 'Unexpected words with more than one number in the claim “seven or eight”'],
    ['[all of seven](check:burst.n)', 'Unexpected words before a number in the claim “all of seven”'],
    ['[seven rather than nothing](check:burst.n)', 'Unexpected words with more than one number'],
  ])('%s cannot be read', (text, reason) => {
    const [message, ...others] = messagesOf(judge(text, DATA));
    expect(message).toContain(`1:2 claim-words: ${reason}`);
    expect(others).toEqual([]);
  });
});

describe('verdicts', () => {
  it.each([
    ['[all but one](check:ied.all_but_one)', 'true'],
    ['[none](check:ied.none)', 'false: all but one'],
    ['[so](check:highest.ok)', 'false: its most in a single day since 30 August 2021'],
    ['[its most on record](check:highest)', 'false: its most in a single day since 30 August 2021'],
    ['[so](check:fine)', 'true'],
    ['[so](check:flag)', 'false: -'],
    ['[more than usual](<check:gt ied.share usual.q3>)', 'true'],
    ['[less than usual](<check:lt ied.share usual.q3>)', 'false: -'],
    ['[so](<check:and fine.ok (gt burst.n 5)>)', 'true'],
    ['[so](<check:not fine.ok>)', 'false: -'],
    ['{{#each many as |row|}}[so](check:row.ok) {{/each}}', 'true; false: -'],
    ['{{#each many as |row|}}[so](check:row) {{/each}}', 'true; false: -'],
    ['[so](check:none)', 'undecided: `none` has no rows'],
    ['[one](check:none.n)', 'undecided: `none` has no rows'],
    ['[one](<check:count none.n "attack">)', 'undecided: `none` has no rows'],
    ['[so](check:many)', 'undecided: `many` has 2 rows'],
    ['[so](check:many.ok)', 'undecided: `many` has 2 rows'],
    ['[so](check:unsure)', 'undecided: `unsure.ok` is NULL'],
    ['[so](check:unsure.ok)', 'undecided: `unsure.ok` is NULL'],
    ['[so](<check:gt ied.hidden 3>)', 'undecided: `ied.hidden` is NULL'],
    ['[so](check:odd)', '1:9 claim-value: Unexpected `ok` of type BIGINT in `odd`, expected true or false'],
    [
      '[so](check:wide)',
      '1:12 claim-value: Unexpected `wide` of 2 columns, expected one value, or a row with a column `ok`',
    ],
  ])('%s is %s', (text, expected) => {
    expect(verdicts(text, DATA).replace(/^1:\d+ claim-value/, 'claim-value')).toBe(expected.replace(/^1:\d+ /, ''));
  });

  it('acknowledged and said are listed, and no data is asked', () => {
    expect(verdicts('[9/11](<check:ack "a name">) and [6 months later](<check:said "their count">)', {})).toBe(
      'acknowledged: a name; said: their count',
    );
  });
});

describe('a failure', () => {
  it('stands at the words and says what is true instead, with the evidence', () => {
    expect(messagesOf(judge('It was [its most on record](check:highest).', DATA))).toEqual([
      '1:9 claim-false: “its most on record” is false; true instead: “its most in a single day since 30 August 2021” → `highest.rank` is `2`, `highest.ties` is `0`',
    ]);
  });

  it('of a comparison shows what was compared', () => {
    expect(messagesOf(judge('[Less](<check:lt ied.share usual.q3>)', DATA))).toEqual([
      '1:2 claim-false: “Less” is false → `ied.share` is `0.92`, `usual.q3` is `0.5`',
    ]);
  });

  it.each([
    ['[more than half](check:ied.share)', '“more than” reaches 25% above its number'],
    ['[nearly all 20](check:one.n)', undefined],
    ['[nearly 20](check:one.n)', '“almost” and “nearly” reach 5% below their number'],
    ['[about nine](check:one.n)', '“about” reaches 5% to either side of its number'],
    ['[just over six](check:one.n)', '“just over” reaches 5% above its number'],
    ['[fewer than 40](check:one.n)', '“fewer than” reaches 25% below its number'],
    // The other side, the wrong noun, no hedge; hedges behind
    ['[nearly nine](check:one.n)', undefined],
    ['[more than 11 ships](<check:count one.n "boat">)', undefined],
    ['[nine](check:one.n)', undefined],
    ['[13 at least](check:one.n)', undefined],
    ['[11 at most](check:one.n)', undefined],
  ])('of a hedge that does not reach so far says so: %s', (text, why) => {
    const [said] = messagesOf(judge(text, DATA));
    expect(said).toMatch(/claim-(?:false|words)/);
    expect(/Here (.*), and the true one is farther off/.exec(said ?? '')?.[1]).toBe(why);
  });

  it.each([
    ['[two-thirds](check:usual.q3)', 'half'],
    ['[60%](check:usual.q3)', '50%'],
    ['[12.5 per cent](check:ied.share)', '92 per cent'],
    ['[0.25](check:usual.q3)', '0.5'],
  ])('%s of a share says the truth as the writer would: %s', (text, instead) => {
    expect(messagesOf(judge(text, DATA))[0]).toContain(`is false; true instead: “${instead}”`);
  });

  it('in several targets is one message', () => {
    const judged = judge('[Six](check:burst.n)', DATA, {
      targets: [X, BRIEF, REPORT],
      frontMatter: 'outputs: [thread, brief, report]',
    });
    expect(messagesOf(judged)).toEqual(['2:2 claim-false: “Six” is false; true instead: “seven”']);
  });

  it('of one cause is one message', () => {
    expect(messagesOf(judge('[One](check:none.n) and [two](check:none.n).\n\n[So](check:none)', DATA))).toEqual([
      '1:2 claim-undecided: Claims cannot be decided, `none` has no rows: 3 places → Also at 6:26, 8:2; let the query give one row without NULL, or guard the sentence: `{{#if …}}…{{else}}…{{/if}}`',
    ]);
  });

  it('is judged only where it prints', () => {
    const text = '{{#only "report"}}[Six](check:burst.n){{else}}[Seven](check:burst.n){{/only}}';
    expect(messagesOf(judge(text, DATA, { targets: [X] }))).toEqual([]);
    expect(messagesOf(judge(text, DATA, { targets: [X, REPORT] }))).toHaveLength(1);
  });

  it.each([
    ['a heading', '## [Six](check:burst.n) boats\n\nA line.', '1:5'],
    ['a list', '- [Six](check:burst.n) boats', '1:4'],
    ['a quote', '> [Six](check:burst.n) boats', '1:4'],
    ['emphasis', '**[Six](check:burst.n)** boats', '1:4'],
    ['an alt text', 'A\n\n![Of [six](check:burst.n) boats](a.png)', '3:7'],
    ['a caption', "A\n\n![Boats](a.png 'Of [six](check:burst.n) boats')", '3:21'],
    ['a link by reference', '[Six][n] boats\n\n[n]: check:burst.n', '1:2'],
    ['a link by its own words', 'Of [six] boats\n\n[six]: check:burst.n', '1:5'],
    ['a link by its own words, with empty brackets', 'Of [six][] boats\n\n[six]: check:burst.n', '1:5'],
    ['a link whose definition stands before it', '[n]: check:burst.n\n\n> Of [*six*][n] boats', '3:7'],
  ])('in %s is found at its place', (_, text, place) => {
    const [message, ...others] = messagesOf(judge(text, DATA, { targets: [BRIEF] }));
    expect(message?.toLowerCase()).toContain(`${place} claim-false: “six” is false; true instead: “seven”`);
    expect(others).toEqual([]);
  });

  it.each([
    ['title', { title: "'[Six](check:burst.n) boats'" }, '-3:10'],
    ['standfirst', { frontMatter: "standfirst: 'Of [six](check:burst.n) boats'" }, '0:18'],
    ['description', { frontMatter: "description: '[Six](check:burst.n) boats'" }, '0:16'],
    ['key figure', { frontMatter: "key_figures:\n  - {value: '[six](check:burst.n)', label: boats}" }, '1:15'],
  ])('in the %s is found at its place', (_, options, place) => {
    const [message, ...others] = messagesOf(judge('A line.', DATA, { ...options, targets: [BRIEF] }));
    expect(message?.toLowerCase()).toContain(`${place} claim-false: “six” is false`);
    expect(others).toEqual([]);
  });
});

describe('a claim in a loop', () => {
  const ROWS: Data = { ports: [3, 5, 7, 9, 11].map((n) => ({ n, ok: n > 20, instead: `${n} at most` })) };

  it.each([
    [
      '{{#each ports as |port|}}[seven boats](<check:count port.n "boat">) {{/each}}',
      '“seven boats” is false in 4 of 5 rounds; true instead: “three boats”, “five boats”, “nine boats” and 1 more',
    ],
    [
      '{{#each ports as |port|}}[{{port.n}} of it](check:port.ok) {{/each}}',
      '“Three of it” is false in 5 of 5 rounds; true instead: “3 at most”, “5 at most”, “7 at most” and 2 more',
    ],
    [
      '{{#each ports as |port|}}[{{#if (eq port.n 3)}}six{{else}}{{port.n}}{{/if}}](check:port.n) {{/each}}',
      '“six” is false in 1 of 5 rounds; true instead: “three”',
    ],
  ])('%s is one message', (text, expected) => {
    const { messages } = judge(text, ROWS, { targets: [X, BRIEF] });
    expect(messages.map(({ reason }) => reason)).toEqual([expected]);
  });

  it('that cannot be read or decided is one message too', () => {
    const loop = (words: string): string => `{{#each ports as |port|}}${words} {{/each}}`;
    expect(messagesOf(judge(loop('[several](check:port.n)'), ROWS))).toHaveLength(1);
    const [message, ...others] = messagesOf(judge(loop('[so](check:none.ok)'), { ...ROWS, none: DATA['none'] ?? [] }));
    expect(message).toContain('“so” cannot be decided, `none` has no rows');
    expect(message).not.toContain('places');
    expect(others).toEqual([]);
  });

  it('stands apart from another of the same words', () => {
    const text = '[Six](check:burst.n) and [six](check:burst.n)';
    expect(judge(text, DATA).messages.map(({ reason }) => reason)).toEqual([
      '“Six” is false; true instead: “seven”',
      '“six” is false; true instead: “seven”',
    ]);
  });
});

describe('house style', () => {
  const COUNTS: Data = { big: [{ n: 1234567, share: 0.125, m: 1234 }] };
  it.each([
    ["'.'", '[more than 1.200.000](check:big.n)', 'true'],
    ["'.'", '[1.234](check:big.m)', 'true'],
    ["'.'", '[about 1.300](check:big.m)', 'false: 1.234'],
    ["'.'", '[12.5%](check:big.share)', 'true'],
    ["'.'", '[12,5%](check:big.share)', 'true'],
    ["'.'", '[more than 1.200,5](check:big.m)', 'true'],
    ["'.'", '[more than 1,2](check:big.m)', 'false: 1.234'],
    ["'.'", '[0.125](check:big.share)', 'true'],
    ['’', "[more than 1'200'000](check:big.n)", 'true'],
    ['’', '[more than 1’200](check:big.m)', 'true'],
    ["' '", '[more than 1 200 000](check:big.n)', 'true'],
    ["' '", '[more than 1\u00A0200](check:big.m)', 'true'],
    ["','", '[more than 1.2](check:big.m)', 'false: 1,234'],
  ])('with %s between thousands reads %s as %s', (group, text, expected) => {
    expect(verdicts(text, COUNTS, { frontMatter: `numbers: {group: ${group}}` })).toBe(expected);
  });

  it('of one target bears words out in all, since they are typed once', () => {
    const text = '[Seven of the 12 attacks](<check:allbut burst.n one.n "attack">)';
    const options = { targets: [X, BRIEF], frontMatter: 'for: {brief: {numbers: {words_to: 0}}}' };
    expect(messagesOf(judge(text, DATA, options))).toEqual([]);
    expect(messagesOf(judge(text.replace('Seven', 'Six'), DATA, options))).toHaveLength(1);
  });
});
