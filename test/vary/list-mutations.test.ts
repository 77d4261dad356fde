import { describe, expect, test } from 'vitest';
import { formatMutations } from '../../src/vary/format-mutations.js';
import { listMutations } from '../../src/vary/list-mutations.js';
import { answersOf, draftOf, type Data } from '../fill/fill-input.js';

function changes(text: string, data: Data): string {
  return formatMutations(listMutations(draftOf(text, data), answersOf(data)));
}

describe('what is changed of answers', () => {
  test('is each column that a tag reads, then the rows; not what nothing reads', () => {
    expect(changes('{{count q.n "boat"}}', { q: [{ n: 7, other: 3 }], r: [{ n: 7 }] })).toBe(
      'q.n 0, 1, 2, ×10, NULL; q no row',
    );
  });

  test('leaves out what changes nothing', () => {
    expect(changes('{{num q.n}}', { q: [{ n: 1 }] })).toBe('q.n 0, 2, ×10, NULL; q no row');
    expect(changes('{{num q.n}}', { q: [{ n: 0 }] })).toBe('q.n 1, 2, NULL; q no row');
  });

  test.each([
    ['a year', 'In {{q.last_year}}.', { last_year: 2021 }, 'q.last_year NULL; q no row'],
    ['a day', '{{date q.day}}', { day: '2021-09-19' }, 'q.day NULL; q no row'],
    ['a text', '{{q.name}}', { name: 'Kunar' }, 'q.name empty, NULL; q no row'],
    [
      'a text that is compared',
      '{{#if (eq q.name "Kabul")}}a{{/if}}',
      { name: 'Kunar' },
      'q.name empty, NULL, “Kabul”; q no row',
    ],
    ['a verdict', '[so](check:q)', { ok: true, n: 3 }, 'q.ok flipped, NULL; q no row'],
  ])('for %s', (_, text, row, expected) => {
    expect(changes(text, { q: [row] })).toBe(expected);
  });

  test('of rows in a loop is every column that a loop names', () => {
    const rows = {
      rows: [
        { name: 'Kunar', n: 3, x: 1 },
        { name: 'Kabul', n: 2, x: 1 },
      ],
      ordered: true,
    };
    expect(changes('{{#each q as |r|}}{{r.name}} {{num r.n}}{{/each}}', { q: rows })).toBe(
      'q.name empty, NULL; q.n 0, 1, 2, ×10, NULL; q no row, its first row only, a tie',
    );
  });

  test('is never the column that addresses the rows', () => {
    expect(changes('{{num q.Kunar.n}}', { q: { rows: [{ Kunar: 'Kunar', n: 3 }], key: 'Kunar' } })).toBe(
      'q.n 0, 1, 2, ×10, NULL; q no row',
    );
  });

  test('is a tie where a row says how many are its equals', () => {
    expect(changes('{{num q.n}}', { q: [{ n: 3, ties: 0, finding: 'record' }] })).toContain('q no row, a tie');
  });
});
