import { describe, expect, it } from 'vitest';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Target } from '../../src/model/target.js';
import { answersOf, BRIEF, draftOf, fill, filled, REPORT, X, type Data } from './fill-input.js';

const DATA: Data = {
  burst: [
    { n: 12, day: '2021-09-19', place: 'Jalalabad', ok: true, 'total killed': 30, year: 2021, killed: null, 'a.b': 41 },
  ],
  none: { rows: [], columns: ['n'] },
  many: [{ n: 1 }, { n: 2 }],
  top: {
    rows: [
      { name: 'East', n: 20 },
      { name: 'South', n: 10 },
    ],
    ordered: true,
  },
  reach: {
    rows: [
      { lang: 'Arabic', shares: 40 },
      { lang: 'Dari', shares: 20 },
      { lang: 'tok pisin', shares: 10 },
    ],
    key: 'lang',
  },
  per: {
    rows: [
      { year: 2020, n: 55 },
      { year: 2021, n: 66 },
    ],
    key: 'year',
  },
  by_day: { rows: [{ day: '2021-09-01', n: 77 }], key: 'day' },
  one: [{ total: 99 }],
  langs: [{ names: ['Arabic', 'Dari', 'Urdu'], years: [2019, 2020] }],
  infinite: [{ x: Infinity, y: NaN }],
  blank: [{ name: '', spaces: ' \u00A0' }],
};

describe('a path', () => {
  it.each([
    ['burst.n', '12'],
    ['burst.day', '19 September'],
    ['burst.place', 'Jalalabad'],
    ['burst.[total killed]', '30'],
    ['burst.[a.b]', '41'],
    ['burst.year', '2021'],
    ['num burst.year', '2021'],
    ['top.0.name', 'East'],
    ['top.1.n', '10'],
    ['top.1.[n]', '10'],
    ['reach.Arabic.shares', '40'],
    ['reach.[tok pisin].shares', '10'],
    ['per.2020.n', '55'],
    ['per.2021.year', '2021'],
    ['by_day.[2021-09-01].n', '77'],
    ['one', '99'],
    ['one.total', '99'],
    ['langs.names', 'Arabic, Dari and Urdu'],
    ['langs.years', '2019 and 2020'],
    ['list langs.years', '2019 and 2020'],
    ['list per col="year"', '2020 and 2021'],
    ['list per col="YEAR" or=true', '2020 or 2021'],
    ['list top col="name"', 'East and South'],
    ['count burst.n "operation"', '12 operations'],
    ['@date', '24 September'],
    ['@as_of', '23 September'],
    ['@lang', 'en-GB'],
    ['@output', 'thread'],
    ['@platform', 'x'],
    ['"typed"', 'typed'],
    ['7', 'seven'],
  ])('{{%s}} prints %s', (expression, expected) => {
    expect(filled(`On {{${expression}}}.`, DATA)).toBe(`On ${expected}.`);
  });

  it.each<[expression: string, at: number, message: string, note?: string]>([
    ['brust.n', 6, 'name-unknown: Unexpected `brust`, no query has this name', 'Did you mean `burst`?'],
    ['burst.N', 12, 'column-unknown: Unexpected `N`, `burst` has no such column', 'Did you mean `n`?'],
    [
      'burst.wounded',
      12,
      'column-unknown: Unexpected `wounded`, `burst` has no such column',
      'The columns are `n`, `day`, `place`, `ok`, `total killed`, `year`, `killed`, `a.b`',
    ],
    [
      'none.n',
      6,
      'value-missing: Unexpected empty `none`, expected one row for `none.n`',
      'Guard it: `{{#if none}}…{{else}}…{{/if}}`',
    ],
    [
      'many.n',
      6,
      'value-many: Unexpected 2 rows in `many`, expected one for `many.n`',
      'Use `{{#each many as |row|}}` or `{{list many col="n"}}`, or name rows with `key=` on the query',
    ],
    [
      'top.n',
      6,
      'value-many: Unexpected 2 rows in `top`, expected one for `top.n`',
      'Use `top.0.n` (the first row), `{{#each top as |row|}}` or `{{list top col="n"}}`, or name rows with `key=` on the query',
    ],
    [
      'many.0.n',
      11,
      'value-many: Unexpected row number `0`, the rows of `many` are in no order',
      'Add ORDER BY at the end of the query',
    ],
    [
      'top.2.n',
      10,
      'value-missing: Unexpected row `2`, `top` has 2 rows',
      'Rows count from 0; guard it: `{{#if top}}`',
    ],
    [
      'top.99999999999999999999.n',
      10,
      'value-missing: Unexpected row `99999999999999999999`, `top` has 2 rows',
      'Rows count from 0; guard it: `{{#if top}}`',
    ],
    [
      'reach.Arabik.shares',
      12,
      'value-missing: Unexpected `Arabik`, no row of `reach` has this `lang`',
      'Did you mean `Arabic`?',
    ],
    ['per.2022.n', 10, 'value-missing: Unexpected `2022`, no row of `per` has this `year`', 'Did you mean `2020`?'],
    [
      'reach.Arabic.share',
      19,
      'column-unknown: Unexpected `share`, `reach` has no such column',
      'Did you mean `shares`?',
    ],
    ['burst.n.x', 14, 'column-unknown: Unexpected `.x` after a column, expected nothing more'],
    ['@dat', 6, 'name-unknown: Unexpected `@dat`, there is no such variable', 'Did you mean `@date`?'],
    ['@date.year', 12, 'column-unknown: Unexpected `.year` after `@date`, expected nothing more'],
    ['@index', 6, 'name-unknown: Unexpected `@index` outside `{{#each}}`'],
    // What nothing may print
    [
      'burst.killed',
      6,
      'value-missing: Unexpected NULL, expected a value to print',
      'Guard it with `{{#if …}}…{{/if}}`, or give a fallback in the query, e.g. `coalesce(x, 0)`',
    ],
    [
      'blank.name',
      6,
      'value-missing: Unexpected empty text, expected words',
      'Guard it with `{{#if}}`, or give it words in the query',
    ],
    [
      'blank.spaces',
      6,
      'value-missing: Unexpected empty text, expected words',
      'Guard it with `{{#if}}`, or give it words in the query',
    ],
    [
      'infinite.x',
      6,
      'value-infinite: Unexpected `Infinity`, expected a finite number',
      'A division by zero? Use `nullif()` in the query, e.g. `a / nullif(b, 0)`',
    ],
    [
      'infinite.y',
      6,
      'value-infinite: Unexpected `NaN`, expected a finite number',
      'A division by zero? Use `nullif()` in the query, e.g. `a / nullif(b, 0)`',
    ],
    [
      'burst.ok',
      6,
      'value-unprintable: Unexpected `true`, expected a number, a date, a text or a list',
      'Put it in `{{#if …}}…{{else}}…{{/if}}`, which turns it into words',
    ],
    [
      'many',
      6,
      'value-unprintable: Unexpected table `many`, expected a number, a date, a text or a list',
      'Name a column, e.g. `many.n`, or use `{{#each many}}`',
    ],
    [
      'top.0',
      6,
      'value-unprintable: Unexpected row of `top`, expected a number, a date, a text or a list',
      'Name a column, e.g. `name`, `n`',
    ],
    // Helpers, at the argument
    ['cuont burst.n "x"', 6, 'helper-unknown: Unexpected `cuont`, no helper has this name', 'Did you mean `count`?'],
    [
      'count burst.place "x"',
      12,
      'helper-arguments: Unexpected text `Jalalabad`, expected a number',
      'Cast it in the query, e.g. `column::DOUBLE`',
    ],
    [
      'num burst.n digits="x"',
      18,
      'helper-arguments: Unexpected text `x`, expected a number',
      'Write `num n [digits=] [atleast=]`',
    ],
    ['list top col="nam"', 15, 'column-unknown: Unexpected `nam`, `top` has no such column', 'Did you mean `name`?'],
    [
      'cap (ref "x")',
      11,
      'helper-arguments: Unexpected `ref` inside another expression',
      'Let it stand alone: `{{ref "name"}}`',
    ],
    [
      'ref x',
      10,
      'helper-arguments: Unexpected arguments for `ref`, expected the name of a chart or table in quotes',
      'Write `{{ref "daily"}}`',
    ],
  ])('{{%s}} is refused at column %i', (expression, column, message, note) => {
    const { messages } = fill(`On {{${expression}}}.`, DATA);
    expect(messages).toHaveLength(1);
    const [only] = messages;
    expect([only?.place?.line, only?.place?.column]).toEqual([6, column]);
    expect(`${only?.rule ?? ''}: ${only?.reason ?? ''}`).toBe(message);
    expect(only?.note).toBe(note);
  });

  it('into a query that failed says nothing more', () => {
    const text = 'Is {{q.n}}{{#if q}} and{{/if}}{{#each q as |r|}}{{r.n}}{{/each}}{{count q.n "x"}}.';
    const { messages } = fillDraft(draftOf(text, { q: [{ n: 1 }] }), answersOf({}), X);
    expect(messages).toEqual([]);
  });

  it.each<[Target, string, string]>([
    [X, 'thread', 'x'],
    [{ kind: 'thread', platform: 'mastodon' }, 'thread', 'mastodon'],
  ])('@output and @platform know the target', (target, output, platform) => {
    expect(filled('For {{@output}}, {{@platform}}.', {}, { target })).toBe(`For ${output}, ${platform}.`);
  });

  it.each([BRIEF, REPORT])('@platform is nothing in a page', (target) => {
    expect(filled('Is {{@platform}}.', {}, { target })).toBe(
      `1:6 value-missing: Unexpected \`@platform\` in a ${target.kind}, which has no platform`,
    );
    expect(filled('Is {{#if @platform}}{{@platform}}{{else}}none{{/if}}.', {}, { target })).toBe('Is none.');
  });
});

describe('a query with a key', () => {
  const keyed: Data = {
    ...DATA,
    shares: {
      rows: [
        { shares: 'n', n: 5 },
        { shares: 'x', n: 6 },
      ],
      key: 'shares',
    },
    single: { rows: [{ lang: 'Dari', n: 8 }], key: 'lang' },
    rates: {
      rows: [
        { rate: 2.5, n: 1 },
        { rate: -3, n: 2 },
      ],
      key: 'rate',
    },
    flags: {
      rows: [
        { hot: true, n: 4 },
        { hot: false, n: 3 },
      ],
      key: 'hot',
    },
    empty: { rows: [], columns: ['lang', 'n'], key: 'lang' },
  };

  it.each([
    // Digits are keys, and a key goes before a column of its name
    ['num per.2020.n', '55'],
    ['num shares.n.n', '5'],
    // A key that is no name stands in brackets, where any key may stand
    ['num reach.[tok pisin].shares', '10'],
    ['num reach.[Arabic].shares', '40'],
    ['num per.[2021].n', '66'],
    ['num rates.[2.5].n', '1'],
    ['num rates.[-3].n', '2'],
    ['num flags.true.n', '4'],
    // Exactly one row needs no key
    ['num single.n', '8'],
    ['num single.Dari.n', '8'],
    ['list reach col="lang"', 'Arabic, Dari and tok pisin'],
  ])('{{%s}} prints %s', (expression, expected) => {
    expect(filled(`On {{${expression}}}.`, keyed)).toBe(`On ${expected}.`);
  });

  it.each([
    ['{{#each per as |r|}}{{num r.year}}: {{num r.n}} {{/each}}end', '2020: 55 2021: 66 end'],
    ['{{#with reach.Dari as |r|}}{{r.lang}} {{num r.shares}}{{/with}}', 'Dari 20'],
    ['{{#if reach.Pashto}}some{{else}}none{{/if}}', 'none'],
    ['{{#if reach.Pashto.shares}}some{{else}}none{{/if}}', 'none'],
    ['{{#if reach.Dari}}some{{else}}none{{/if}}', 'some'],
    ['{{#each top as |reach|}}{{reach.name}} {{/each}}{{num reach.Dari.shares}}', 'East South 20'],
  ])('%s gives %s', (text, expected) => {
    expect(filled(`On ${text}.`, keyed)).toBe(`On ${expected}.`);
  });

  it.each<[expression: string, at: number, message: string, note?: string]>([
    [
      'reach.shares',
      6,
      'value-many: Unexpected 3 rows in `reach`, expected the `lang` of one before `shares`',
      'Write it as in `reach.Arabic.shares`, or use `{{#each reach as |row|}}` or `{{list reach col="shares"}}`',
    ],
    [
      'reach.[tok pisn].shares',
      12,
      'value-missing: Unexpected `tok pisn`, no row of `reach` has this `lang`',
      'Did you mean `[tok pisin]`?',
    ],
    [
      'reach.Norwegian.shares',
      12,
      'value-missing: Unexpected `Norwegian`, no row of `reach` has this `lang`',
      'It has `Arabic`, `Dari`, `tok pisin`; guard it: `{{#if reach.Norwegian}}`',
    ],
    [
      'per.0.n',
      10,
      'value-missing: Unexpected `0`, no row of `per` has this `year`',
      'It has `2020`, `2021`; guard it: `{{#if per.0}}`',
    ],
    [
      'empty.Dari.n',
      12,
      'value-missing: Unexpected `Dari`, no row of `empty` has this `lang`',
      'It has no rows; guard it: `{{#if empty.Dari}}`',
    ],
    [
      'empty.n',
      6,
      'value-missing: Unexpected empty `empty`, expected one row for `empty.n`',
      'Guard it: `{{#if empty}}…{{else}}…{{/if}}`',
    ],
    [
      'reach.Arabic',
      6,
      'value-unprintable: Unexpected row of `reach`, expected a number, a date, a text or a list',
      'Name a column, e.g. `lang`, `shares`',
    ],
    ['reach.Arabic.shares.x', 26, 'column-unknown: Unexpected `.x` after a column, expected nothing more'],
  ])('{{%s}} is refused at column %i', (expression, column, message, note) => {
    const [only, ...others] = fill(`On {{${expression}}}.`, keyed).messages;
    expect(others).toEqual([]);
    expect([only?.place?.line, only?.place?.column]).toEqual([6, column]);
    expect([`${only?.rule ?? ''}: ${only?.reason ?? ''}`, only?.note]).toEqual([message, note]);
  });
});
