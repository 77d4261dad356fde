import { describe, expect, test } from 'vitest';
import { lintProse } from '../../src/check/lint-prose.js';
import { lintTags } from '../../src/check/lint-tags.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Target } from '../../src/model/target.js';
import { answersOf, BRIEF, draftOf, REPORT, X } from '../fill/fill-input.js';

const DATA = {
  q: {
    rows: [
      {
        n: 7,
        many: 1234,
        zero: 0,
        day: '2021-09-19',
        late: '2021-09-23',
        old: '2021-06-01',
        before: '2021-08-01',
        name: 'Kunar',
      },
    ],
  },
  places: { rows: [{ name: 'Kunar' }, { name: 'Khost' }, { name: 'Logar' }] },
};

/** What is said about a text: the rule and the words it points at. */
function said(text: string, target: Target = BRIEF): string[] {
  const draft = draftOf(text, DATA);
  const { value: story } = fillDraft(draft, answersOf(DATA), target);
  return [...lintProse([story], draft), ...lintTags(draft)].map(({ rule, place }) => {
    const line = draft.source.text.split('\n')[(place?.line ?? 1) - 1] ?? '';
    return `${rule}: ${line.slice((place?.column ?? 1) - 1, (place?.endColumn ?? 1) - 1)}`;
  });
}

describe('lintProse', () => {
  test.each([
    // Figures
    ['We counted seven boats and 12 ships.', ['unbound-figure: seven', 'unbound-figure: 12']],
    ['About 1,200 of them, or 12.5%, came in.', ['unbound-figure: 1,200', 'unbound-figure: 12.5%']],
    ['Some twenty-one boats, two dozen ships.', ['unbound-figure: twenty-one', 'unbound-figure: two dozen']],
    ['They *left **44** dead*, he said.', ['unbound-figure: 44']],
    ['A \\*star\\* &amp; then 44 more.', ['unbound-figure: 44']],
    ['> It lasted 11\n> days.', ['unbound-figure: 11']],
    ['It cost $3bn, US$40 or 1.2m.', ['unbound-figure: $3bn', 'unbound-figure: US$40', 'unbound-figure: 1.2m']],
    [
      'Up 17pc to 412p, 2.5km on and 40kg less.',
      ['unbound-figure: 17pc', 'unbound-figure: 412p', 'unbound-figure: 2.5km', 'unbound-figure: 40kg'],
    ],
    ['Scores of them came, 30MW in all.', ['unbound-figure: Scores', 'unbound-figure: 30MW']],
    ['Some 40k of 2m came.', ['unbound-figure: 40k', 'unbound-figure: 2m']],
    [
      'A third of them, a quarter more, up by a fifth.',
      ['unbound-figure: A third of', 'unbound-figure: a quarter more', 'unbound-figure: a fifth'],
    ],
    [
      'Two-thirds came, half of all, half the boats, nearly half.',
      ['unbound-figure: Two-thirds', 'unbound-figure: half of', 'unbound-figure: half the', 'unbound-figure: half'],
    ],
    [
      'Twice as many, three times as many, 12 times as often.',
      ['unbound-figure: Twice as many', 'unbound-figure: three times as many', 'unbound-figure: 12 times as often'],
    ],
    [
      'They tripled, doubled and halved.',
      ['unbound-figure: tripled', 'unbound-figure: doubled', 'unbound-figure: halved'],
    ],
    // Superlatives
    ['{{count q.n "attack"}}, its most in a single day.', ['unbound-superlative: its most']],
    [
      'It was the deadliest attack, for the first time.',
      ['unbound-superlative: the deadliest', 'unbound-superlative: for the first time'],
    ],
    ['It was a record high.', ['unbound-superlative: a record high']],
    [
      'This is the first such case, and the last such one.',
      ['unbound-superlative: the first such', 'unbound-superlative: the last such'],
    ],
    ['It was its first big attack this year.', ['unbound-superlative: its first big attack this year']],
    ['The first attack since August it was.', ['unbound-superlative: The first attack since']],
    ['It is the only case.', ['unbound-superlative: the only case']],
    [
      'The second-largest port, the fifth busiest.',
      ['unbound-superlative: The second-largest', 'unbound-superlative: the fifth busiest'],
    ],
    [
      'There are more boats than ever, more than ever.',
      ['unbound-superlative: more boats than ever', 'unbound-superlative: more than ever'],
    ],
    // Dates
    ['It struck yesterday and on Monday.', ['unbound-date: yesterday', 'unbound-date: on Monday']],
    ['Last month and three days ago it did.', ['unbound-date: Last month', 'unbound-date: three days ago']],
    ['It struck this morning, as it did last summer.', ['unbound-date: this morning', 'unbound-date: last summer']],
    // Sentences
    ['It fell to three times less.', ['unbound-figure: three', 'times-less: three times less']],
    ['It rained. 12 came.', ['unbound-figure: 12', 'sentence-digit: 12']],
    ['It rained. [12](<check:ack "known">) came.', ['sentence-digit: 12']],
    ['It rained. {{num q.many}} came.', ['sentence-digit: {{num q.many}}']],
    ['There were {{q.n}} here and {{num q.n}} there.', ['mixed-numerals: {{num q.n}}']],
    ['In four provinces: {{list places col="name"}}.', ['unbound-figure: four', 'list-count: four']],
    ['In [two languages](<check:ack "known">): Arabic, Dari and Urdu.', ['list-count: two']],
    ['In [two languages](<check:ack "known">): Arabic, Dari, Urdu.', ['list-count: two']],
    ['It takes [three tools](<check:ack "known">): a hammer and new nails.', ['list-count: three']],
    [
      '{{cap "more"}} boats came this month than last month.',
      ['unbound-date: last month', 'partial-month: this month'],
    ],
    ['It was about {{approx q.many}}.', ['doubled-words: about {{approx q.many}}']],
    ['More than {{approx q.many}} came.', ['doubled-words: More than {{approx q.many}}']],
    ['It went on between {{span q.before q.day}}.', ['doubled-words: between {{span q.before q.day}}']],
    ['They were between {{range 3 q.n}}.', ['doubled-words: between {{range 3 q.n}}']],
    ['So nearly {{count q.zero "boat"}} came.', ['hedged-none: nearly {{count q.zero "boat"}}']],
    ['At least {{count q.zero "boat"}} came.', ['hedged-none: At least {{count q.zero "boat"}}']],
    ['One of the {{count q.zero "boat"}} sank.', ['hedged-none: the {{count q.zero "boat"}}']],
    ['In the last {{count q.zero "boat"}} they were.', ['hedged-none: the last {{count q.zero "boat"}}']],
    // Tags
    ['It made {{q.n}} attacks.', ['bare-count: attacks']],
    ['It made {{7}} of them and {{count 7 "raid"}}.', ['unbound-tag: {{7}}', 'unbound-tag: {{count 7 "raid"}}']],
  ] as [string, string[]][])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    'On 9/11 the G7 spoke of COVID-19, M23 and an F-16.',
    'On 19 September 2021, at 10:30, in May 2026 and in the 1990s.',
    'From 2019 to 2021, on September 19.',
    'Article 51 and Resolution 2593 of the 2nd panel.',
    'The FTSE 250 fell, the S&P 500 rose; a Model 3, a category 5 storm and World War 2.',
    'Test scores are in, in 2.5xyz, 5G, 4K and 8D.',
    'See https://example.org/7/12, #Top10, @user7 and example.org/3.',
    'It ran `SELECT 7` in code.',
    'See [the steps](https://example.org/12).',
    '[Seven operations](<check:ack "a name">) and [its most in a day](<check:said "its own words">).',
    '{{count q.n "attack"}} on {{date q.day}}.',
    'So {{count q.many "ship"}} came in.',
    '{{#if q.n}}It was the deadliest day.{{/if}}',
    "![{{#if q.n}}It was the deadliest day{{/if}}](a.png '{{#if q.n}}Its busiest day{{/if}}')",
    'The busiest day was {{date q.day}}.',
    'One of them, no one and none at all.',
    'Most of them came at least once, and it was on Friday the 13th.',
    'In {{count q.n "place"}}: A, B, C, D, E, F and G.',
    'It took [three days](<check:ack "known">): asked of ministers, written in May.',
    'It took [three days](<check:ack "known">): asked of ministers, and written in ink.',
    'It took [three days](<check:ack "known">): it rained, and they were late.',
    'There are [three ways](<check:ack "known">): by sea, or over land.',
    'It took [three days](<check:ack "known">): more talk, less time.',
    'Some {{q.n}} was {{q.n}} as it is.',
    'It made {{q.n}} of the attacks.',
    '{{tag "ISKP"}} struck.',
    'This month it was more than in the same days of the one before.',
    'At first {{count q.zero "boat"}} came, and at last {{count q.zero "boat"}} left: {{count q.zero "boat"}}.',
    'At least {{count q.n "boat"}} and nearly {{count q.zero "boat" none="all boats"}} came.',
    'In all {{count q.zero "boat"}} came; it gave her {{count q.zero "boat"}}, and [at least no boats](<check:ack "x">).',
    'At first there was first aid, first of all in the last section.',
    'Only one of them knew the only way; the only thing was to go.',
    'At half past noon a third party came for half an hour, and a third man.',
    'In the first half of the year, in the first week of this month, in the second half of May.',
    'On the first day of the season it rained; the first was late, since it rained.',
    'A quarter of an hour later, a quarter to noon, in the third quarter.',
    'He doubled back, doubled over, and tried twice. Half the battle is a 3D model in 4K.',
    'The first post is about the last one. It is as good as ever.',
    '[9/11](<check:ack "a name">) was long ago. [24/7](check:ack "a phrase") it rained.',
    '[A third of them](<check:ack "a name">) and [twice as many](<check:ack "a name">).',
  ])('says nothing of: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['It came {{rel q.late}}.', ['lasting-date: {{rel q.late}}']],
    ['It came {{rel q.day}}.', ['lasting-date: {{rel q.day}}']],
    ['Most of them came {{month q.before}}.', ['lasting-date: {{month q.before}}']],
    ['It rained [yesterday](<check:rel q.late>).', ['lasting-date: yesterday']],
    ['It was in {{week q.day}}.', ['lasting-date: {{week q.day}}']],
    ['It rains today, as ever this week.', ['lasting-date: today', 'lasting-date: this week']],
    // Said already
    ['It rained yesterday.', ['unbound-date: yesterday']],
    ['It came on {{date q.day}}, {{month q.before "long"}} and {{rel q.old}}.', []],
    ['So far this month it rained less than in any year.', []],
    ['In the days of yesteryear, and on Monday 19 September.', []],
  ] as [string, string[]][])('words that count from today in what is read on other days: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
    expect(said(text, REPORT)).toEqual(expected);
    expect(said(text, X)).toEqual(expected.filter((one) => !one.startsWith('lasting-date')));
    expect(said(`{{#only "thread"}}${text}{{else}}On 19 September it was.{{/only}}`)).toEqual([]);
  });

  test.each([
    ['They came late. #boats', ['hashtag-on-page: #boats']],
    ['They came late. #boats #Aldmouth ', ['hashtag-on-page: #boats #Aldmouth']],
    ['“They came late.”\n#boats', ['hashtag-on-page: #boats']],
    ['#boats', ['hashtag-on-page: #boats']],
    // Words of a sentence
    ['They came late to #Aldmouth', []],
    ['They came to #Aldmouth.', []],
    ['{{tag "ISKP"}} struck. {{tag "ISKP"}}', []],
    ['They came late. #boats came first.', []],
    ['## Boats. #boats', []],
  ] as [string, string[]][])('hashtags behind the last sentence, on pages alone: %s', (text, expected) => {
    expect(said(text)).toEqual(expected);
    expect(said(text, REPORT)).toEqual(expected);
    expect(said(text, X)).toEqual([]);
    expect(said(`They came late. {{#only "thread"}}${text}{{/only}}`)).toEqual([]);
  });

  test.each([
    // Charts
    ['title: The most boats yet', ['unbound-superlative: The most']],
    [
      "title: {text: 'Up to {{q.n}} of 44 boats', subtitle: Since yesterday}",
      ['unbound-figure: 44', 'unbound-date: yesterday'],
    ],
    ['title: {text: Boats, subtitle: [A day, 12 of them]}', ['unbound-figure: 12']],
    ['encoding: {x: {field: n, title: The busiest days}}', ['unbound-superlative: The busiest']],
    ['encoding: {y: {field: n, axis: {title: Share of 12 harbours}}}', ['unbound-figure: 12']],
    ['layer: [{mark: {type: text, text: 12 lost}}]', ['unbound-figure: 12']],
    ['layer: [{encoding: {text: {value: 12 lost}}}]', ['unbound-figure: 12']],
    ['title: \'[44](<check:ack "a name">) boats\'', []],
    ["title: '{{#if q.n}}The most boats{{else}}The fewest boats{{/if}}'", []],
    ['title: {text: Boats in 2020, font: 12 pt}\nmark: {type: bar, size: 12}', []],
    ['usermeta: {source: Table 3 of 12 tables}', []],
    ["usermeta: {source: 'Table 3 of 12 tables, {{q.n}}'}", []],
    ['data: {values: [{title: 12 boats, text: the most}]}', []],
  ] as [string, string[]][])('reads the words of a chart: %s', (spec, expected) => {
    const chart = `\n\n\`\`\`vega-lite c\n${spec}\n\`\`\``;
    for (const target of [X, BRIEF, REPORT]) expect(said(`![a](chart:c)${chart}`, target)).toEqual(expected);
    expect(said(`{{#only "x"}}![a](chart:c){{/only}}${chart}`, BRIEF)).toEqual([]);
  });

  test.each([
    ['columns: [{field: name, label: The 12 places}]', ['unbound-figure: 12']],
    ['note: Three of them were closed yesterday.', ['unbound-figure: Three', 'unbound-date: yesterday']],
    ["columns: [{field: name, label: 'All {{q.n}} of 44'}]", ['unbound-figure: 44']],
    ['note: \'{{count 7 "place"}}\'', ['unbound-tag: {{count 7 "place"}}']],
    ['columns: [{field: name, label: Place}]\nnote: \'{{count q.n "place"}} in 2021\'', []],
  ] as [string, string[]][])('reads the words of a table: %s', (block, expected) => {
    const table = `\n\n\`\`\`table places\n${block}\n\`\`\``;
    for (const target of [X, BRIEF, REPORT]) expect(said(`![a](table:places)${table}`, target)).toEqual(expected);
  });

  test('says how many figures are bound, once', () => {
    const text = '{{num q.n}} and {{num q.many}}, 12 and 13.';
    const draft = draftOf(text, DATA);
    const { value: story } = fillDraft(draft, answersOf(DATA), { kind: 'brief' });
    const notes = lintProse([story], draft)
      .filter(({ rule }) => rule === 'unbound-figure')
      .map(({ note }) => /\d+ of \d+ figures are bound/.exec(note ?? '')?.[0]);
    expect(notes).toEqual(['2 of 4 figures are bound', undefined]);
  });
});
