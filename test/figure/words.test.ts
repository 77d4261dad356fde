import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitalise } from '../../src/figure/capitalise.js';
import { boolean, dataText, date, list, number } from '../../src/figure/literals.js';
import { localePack } from '../../src/figure/locale-pack.js';
import type { Table, Value } from '../../src/model/value.js';
import { CONTEXT, START, styled } from './guide-context.js';
import { run, say } from './run.js';

const NULL: Value = { kind: 'null' };
const REACH: Table = {
  query: 'reach',
  columns: [
    { name: 'lang', type: 'VARCHAR', logical: 'text' },
    { name: 'year', type: 'BIGINT', logical: 'number' },
  ],
  rows: [
    [dataText('Arabic'), number('2019')],
    [dataText('Dari'), number('2021')],
  ],
  key: undefined,
  ordered: false,
};

function texts(...items: string[]): Value {
  return list(...items.map((item) => dataText(item)));
}

describe('list', () => {
  it.each([
    [['Kabul'], 'Kabul'],
    [['Kabul', 'Kunar'], 'Kabul and Kunar'],
    [['Kabul', 'Kunar', 'Herat'], 'Kabul, Kunar and Herat'],
    [['Trinidad and Tobago', 'Cuba'], 'Trinidad and Tobago, and Cuba'],
    [['Cuba', 'Trinidad and Tobago', 'Haiti'], 'Cuba, Trinidad and Tobago, and Haiti'],
    [['Paris, France', 'Rome, Italy'], 'Paris, France; and Rome, Italy'],
    [['a', 'b, c', 'd'], 'a; b, c; and d'],
  ])('%j reads %s', (items, expected) => {
    expect(say('list', [texts(...items)])).toBe(expected);
  });

  it('takes house style’s comma, or', () => {
    const comma = styled({ lists: { serialComma: true } });
    expect(say('list', [texts('a', 'b', 'c')], {}, comma)).toBe('a, b, and c');
    expect(say('list', [texts('a', 'b')], {}, comma)).toBe('a and b');
    expect(say('list', [texts('a', 'b', 'c')], { or: boolean(true) })).toBe('a, b or c');
  });

  it('counts what is beyond max', () => {
    const items = texts('A', 'B', 'C', 'D');
    expect(say('list', [items], { max: '#4' })).toBe('A, B, C and D');
    expect(say('list', [items], { max: '#3' })).toBe('A, B, C and one other');
    expect(say('list', [items], { max: '#2' })).toBe('A, B and two others');
    expect(say('list', [items], { max: '#1' })).toBe('A and three others');
    expect(say('list', [items], { max: '#0' })).toBe(
      'helper-arguments: Unexpected number `0`, expected a whole number from 1 on',
    );
  });

  it('takes a column of a table, a row, or the one value there is', () => {
    const table: Value = { kind: 'table', table: REACH };
    expect(say('list', [table], { col: 'LANG' })).toBe('Arabic and Dari');
    expect(say('list', [table], { col: 'year' })).toBe('2019 and 2021');
    expect(say('list', [{ kind: 'row', table: REACH, index: 1 }], { col: 'lang' })).toBe('Dari');
    expect(say('list', [dataText('Dari')])).toBe('Dari');
    expect(say('list', [table])).toBe('helper-arguments: Unexpected table with 2 columns, expected `col=` to name one');
    expect(run('list', [table], { col: 'lange' }).problem).toEqual({
      rule: 'column-unknown',
      at: { pair: 'col' },
      reason: 'Unexpected `lange`, `reach` has no such column',
      note: 'Did you mean `lang`?',
    });
  });

  it('prints numbers and dates in house style, spelled out only at the start of a sentence', () => {
    expect(say('list', [list(number('7'), number('12'))])).toBe('seven and 12');
    expect(say('list', [list(number('12'), number('13'))], {}, START)).toBe('twelve and 13');
    expect(say('list', [list(date('2021-09-19'), date('2020-09-20'))])).toBe('19 September and 20 September 2020');
  });

  it('refuses an empty list, NULL in it, and lists in it', () => {
    expect(say('list', [list()])).toBe('value-missing: Unexpected empty list, expected at least one item');
    expect(say('list', [list(dataText('a'), NULL, NULL)])).toBe(
      'value-missing: Unexpected NULL in a list, 2 of 3 items',
    );
    expect(say('list', [list(dataText('a'), boolean(true))])).toBe(
      'helper-arguments: Unexpected `true`, expected a number, a date or a text in the list',
    );
    expect(say('list', [list(number('NaN'))])).toBe('value-infinite: Unexpected `NaN`, expected a finite number');
  });

  it('makes hashtags on purpose only', () => {
    expect(run('list', [texts('#x', 'b')]).value).toMatchObject({ value: '#x and b', origin: 'data' });
    expect(run('list', [texts('#x', 'b')], { tag: boolean(true) }).value).toMatchObject({
      value: '#x and #b',
      origin: 'tag',
    });
    expect(run('list', [list(number('1'), number('2'))]).value).toMatchObject({ origin: 'phrase' });
  });
});

describe('either', () => {
  it.each([
    [['Kabul'], 'Kabul'],
    [['Kabul', 'Kunar'], 'either Kabul or Kunar'],
    [['Kabul', 'Kunar', 'Herat'], 'either Kabul, Kunar or Herat'],
    [['Trinidad and Tobago', 'Cuba'], 'either Trinidad and Tobago, or Cuba'],
    [['Paris, France', 'Rome, Italy'], 'either Paris, France; or Rome, Italy'],
  ])('%j reads %s', (items, expected) => {
    expect(say('either', [texts(...items)])).toBe(expected);
  });

  it('takes a column, max= and tag=, and house style’s comma', () => {
    expect(say('either', [{ kind: 'table', table: REACH }], { col: 'lang' })).toBe('either Arabic or Dari');
    expect(say('either', [texts('A', 'B', 'C', 'D')], { max: '#2' })).toBe('either A, B or two others');
    expect(say('either', [texts('A b', 'C')], { tag: boolean(true) })).toBe('either #AB or #C');
    expect(say('either', [texts('A', 'B', 'C')], {}, styled({ lists: { serialComma: true } }))).toBe(
      'either A, B, or C',
    );
    expect(say('either', [list(number('12'), number('13'))], {}, START)).toBe('either 12 or 13');
    expect(say('either', [list(number('12'))], {}, START)).toBe('twelve');
  });

  it('refuses an empty list, NULL, and or=', () => {
    expect(say('either', [list()])).toBe('value-missing: Unexpected empty list, expected at least one item');
    expect(say('either', [list(dataText('a'), NULL)])).toBe('value-missing: Unexpected NULL in a list, 1 of 2 items');
    expect(say('either', [texts('a', 'b')], { or: boolean(true) })).toBe(
      'helper-arguments: Unexpected `or=`, `either` has no such argument',
    );
  });

  it('may be capitalised where its own word stands first, and keeps data from becoming live', () => {
    expect(run('either', [texts('a', 'b')]).value).toMatchObject({ origin: 'data', led: true });
    expect(run('either', [texts('a')]).value).not.toHaveProperty('led');
    expect(run('list', [texts('a', 'b')]).value).not.toHaveProperty('led');
  });
});

describe('tag', () => {
  it.each([
    ['ISKP', '#ISKP'],
    ['iskp', '#iskp'],
    ['#ISKP', '#ISKP'],
    ['north-west', '#NorthWest'],
    ['al-Shabaab', '#AlShabaab'],
    [' Boko  Haram ', '#BokoHaram'],
    ['Qur’an', '#Quran'],
    ["People's Front", '#PeoplesFront'],
    ['U.S.', '#US'],
    ['Euro 2020', '#Euro2020'],
    ['9/11', 'helper-arguments: Unexpected `/` in `9/11`, expected letters, digits, spaces and hyphens in a hashtag'],
    ['2021', 'helper-arguments: Unexpected text `2021`, expected at least one letter in a hashtag'],
    ['', 'helper-arguments: Unexpected empty text, expected at least one letter in a hashtag'],
    ['کابل', '#کابل'],
    ['دولت اسلامی', '#دولت_اسلامی'],
  ])('%s gives %s', (name, expected) => {
    expect(say('tag', [dataText(name)])).toBe(expected);
  });

  it('is the plain name in brief and report, still data', () => {
    for (const target of ['brief', 'report'] as const) {
      const context = { ...CONTEXT, target };
      expect(run('tag', [dataText('#Boko Haram')], {}, context).value).toEqual(dataText('Boko Haram'));
      expect(say('tag', [dataText('R&D')], {}, context)).toMatch(/^helper-arguments/);
    }
  });

  it('is one live word, whatever the data is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const { value } = run('tag', [dataText(name)]);
        if (value?.kind === 'text') expect(value.value).toMatch(/^#[\p{L}\p{M}\p{Nd}_]+$/u);
      }),
    );
  });
});

describe('date and month', () => {
  it('gives a short date its year when that is another', () => {
    expect(say('date', [date('2020-09-11'), 'short'])).toBe('11 Sep 2020');
    expect(say('date', [date('2021-09-11'), 'short'], {}, { ...CONTEXT, locale: localePack('en-US') })).toBe('Sep 11');
  });

  it('has fixed short months', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2021-${String(index + 1).padStart(2, '0')}-01`);
    expect(months.map((day) => say('date', [date(day), 'short'])).join(' ')).toBe(
      '1 Jan 1 Feb 1 Mar 1 Apr 1 May 1 Jun 1 Jul 1 Aug 1 Sep 1 Oct 1 Nov 1 Dec',
    );
  });

  it.each([
    ['2021-09-01', 'this month'],
    ['2021-09-30', 'this month'],
    ['2021-08-01', 'last month'],
    ['2021-07-31', 'July'],
    ['2021-10-01', 'October'],
    ['2020-12-31', 'December last year'],
    ['2019-12-31', 'December 2019'],
    ['2022-01-01', 'January 2022'],
  ])('month of %s is %s', (day, expected) => {
    expect(say('month', [date(day)])).toBe(expected);
  });

  it('calls December "last month" in January', () => {
    expect(say('month', [date('2020-12-05')], {}, { ...CONTEXT, date: '2021-01-03' })).toBe('last month');
  });

  it('writes the year in full where ’21 would be another century', () => {
    expect(say('month', [date('2021-01-01'), 'short'])).toBe('Jan ’21');
    expect(say('month', [date('2007-01-01'), 'short'])).toBe('Jan ’07');
    expect(say('month', [date('1921-01-01'), 'short'])).toBe('Jan 1921');
  });

  it('tells machines the day and the month', () => {
    expect(run('date', [date('2021-09-19')])).toMatchObject({ machine: { kind: 'date', value: '2021-09-19' } });
    expect(run('month', [date('2021-09-19')])).toMatchObject({ machine: { kind: 'date', value: '2021-09' } });
  });
});

describe('compare and plural', () => {
  it('has no words for a tie that the writer did not give', () => {
    expect(say('compare', ['#3', '#3', 'more', 'fewer'])).toBe(
      'helper-arguments: Unexpected tie at number `3`, expected words for it',
    );
  });

  it('tells numbers apart that a double cannot', () => {
    expect(say('compare', ['#9007199254740993', '#9007199254740992', 'more', 'fewer', 'same'])).toBe('more');
  });

  it('is singular for exactly one', () => {
    expect(['0', '1', '1.00', '-1', '2', '1.5'].map((n) => say('plural', [`#${n}`, 'was', 'were']))).toEqual([
      'were',
      'was',
      'was',
      'were',
      'were',
      'were',
    ]);
  });
});

describe('capitals', () => {
  it.each([
    ['seven operations', 'Seven operations'],
    ['“so far”', '“So far”'],
    ['(all but one)', '(All but one)'],
    ['élan', 'Élan'],
    ['ßtrange', 'Sstrange'],
    ['7 operations', '7 operations'],
    ['#iskp', '#iskp'],
    ['', ''],
    ['“', '“'],
  ])('%s → %s', (given, expected) => {
    expect(capitalise(given, localePack('en-GB'))).toBe(expected);
  });

  it('follow the language', () => {
    expect(capitalise('istanbul', { lang: 'tr' })).toBe('İstanbul');
  });

  it('cap keeps data data', () => {
    expect(run('cap', [dataText('al-Qaeda')]).value).toMatchObject({ value: 'Al-Qaeda', origin: 'data' });
  });
});

describe('localePack', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['en-us', 'en-US'],
    ['en-AU', 'en-GB'],
    ['en', 'en-GB'],
    ['fr', 'en-GB'],
  ])('%s reads as %s', (lang, pack) => {
    expect(localePack(lang).lang).toBe(pack);
  });
});
