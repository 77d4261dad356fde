import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataText } from '../../src/figure/literals.js';
import type { Value } from '../../src/model/value.js';
import { CONTEXT, START, styled } from './guide-context.js';
import { run, say } from './run.js';

const NULL: Value = { kind: 'null' };

describe('count', () => {
  it.each([
    ['0', 'no operations'],
    ['1', 'one operation'],
    ['1.0', 'one operation'],
    ['2', 'two operations'],
    ['9', 'nine operations'],
    ['10', '10 operations'],
    ['21', '21 operations'],
    ['999', '999 operations'],
    ['1000', '1,000 operations'],
    ['1000000', '1,000,000 operations'],
    ['9007199254740993', '9,007,199,254,740,993 operations'],
    ['0.5', '0.5 operations'],
    ['1.5', '1.5 operations'],
    ['1e-7', '0.0000001 operations'],
    ['-1', 'helper-arguments: Unexpected `−1`, expected a count of zero or more'],
    ['NaN', 'value-infinite: Unexpected `NaN`, expected a finite number'],
  ])('%s gives %s', (digits, expected) => {
    expect(say('count', [`#${digits}`, 'operation'])).toBe(expected);
  });

  it('spells a number out where it starts a sentence, but not behind "at least"', () => {
    expect(say('count', ['#44', 'casualty'], {}, START)).toBe('forty-four casualties');
    expect(say('count', ['#44', 'casualty'], { atleast: '#1' }, START)).toBe('at least 44 casualties');
  });

  it('follows house style', () => {
    expect(say('count', ['#7', 'attack'], {}, styled({ numbers: { wordsTo: -1 } }))).toBe('7 attacks');
    expect(say('count', ['#0', 'attack'], {}, styled({ numbers: { wordsTo: -1 } }))).toBe('no attacks');
  });

  it('replaces the whole phrase by none= at zero only', () => {
    expect(say('count', ['#0', 'attack'], { none: 'nothing' })).toBe('nothing');
    expect(say('count', ['#1', 'attack'], { none: 'nothing' })).toBe('one attack');
    expect(say('count', ['#0', 'attack'], { none: 'error' })).toMatch(/^value-missing: Unexpected `0`/);
  });

  it('adds "at least" only when something is unknown', () => {
    expect(say('count', ['#44', 'casualty'], { atleast: '#0' })).toBe('44 casualties');
    expect(say('count', ['#1', 'casualty'], { atleast: '#2' })).toBe('at least one casualty');
  });

  it('does not say "no" or "at least no" where some are unknown', () => {
    expect(say('count', ['#0', 'casualty'], { atleast: '#3' })).toMatch(
      /^value-missing: Unexpected `0` where some are/,
    );
    expect(say('count', ['#0', 'casualty'], { atleast: '#3', unknown: 'an unknown number', none: 'none' })).toBe(
      'an unknown number',
    );
    expect(say('count', [NULL, 'casualty'], { atleast: '#3', unknown: 'an unknown number' })).toBe('an unknown number');
  });

  it('makes the noun data, and never live, when the noun comes from data', () => {
    expect(run('count', ['#7', dataText('#attack')]).value).toMatchObject({ origin: 'data' });
    expect(run('count', ['#7', 'attack']).value).toMatchObject({ origin: 'phrase' });
    expect(run('count', ['#0', 'attack'], { none: dataText('@nobody') }).value).toMatchObject({ origin: 'data' });
  });

  it('keeps the exact number for machines', () => {
    expect(run('count', ['#1234', 'attack'])).toMatchObject({ machine: { kind: 'number', value: '1234' } });
  });

  it('says every number above zero so that it reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (count) => {
        const said = say('count', [`#${count}`, 'attack'], {}, styled({ numbers: { wordsTo: -1 } }, CONTEXT));
        const [digits = '', noun] = said.split(' ');
        expect(Number(digits.replaceAll(',', ''))).toBe(count);
        expect(noun).toBe(count === 1 ? 'attack' : 'attacks');
      }),
    );
  });
});

describe('regular plurals', () => {
  it.each([
    ['attack', 'attacks'],
    ['city', 'cities'],
    ['day', 'days'],
    ['IED', 'IEDs'],
    ['SOS', 'SOSes'],
    ['NGO', 'NGOs'],
    ['box', 'boxes'],
    ['church', 'churches'],
    ['bus', 'buses'],
    ['loss', 'losses'],
    ['crisis', 'crises'],
    ['gas', 'gases'],
    ['child', 'children'],
    ['Person', 'People'],
    ['gunman', 'gunmen'],
    ['woman', 'women'],
    ['German', 'Germans'],
    ['wife', 'wives'],
    ['chief', 'chiefs'],
    ['hero', 'heroes'],
    ['photo', 'photos'],
    ['aircraft', 'aircraft'],
    ['suicide bombing', 'suicide bombings'],
    ['aid agency', 'aid agencies'],
    ['run-off', 'run-offs'],
    ['by-election', 'by-elections'],
    ['in-depth report', 'in-depth reports'],
  ])('%s → %s', (one, many) => {
    expect(say('count', ['#12', one])).toBe(`12 ${many}`);
  });

  it.each(['claim of responsibility', 'mother-in-law', 'passer-by', 'call for help'])(
    'asks for the plural of %s, even where the number is one',
    (noun) => {
      expect(say('count', ['#1', noun])).toBe(
        `helper-arguments: Unexpected text \`${noun}\` without its plural, expected both forms`,
      );
      expect(say('count', ['#2', noun, 'others'])).toBe('two others');
    },
  );

  it.each(['operations', 'cities'])('notices that %s is a plural already', (noun) => {
    expect(say('count', ['#7', noun])).toBe(
      `helper-arguments: Unexpected text \`${noun}\`, expected a noun in the singular`,
    );
  });

  it('asks for both forms of what is no word', () => {
    expect(say('count', ['#7', '9/11'])).toBe('helper-arguments: Unexpected text `9/11`, expected a noun');
    expect(say('count', ['#7', ''])).toBe('helper-arguments: Unexpected empty text, expected a noun');
  });
});
