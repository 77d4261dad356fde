import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataText } from '../../src/figure/literals.js';
import { START, styled } from './guide-context.js';
import { run, say } from './run.js';

describe('fraction', () => {
  it.each([
    ['0', 'none'],
    ['1', 'all'],
    ['1.0', 'all'],
    ['0.5', 'half'],
    ['0.3333333333333333', 'a third'],
    ['0.6666666666666666', 'two-thirds'],
    ['0.25', 'a quarter'],
    ['0.75', 'three-quarters'],
    ['0.2', 'a fifth'],
    ['0.4', 'two-fifths'],
    ['0.6', 'three-fifths'],
    ['0.8', 'four-fifths'],
    ['0.1', 'a tenth'],
    ['0.9', 'nine-tenths'],
    ['0.333', 'almost a third'],
    // The ends of the 5% around a part, and one step past each
    ['0.475', 'almost half'],
    ['0.474', '47%'],
    ['0.525', 'just over half'],
    ['0.526', '53%'],
    ['0.095', 'almost a tenth'],
    ['0.0949', '9%'],
    ['0.35', 'just over a third'],
    // Between two parts it is the nearer
    ['0.62', 'just over three-fifths'],
    ['0.64', 'almost two-thirds'],
    ['0.77', 'just over three-quarters'],
    ['0.78', 'almost four-fifths'],
    ['0.9499', '95%'],
    ['0.95', 'almost all'],
    ['0.9999999999999999', 'almost all'],
    ['0.005', '1%'],
    ['0.0049', 'less than 1%'],
    ['1e-20', 'less than 1%'],
  ])('%s is %s', (share, expected) => {
    expect(say('fraction', [`#${share}`])).toBe(expected);
  });

  it.each(['-0.1', '1.0000001', '92'])('%s is no share', (share) => {
    expect(say('fraction', [`#${share}`])).toBe(
      `helper-arguments: Unexpected number \`${share}\`, expected a share from 0 to 1`,
    );
  });

  it('is in words at the start of a sentence', () => {
    expect(say('fraction', ['#0.45'], {}, START)).toBe('forty-five per cent');
    expect(say('fraction', ['#0.001'], {}, START)).toBe('less than 1%');
    expect(say('fraction', ['#0.45'], {}, styled({ numbers: { percent: ' per cent' } }))).toBe('45 per cent');
  });

  it('reads back to a range with the share in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 6 }), (millionths) => {
        const [low, high] = readShare(say('fraction', [`#${millionths}e-6`]));
        expect(millionths / 10 ** 6).toBeGreaterThanOrEqual(low);
        expect(millionths / 10 ** 6).toBeLessThanOrEqual(high);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('allbut', () => {
  it.each([
    ['0', '1', 'no attack'],
    ['1', '1', 'the only attack'],
    ['0', '2', 'neither attack'],
    ['1', '2', 'one of the two attacks'],
    ['2', '2', 'both attacks'],
    ['0', '3', 'none of the three attacks'],
    ['1', '3', 'one of the three attacks'],
    ['2', '3', 'all but one of the three attacks'],
    ['3', '3', 'all three attacks'],
    ['2', '4', 'two of the four attacks'],
    ['3', '5', 'all but two of the five attacks'],
    ['3', '6', 'three of the six attacks'],
    ['4', '7', 'all but three of the seven attacks'],
    ['8', '12', 'eight of the 12 attacks'],
    ['9', '12', 'all but three of the 12 attacks'],
    ['11', '12', 'all but one of the 12 attacks'],
    ['12', '12', 'all 12 attacks'],
    ['12.0', '12', 'all 12 attacks'],
    ['1233', '1234', 'all but one of the 1,234 attacks'],
    ['9007199254740992', '9007199254740993', 'all but one of the 9,007,199,254,740,993 attacks'],
  ])('%s of %s is %s', (yes, total, expected) => {
    expect(say('allbut', [`#${yes}`, `#${total}`, 'attack'])).toBe(expected);
  });

  it.each([
    ['0', '0', 'value-missing: Unexpected `0` in all, expected at least one'],
    ['13', '12', 'helper-arguments: Unexpected `13` of `12`, expected no more than there are'],
    ['-1', '12', 'helper-arguments: Unexpected number `-1`, expected a count'],
    ['1.5', '12', 'helper-arguments: Unexpected number `1.5`, expected a count'],
    ['1', '-12', 'helper-arguments: Unexpected number `-12`, expected a count'],
  ])('%s of %s cannot be said', (yes, total, expected) => {
    expect(say('allbut', [`#${yes}`, `#${total}`, 'attack'])).toBe(expected);
    expect(say('allbut', [{ kind: 'null' }, `#${total}`, 'attack'])).toMatch(/^value-missing: Unexpected NULL/);
  });

  it('says of what in the writer’s words', () => {
    const of = 'of its recent attacks';
    const said = (yes: string, total: string) => say('allbut', [`#${yes}`, `#${total}`, 'attack'], { of });
    expect(said('11', '12')).toBe('all but one of its recent attacks');
    expect(said('12', '12')).toBe('all 12 of its recent attacks');
    expect(said('7', '12')).toBe('seven of its recent attacks');
    expect(said('0', '12')).toBe('none of its recent attacks');
    expect(said('2', '2')).toBe('both of its recent attacks');
    expect(said('0', '2')).toBe('neither of its recent attacks');
    expect(said('1', '1')).toBe('the only attack');
  });

  it('has the verb that its number asks for', () => {
    const said = (yes: string, total: string) =>
      say('allbut', [`#${yes}`, `#${total}`, 'attack'], { verb: 'has|have' });
    expect(said('1', '1')).toBe('the only attack has');
    expect(said('0', '1')).toBe('no attack has');
    expect(said('0', '2')).toBe('neither attack has');
    expect(said('1', '2')).toBe('one of the two attacks has');
    expect(said('2', '2')).toBe('both attacks have');
    expect(said('0', '12')).toBe('none of the 12 attacks has');
    expect(said('7', '12')).toBe('seven of the 12 attacks have');
    expect(said('11', '12')).toBe('all but one of the 12 attacks have');
    expect(said('12', '12')).toBe('all 12 attacks have');
    for (const verb of ['has', 'has|', 'a|b|c']) {
      expect(say('allbut', ['#1', '#2', 'attack'], { verb })).toBe(
        `helper-arguments: Unexpected text \`${verb}\`, expected two forms of a verb, e.g. \`"has|have"\``,
      );
    }
  });

  it('spells out only what starts the sentence, and takes a plural of its own', () => {
    expect(say('allbut', ['#20', '#44', 'attack'], {}, START)).toBe('twenty of the 44 attacks');
    expect(say('allbut', ['#44', '#44', 'attack'], {}, START)).toBe('all 44 attacks');
    expect(say('allbut', ['#20', '#44', 'claim of duty', 'claims of duty'])).toBe('20 of the 44 claims of duty');
    expect(say('allbut', ['#20', '#44', 'attacks'])).toMatch(/^helper-arguments: Unexpected text `attacks`/);
    expect(run('allbut', ['#1', '#3', dataText('attack')]).value).toMatchObject({ origin: 'data' });
  });

  it('says how many of how many, for every pair from three on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10 ** 6 }), fc.nat(), (total, some) => {
        const yes = some % (total + 1);
        const bare = styled({ numbers: { wordsTo: -1, group: '' } });
        const said = say('allbut', [`#${yes}`, `#${total}`, 'attack'], {}, bare);
        expect(readPart(said)).toEqual([yes, total]);
      }),
    );
  });
});

describe('range', () => {
  it.each([
    ['3', '7', '3–7'],
    ['0', '1', '0–1'],
    ['3', '3.0', 'three'],
    ['12', '12', '12'],
    ['0', '0', 'zero'],
    ['3.5', '7', '3.5–7'],
    ['1200', '3400', '1,200–3,400'],
    ['-2', '3', '−2 to 3'],
    ['-5', '-2', '−5 to −2'],
    ['0.1', '0.30', '0.1–0.3'],
  ])('%s and %s is %s', (low, high, expected) => {
    expect(say('range', [`#${low}`, `#${high}`])).toBe(expected);
  });

  it('carries its noun', () => {
    expect(say('range', ['#0', '#1', 'attack'])).toBe('0–1 attacks');
    expect(say('range', ['#1', '#1', 'attack'])).toBe('one attack');
    expect(say('range', ['#0', '#0', 'attack'])).toBe('no attacks');
    expect(say('range', ['#3', '#3', 'person'])).toBe('three people');
    expect(say('range', ['#3', '#4', 'claim of duty', 'claims of duty'])).toBe('3–4 claims of duty');
    expect(say('range', ['#3', '#4', 'attacks'])).toMatch(/^helper-arguments: Unexpected text `attacks`/);
    expect(run('range', ['#3', '#4', dataText('attack')]).value).toMatchObject({ origin: 'data' });
  });

  it('refuses the larger number first', () => {
    expect(say('range', ['#7', '#3'])).toBe(
      'helper-arguments: Unexpected number `3` after number `7`, expected the larger number second',
    );
  });

  it('starts a sentence with words', () => {
    expect(say('range', ['#3', '#7'], {}, START)).toBe('three to seven');
    expect(say('range', ['#12', '#15', 'attack'], {}, START)).toBe('twelve to fifteen attacks');
    expect(say('range', ['#120', '#150'], {}, START)).toBe('120–150');
    expect(say('range', ['#12', '#12'], {}, START)).toBe('twelve');
  });

  it('leaves years as they are', () => {
    const year = (exact: string) => ({ kind: 'number', value: Number(exact), exact, plain: true }) as const;
    expect(say('range', [year('2019'), year('2021')])).toBe('2019–2021');
    expect(say('range', [year('2021'), year('2021')], {}, START)).toBe('2021');
  });
});

const PARTS: Readonly<Record<string, number>> = {
  half: 1 / 2,
  'a third': 1 / 3,
  'two-thirds': 2 / 3,
  'a quarter': 1 / 4,
  'three-quarters': 3 / 4,
  'a fifth': 1 / 5,
  'two-fifths': 2 / 5,
  'three-fifths': 3 / 5,
  'four-fifths': 4 / 5,
  'a tenth': 1 / 10,
  'nine-tenths': 9 / 10,
};

/** What a reader may conclude: the least and the most that the share can be. */
function readShare(words: string): readonly [number, number] {
  const tiny = 1e-9;
  if (words === 'none') return [0, 0];
  if (words === 'all') return [1, 1];
  if (words === 'almost all') return [0.95, 1 - tiny];
  if (words === 'less than 1%') return [tiny, 0.005];
  const percent = /^(\d+)%$/.exec(words);
  if (percent) return [(Number(percent[1]) - 0.5) / 100 - tiny, (Number(percent[1]) + 0.5) / 100 + tiny];
  const [, hedge, name = ''] = /^(almost |just over )?(.*)$/.exec(words) ?? [];
  const stated = PARTS[name] ?? NaN;
  if (hedge === 'almost ') return [stated * 0.95 - tiny, stated - tiny];
  return hedge === 'just over ' ? [stated + tiny, stated * 1.05 + tiny] : [stated - tiny, stated + tiny];
}

function readPart(words: string): readonly [number, number] {
  const numbers = (words.match(/\d+/g) ?? []).map(Number);
  const total = numbers.at(-1) ?? NaN;
  if (words.startsWith('all but ')) return [total - (numbers[0] ?? NaN), total];
  if (words.startsWith('all ')) return [total, total];
  return words.startsWith('none ') ? [0, total] : [numbers[0] ?? NaN, total];
}
