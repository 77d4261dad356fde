import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, weekdayOf } from '../../src/figure/day-number.js';
import type { Machine } from '../../src/model/value.js';
import { date } from '../../src/figure/literals.js';
import { localePack } from '../../src/figure/locale-pack.js';
import type { Value } from '../../src/model/value.js';
import { CONTEXT, START, styled } from './guide-context.js';
import { run, say } from './run.js';

const NULL: Value = { kind: 'null' };
const US = { ...CONTEXT, locale: localePack('en-US') };
const MS_A_DAY = 86_400_000;

describe('days', () => {
  it('are counted as the calendar counts them', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const parts = (at: Date) => ({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, second] = [a, b].map((at) => Math.floor(at.getTime() / MS_A_DAY)) as [number, number];
        expect(dayNumber(parts(b)) - dayNumber(parts(a))).toBe(second - first);
        expect(weekdayOf(parts(a))).toBe(a.getUTCDay());
      }),
    );
  });
});

describe('rel', () => {
  // The publication day is Friday 24 September 2021, the last day of data the day before
  it.each([
    ['2021-09-24', 'today'],
    ['2021-09-23', 'yesterday'],
    ['2021-09-22', 'on Wednesday'],
    ['2021-09-18', 'on Saturday'],
    ['2021-09-17', 'on 17 September'],
    ['2020-09-24', 'on 24 September 2020'],
    ['2021-09-25', 'tomorrow'],
    ['2021-09-26', 'on 26 September'],
    ['2022-01-01', 'on 1 January 2022'],
  ])('%s is %s', (day, expected) => {
    expect(say('rel', [date(day)])).toBe(expected);
  });

  it.each([
    ['2021-09-19', '2021-09-19', 'the same day'],
    ['2021-09-18', '2021-09-19', 'the day before'],
    ['2021-09-17', '2021-09-19', 'two days earlier'],
    ['2021-09-09', '2021-09-19', '10 days earlier'],
    ['2021-08-20', '2021-09-19', '30 days earlier'],
    ['2021-08-19', '2021-09-19', 'on 19 August'],
    ['2021-09-20', '2021-09-19', 'the day after'],
    ['2021-09-22', '2021-09-19', 'three days later'],
    ['2021-10-20', '2021-09-19', 'on 20 October'],
    ['2020-12-31', '2021-01-01', 'the day before'],
    ['2020-02-28', '2020-03-01', 'two days earlier'],
    ['2021-02-28', '2021-03-01', 'the day before'],
  ])('%s from %s is %s', (day, from, expected) => {
    expect(say('rel', [date(day)], { from: date(from) })).toBe(expected);
  });

  it('counts across the years, from the publication day and never from the last day of data', () => {
    expect(say('rel', [date('2020-12-31')], {}, { ...CONTEXT, date: '2021-01-01' })).toBe('yesterday');
    expect(say('rel', [date('2020-12-30')], {}, { ...CONTEXT, date: '2021-01-01' })).toBe('on Wednesday');
    expect(say('rel', [date('2021-09-22')], {}, { ...CONTEXT, asOf: '2021-09-22' })).toBe('on Wednesday');
  });

  it('follows the language, spells at a sentence’s start, and refuses what is no day', () => {
    expect(say('rel', [date('2021-06-09')], {}, US)).toBe('on June 9');
    expect(say('rel', [date('2021-09-07')], { from: date('2021-09-19') }, START)).toBe('twelve days earlier');
    expect(say('rel', [date('infinity')])).toMatch(/^value-unprintable/);
    expect(say('rel', [date('2021-09-07')], { from: date('infinity') })).toMatch(/^value-unprintable/);
    expect(say('rel', [NULL])).toMatch(/^value-missing/);
    expect(run('rel', [date('2021-09-23')])).toMatchObject({ machine: { kind: 'date', value: '2021-09-23' } });
  });

  it('reads back to its day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (offset) => {
        const from = Date.UTC(2020, 1, 20);
        const day = new Date(from + offset * MS_A_DAY).toISOString().slice(0, 10);
        const said = say('rel', [date(day)], { from: date('2020-02-20') }, styled({ numbers: { wordsTo: -1 } }));
        expect(readOffset(said)).toBe(offset);
      }),
    );
  });
});

describe('duration', () => {
  it.each([
    ['1', 'one day'],
    ['2', 'two days'],
    ['6', 'six days'],
    ['7', 'one week'],
    ['8', 'eight days'],
    ['14', 'two weeks'],
    ['19', '19 days'],
    ['84', '12 weeks'],
    ['91', '91 days'],
    ['364', '364 days'],
    ['365', 'one year'],
    ['366', 'one year'],
    ['367', '367 days'],
    ['730', 'two years'],
    ['1460', '1,460 days'],
    ['1461', 'four years'],
    ['1462', '1,462 days'],
    ['1826', 'five years'],
    ['12000', '12,000 days'],
    ['9007199254740993', '9,007,199,254,740,993 days'],
    ['2.5', '2.5 days'],
    ['14.0', 'two weeks'],
  ])('%s is %s', (days, expected) => {
    expect(say('duration', [`#${days}`])).toBe(expected);
  });

  it.each(['0', '-7'])('%s days are none', (days) => {
    expect(say('duration', [`#${days}`])).toBe(
      `helper-arguments: Unexpected number \`${days}\`, expected a number of days above zero`,
    );
  });

  it('is in words at the start of a sentence', () => {
    expect(say('duration', ['#19'], {}, START)).toBe('nineteen days');
    expect(say('duration', [NULL])).toMatch(/^value-missing/);
  });

  it('says years only where years of the calendar are as long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1901, max: 2009 }), (years, start) => {
        const days = (Date.UTC(start + years, 0, 1) - Date.UTC(start, 0, 1)) / MS_A_DAY;
        const said = say('duration', [`#${days}`], {}, styled({ numbers: { wordsTo: -1 } }));
        expect(said).toBe(years === 1 ? '1 year' : `${years} years`);
      }),
    );
  });

  it('reads back to a length with the days in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (days) => {
        const said = say('duration', [`#${days}`], {}, styled({ numbers: { wordsTo: -1, group: '' } }));
        const [, count = '', unit] = /^(\d+) (day|week|year)s?$/.exec(said) ?? [];
        const number = Number(count);
        if (unit === 'day') expect(number).toBe(days);
        else if (unit === 'week') expect(number * 7).toBe(days);
        else expect(Math.abs(days - number * 365.25)).toBeLessThan(1);
      }),
    );
  });
});

describe('since', () => {
  it.each([
    ['2021-09-23', 'since 23 September'],
    ['2021-01-01', 'since 1 January'],
    ['2020-12-31', 'since December 2020'],
    ['2019-08-10', 'since August 2019'],
    ['0999-08-10', 'since August 999'],
  ])('%s is %s', (day, expected) => {
    expect(say('since', [date(day)])).toBe(expected);
  });

  it('names a near day of another year to the day', () => {
    const january = { ...CONTEXT, date: '2021-01-03' };
    expect(say('since', [date('2020-12-30')], {}, january)).toBe('since 30 December 2020');
    expect(say('since', [date('2020-10-03')], {}, january)).toBe('since 3 October 2020');
    expect(say('since', [date('2020-10-02')], {}, january)).toBe('since October 2020');
    expect(say('since', [date('2020-12-30')], {}, { ...january, locale: US.locale })).toBe('since December 30, 2020');
  });

  it('goes back to when records began where there is no earlier case, but only if it is told when', () => {
    expect(say('since', [NULL], { from: date('2019-01-01') })).toBe('since records began in January 2019');
    expect(say('since', [NULL])).toBe('value-missing: Unexpected NULL, expected a date');
    expect(say('since', [date('2018-12-31')], { from: date('2019-01-01') })).toBe(
      'helper-arguments: Unexpected date `2018-12-31`, expected a day on or after `from=`',
    );
  });

  it('refuses a look-back shorter than min, counted from the publication day', () => {
    const min = '#60';
    expect(say('since', [date('2021-07-26')], { min })).toBe('since 26 July');
    expect(say('since', [date('2021-07-27')], { min })).toBe(
      'value-missing: Unexpected look-back of 59 days, expected at least 60, as `min=` asks',
    );
    expect(say('since', [NULL], { min, from: date('2021-09-23') })).toBe(
      'value-missing: Unexpected look-back of 1 day, expected at least 60, as `min=` asks',
    );
    expect(say('since', [date('2021-07-26')], { min: '#1.5' })).toBe(
      'helper-arguments: Unexpected number `1.5`, expected a whole number of days',
    );
  });

  it('refuses a day that is still to come, and what is no day', () => {
    expect(say('since', [date('2021-09-25')])).toBe(
      'helper-arguments: Unexpected day after the publication day, expected one to look back to',
    );
    expect(say('since', [date('infinity')])).toMatch(/^value-unprintable/);
    expect(say('since', [NULL], { from: date('infinity') })).toMatch(/^value-unprintable/);
  });
});

describe('span', () => {
  it.each([
    ['2021-09-19', '2021-09-26', '19–26 September'],
    ['2021-09-19', '2021-09-19', '19 September'],
    ['2020-09-19', '2020-09-19', '19 September 2020'],
    ['2021-08-28', '2021-09-02', '28 August to 2 September'],
    ['2020-06-03', '2020-06-09', '3–9 June 2020'],
    ['2020-06-03', '2020-07-09', '3 June to 9 July 2020'],
    ['2020-12-28', '2021-01-02', '28 December 2020 to 2 January 2021'],
    ['2020-09-19', '2021-09-19', '19 September 2020 to 19 September 2021'],
  ])('%s and %s is %s', (a, b, expected) => {
    expect(say('span', [date(a), date(b)])).toBe(expected);
  });

  it.each([
    ['2021-09-19', '2021-09-26', 'September 19–26'],
    ['2020-06-03', '2020-06-09', 'June 3–9, 2020'],
    ['2020-06-03', '2020-07-09', 'June 3 to July 9, 2020'],
    ['2020-12-28', '2021-01-02', 'December 28, 2020, to January 2, 2021'],
  ])('%s and %s is %s in America', (a, b, expected) => {
    expect(say('span', [date(a), date(b)], {}, US)).toBe(expected);
  });

  it('refuses the later day first, and what is no day', () => {
    expect(say('span', [date('2021-09-26'), date('2021-09-19')])).toBe(
      'helper-arguments: Unexpected date `2021-09-19` after date `2021-09-26`, expected the earlier day first',
    );
    expect(say('span', [date('2021-09-26'), date('infinity')])).toMatch(/^value-unprintable/);
    expect(say('span', [date('2021-09-26'), NULL])).toMatch(/^value-missing/);
  });

  it('is a day for machines only where it is one', () => {
    expect(run('span', [date('2021-09-19'), date('2021-09-19')])).toMatchObject({
      machine: { kind: 'date', value: '2021-09-19' },
    });
    expect(run('span', [date('2021-09-19'), date('2021-09-20')])).toMatchObject({ machine: { kind: 'interval' } });
  });
});

describe('months', () => {
  it.each([
    ['2021-06-12', '2021-06-30', 'June'],
    ['2020-06-12', '2020-06-30', 'June 2020'],
    ['2021-06-12', '2021-07-03', 'June/July'],
    ['2020-06-12', '2020-07-03', 'June/July 2020'],
    ['2020-03-31', '2020-07-01', 'March to July 2020'],
    ['2019-12-31', '2020-01-01', 'December 2019/January 2020'],
    ['2019-12-01', '2020-02-01', 'December 2019 to February 2020'],
    ['2019-06-01', '2020-06-30', 'June 2019 to June 2020'],
    ['2020-12-31', '2021-01-01', 'December 2020/January 2021'],
  ])('%s and %s is %s', (a, b, expected) => {
    expect(say('months', [date(a), date(b)])).toBe(expected);
    expect(say('months', [date(a), date(b)], {}, US)).toBe(expected);
  });

  it('refuses the later day first, in one month too', () => {
    expect(say('months', [date('2021-09-26'), date('2021-09-19')])).toMatch(
      /^helper-arguments: .* the earlier day first$/,
    );
    expect(say('months', [date('infinity'), date('2021-09-19')])).toMatch(/^value-unprintable/);
  });

  it('is a month for machines only where it is one', () => {
    expect(run('months', [date('2020-06-12'), date('2020-06-30')])).toMatchObject({
      machine: { kind: 'date', value: '2020-06' },
    });
    expect(run('months', [date('2020-06-12'), date('2020-07-30')])).toMatchObject({ machine: { kind: 'interval' } });
  });
});

function readOffset(said: string): number {
  const near = { 'the same day': 0, 'the day before': -1, 'the day after': 1 }[said];
  if (near !== undefined) return near;
  const [, days, direction] = /^(\d+) days (earlier|later)$/.exec(said) ?? [];
  return Number(days) * (direction === 'earlier' ? -1 : 1);
}

describe('week', () => {
  const sunday = styled({ dates: { weekStarts: 'sunday' } });

  it.each([
    ['2021-09-24', 'this week', 'this week'],
    ['2021-09-20', 'this week', 'this week'],
    ['2021-09-26', 'this week', 'the week of 26 September'],
    ['2021-09-19', 'last week', 'this week'],
    ['2021-09-13', 'last week', 'last week'],
    ['2021-09-12', 'the week of 6 September', 'last week'],
    ['2021-09-27', 'the week of 27 September', 'the week of 26 September'],
    ['2021-01-01', 'the week of 28 December 2020', 'the week of 27 December 2020'],
    ['2020-03-01', 'the week of 24 February 2020', 'the week of 1 March 2020'],
  ])('of %s is %s, or %s where weeks start on Sunday', (day, monday, other) => {
    expect(say('week', [date(day)])).toBe(monday);
    expect(say('week', [date(day)], {}, sunday)).toBe(other);
  });

  it('counts across years', () => {
    const january = { ...CONTEXT, date: '2021-01-02' };
    expect(say('week', [date('2020-12-28')], {}, january)).toBe('this week');
    expect(say('week', [date('2020-12-27')], {}, january)).toBe('last week');
  });

  it('has its first day for machines, and American words', () => {
    expect(run('week', [date('2021-09-12')])).toMatchObject({ machine: { kind: 'date', value: '2021-09-06' } });
    expect(run('week', [date('2021-09-12')], {}, sunday)).toMatchObject({ machine: { value: '2021-09-12' } });
    expect(say('week', [date('2021-09-12')], {}, US)).toBe('the week of September 6');
  });

  it('refuses NULL, a text and what is no day', () => {
    expect(say('week', [NULL])).toMatch(/^value-missing/);
    expect(say('week', ['monday'])).toMatch(/^helper-arguments/);
    expect(say('week', [date('infinity')])).toMatch(/^value-unprintable/);
    expect(say('week', [date('0000-01-01')])).toMatch(/^value-unprintable/);
  });

  it('starts on the day that house style says, and holds the day', () => {
    const day = fc.date({ min: new Date('0002-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        for (const [context, weekday] of [
          [CONTEXT, 1],
          [sunday, 0],
        ] as const) {
          const { machine } = run('week', [date(at.toISOString().slice(0, 10))], {}, context) as { machine: Machine };
          const first = new Date(machine.value);
          const days = Math.floor((at.getTime() - first.getTime()) / MS_A_DAY);
          expect(first.getUTCDay()).toBe(weekday);
          expect(days >= 0 && days <= 6).toBe(true);
        }
      }),
    );
  });
});
