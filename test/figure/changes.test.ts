import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataText } from '../../src/figure/literals.js';
import { START, styled } from './guide-context.js';
import { run, say } from './run.js';

const WORDS = ['up', 'down', 'level'] as const;

describe('points', () => {
  it.each([
    ['0.46', '0.42', '4 percentage points'],
    ['0.43', '0.42', '1 percentage point'],
    ['0.425', '0.42', '1 percentage point'],
    ['0.4249', '0.42', 'less than 1 percentage point'],
    ['1', '0', '100 percentage points'],
    ['0.3', '0.1', '20 percentage points'],
    ['0.02', '-0.03', '5 percentage points'],
    ['12.5', '0', '1,250 percentage points'],
  ])('%s over %s is %s', (a, b, expected) => {
    expect(say('points', [`#${a}`, `#${b}`])).toBe(expected);
  });

  it('says which way with the writer’s words, and where there was no move', () => {
    expect(say('points', ['#0.46', '#0.42', ...WORDS])).toBe('up 4 percentage points');
    expect(say('points', ['#0.42', '#0.46', ...WORDS])).toBe('down 4 percentage points');
    expect(say('points', ['#0.42', '#0.420', ...WORDS])).toBe('level');
    expect(say('points', ['#0.4249', '#0.42', ...WORDS])).toBe('up less than 1 percentage point');
  });

  it('never calls a fall or a tie a rise', () => {
    expect(say('points', ['#0.42', '#0.46'])).toBe(
      'helper-arguments: Unexpected fall, the first number is below the second, expected words for it',
    );
    expect(say('points', ['#0.42', '#0.42'])).toBe(
      'helper-arguments: Unexpected tie at number `0.42`, expected words for it',
    );
    expect(say('points', ['#0.42', '#0.46', 'up'])).toMatch(/^helper-arguments: Unexpected fall/);
    expect(say('points', ['#0.42', '#0.42', 'up', 'down'])).toMatch(/^helper-arguments: Unexpected tie/);
  });

  it('rounds to the decimals asked for', () => {
    expect(say('points', ['#0.4649', '#0.42'], { digits: '#1' })).toBe('4.5 percentage points');
    expect(say('points', ['#0.4202', '#0.42'], { digits: '#1' })).toBe('less than 0.1 percentage points');
    expect(say('points', ['#0.43', '#0.42'], { digits: '#1.5' })).toMatch(/^helper-arguments: .* from 0 to 10$/);
  });

  it('is in words at the start of a sentence only', () => {
    expect(say('points', ['#0.46', '#0.42'], {}, START)).toBe('four percentage points');
    expect(say('points', ['#0.43', '#0.42'], {}, START)).toBe('one percentage point');
    expect(say('points', ['#0.46', '#0.42', ...WORDS], {}, START)).toBe('up 4 percentage points');
    expect(say('points', ['#0.421', '#0.42'], {}, START)).toBe('less than 1 percentage point');
  });

  it('is data where its words are', () => {
    expect(run('points', ['#0.46', '#0.42', dataText('up')]).value).toMatchObject({ origin: 'data' });
    expect(run('points', ['#0.46', '#0.42']).value).toMatchObject({ origin: 'phrase' });
  });

  it('is within half a point of the difference, by all the digits there are', () => {
    const share = fc.integer({ min: 0, max: 10 ** 9 });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const said = say('points', [`#${a}e-9`, `#${b}e-9`, ...WORDS]);
        const [direction, ...rest] = said.split(' ');
        expect(direction).toBe(a > b ? 'up' : a < b ? 'down' : 'level');
        if (a === b) return;
        const distance = Math.abs(a - b) / 10 ** 7;
        if (rest[0] === 'less') expect(distance).toBeLessThan(0.5);
        else expect(Math.abs(distance - Number(rest[0]))).toBeLessThanOrEqual(0.5);
        expect(rest.at(-1)).toBe(said.includes(' 1 ') ? 'point' : 'points');
      }),
    );
  });
});

describe('change', () => {
  it.each([
    ['12', '10', 'up 20%'],
    ['8', '10', 'down 20%'],
    ['4', '3', 'up a third'],
    ['5', '3', 'up two-thirds'],
    ['2', '3', 'down a third'],
    ['1', '3', 'down two-thirds'],
    ['6.6667', '10', 'down 33%'],
    ['20', '10', 'up 100%'],
    ['200', '10', 'up 1,900%'],
    ['5', '10', 'down 50%'],
    ['0', '10', 'down 100%'],
    ['1', '1000', 'down more than 99%'],
    ['6', '1000', 'down 99%'],
    ['1004', '1000', 'up less than 1%'],
    ['1005', '1000', 'up 1%'],
    ['996', '1000', 'down less than 1%'],
    ['995', '1000', 'down 1%'],
    ['10.0', '10', 'unchanged'],
    ['0', '0', 'unchanged'],
    ['0.3', '0.1', 'up 200%'],
    ['9007199254740993', '9007199254740992', 'up less than 1%'],
    ['1', '1e-7', 'up 999,999,900%'],
  ])('%s from %s is %s', (a, b, expected) => {
    expect(say('change', [`#${a}`, `#${b}`])).toBe(expected);
  });

  it.each([
    ['3', '0', 'Unexpected `0` as the second number, nothing is a percentage of it'],
    ['-3', '3', 'Unexpected number below zero, expected zero or more'],
    ['3', '-3', 'Unexpected number below zero, expected zero or more'],
  ])('%s from %s cannot be said', (a, b, reason) => {
    expect(say('change', [`#${a}`, `#${b}`])).toBe(`helper-arguments: ${reason}`);
  });

  it('rounds to the decimals asked for, thirds too', () => {
    expect(say('change', ['#2', '#3'], { digits: '#1' })).toBe('down 33.3%');
    expect(say('change', ['#1', '#10000'], { digits: '#1' })).toBe('down more than 99.9%');
    expect(say('change', ['#10001', '#10000'], { digits: '#1' })).toBe('up less than 0.1%');
    expect(say('change', ['#2', '#3'], { digits: '#-1' })).toMatch(/^helper-arguments: .* from 0 to 10$/);
  });

  it('has the writer’s words for a tie', () => {
    expect(say('change', ['#7', '#7'], { same: 'level' })).toBe('level');
    expect(say('change', ['#7', '#8'], { same: 'level' })).toBe('down 13%');
  });

  it('follows house style, and starts no sentence with its number', () => {
    expect(say('change', ['#12', '#10'], {}, styled({ numbers: { percent: ' per cent' } }))).toBe('up 20 per cent');
    expect(say('change', ['#12', '#10'], {}, START)).toBe('up 20%');
  });

  it('is within half a per cent of what happened, and never turns it round', () => {
    const number = fc.integer({ min: 1, max: 10 ** 6 });
    fc.assert(
      fc.property(fc.oneof(fc.constant(0), number), number, (a, b) => {
        const said = say('change', [`#${a}`, `#${b}`]);
        const [low, high] = readChange(said);
        expect((a - b) / b).toBeGreaterThanOrEqual(low);
        expect((a - b) / b).toBeLessThanOrEqual(high);
        if (said === 'down 100%') expect(a).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What a reader may conclude: the least and the most that it can have changed by. */
function readChange(said: string): readonly [number, number] {
  const tiny = 1e-9;
  if (said === 'unchanged') return [0, 0];
  const [, direction, rest = ''] = /^(up|down) (.*)$/.exec(said) ?? [];
  const [low, high] = readAmount(rest);
  return direction === 'up' ? [Math.max(low, tiny), high + tiny] : [-high - tiny, -Math.max(low, tiny)];
}

function readAmount(words: string): readonly [number, number] {
  const tiny = 1e-9;
  if (words === 'a third') return [1 / 3 - tiny, 1 / 3 + tiny];
  if (words === 'two-thirds') return [2 / 3 - tiny, 2 / 3 + tiny];
  if (words === 'less than 1%') return [0, 0.005];
  if (words === 'more than 99%') return [0.995 - tiny, 1];
  const percent = Number(words.replaceAll(',', '').replace('%', ''));
  return [(percent - 0.5) / 100 - tiny, (percent + 0.5) / 100 + tiny];
}
