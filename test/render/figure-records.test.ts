import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Figure, Input } from '../../src/model/story.js';
import { figureRecords } from '../../src/render/page/figure-records.js';
import { answers, figure, paragraph, sampleParts, sampleStory, story, text } from './sample.js';

describe('the record of a page', () => {
  test('has words that came about in the same way once, with all their lines', () => {
    const records = recordsOf([
      known('Seven operations', 'count burst.n "operation"', [cell('burst', 0, 'n', '7')], 2),
      known('7', 'num burst.n', [cell('burst', 0, 'n', '7')], 3),
      known('seven operations', 'count burst.n "operation"', [cell('burst', 0, 'n', '7')], 4),
      known('seven operations', 'count burst.n "operation"', [cell('burst', 0, 'n', '7')], 5),
      known('seven operations', 'count burst.n "operation"', [cell('burst', 0, 'n', '7')], 6),
    ]);
    expect(records.map(({ text, lines }) => [text, lines])).toEqual([
      ['Seven operations', '2, 4–6'],
      ['7', '3'],
    ]);
  });

  test('names the cells, and not twice when the expression is one of them', () => {
    const [bare, times, whole] = recordsOf([
      known('eight', 'burst.n', [cell('burst', 0, 'n', '8')], 1),
      known('twice as many', 'times burst.n days.2.n', [cell('burst', 0, 'n', '8'), cell('days', 2, 'n', '4')], 1),
      known('A and B', 'list days col="day"', [cell('days', undefined, undefined, undefined)], 1),
    ]);
    expect(bare?.steps).toEqual([{ expression: '', inputs: [input('burst', 'burst.n', '8')], more: 0 }]);
    expect(times?.steps[0]?.inputs).toEqual([input('burst', 'burst.n', '8'), input('days', 'days.n, row 3', '4')]);
    expect(whole?.steps[0]?.inputs).toEqual([input('days', '5 rows of days', '')]);
  });

  test('has the rounds of a loop together, words that are the same in each of them once', () => {
    const round = (row: number, words: string, value: string): Figure =>
      known(words, 'count day.n "attack"', [cell('days', row, 'n', value)], 9);
    const names = (row: number): Figure => known('up from', 'compare day.n 1', [cell('days', row, 'n', '2')], 9);
    const records = recordsOf([round(0, 'five attacks', '5'), names(0), round(1, 'five attacks', '5'), names(1)]);
    expect(records.map(({ text }) => text)).toEqual(['five attacks', 'up from']);
    expect(records[0]?.steps[0]?.inputs).toEqual([input('days', 'days.n, rows 1, 2', '5, 5')]);
    const different = recordsOf([
      round(0, 'five attacks', '5'),
      round(1, 'an attack', '1'),
      round(2, 'an attack', '1'),
    ]);
    expect(different.map(({ text }) => text)).toEqual(['five attacks, an attack, an attack']);
  });

  test('has a record for each row where it opens at the words, with its own value first and the others after', () => {
    const round = (row: number, words: string): Figure =>
      known(words, `pct days.${row}.n`, [cell('days', row, 'n', String(row))], 9);
    const figures = [round(0, '47%'), round(1, '43%'), round(2, '36%'), round(0, '47%')];
    const records = recordsOf(figures, [], true);
    expect(records.map(({ text, others }) => [text, others])).toEqual([
      ['47%', '43%, 36%'],
      ['43%', '47%, 36%'],
      ['36%', '47%, 43%'],
    ]);
    expect(records[1]?.steps[0]?.inputs).toEqual([input('days', 'days.n, row 2', '1')]);
    expect(records[0]?.figures).toHaveLength(2);
    const many = recordsOf(
      Array.from({ length: 9 }, (_, row) => round(row, `${row}%`)),
      [],
      true,
    );
    expect(many.map(({ others }) => others).slice(7)).toEqual(Array(2).fill('0%, 1%, 2%, 3%, 4%, 5%, …'));
    expect(recordsOf(figures).map(({ text, others }) => [text, others])).toEqual([['47%, 43%, 36%', '']]);
  });

  test('has the cells of a table together, a column a step', () => {
    const cells = [0, 1, 2].flatMap((row) => [
      known(`Day ${row}`, `days.${row}.day`, [cell('days', row, 'day', `d${row}`)], 10 + row),
      known(String(row), `num days.${row}.n`, [cell('days', row, 'n', String(row))], 10 + row),
    ]);
    const total = known('3', 'num burst.n', [cell('burst', 0, 'n', '3')], 13);
    const after = known('Day 0', 'days.0.day', [cell('days', 0, 'day', 'd0')], 20);
    const table: RootContent = {
      type: 'table',
      children: [...cells, total].map(({ id, text: words }) => ({
        type: 'tableRow',
        children: [{ type: 'tableCell', children: [figure(id, words)] }],
      })),
    };
    const records = recordsOf([...cells, total, after], [paragraph(text('Before')), table]);
    expect(records.map(({ text: words, lines }) => [words, lines])).toEqual([
      ['6 table cells', '10–12'],
      ['3', '13'],
      ['Day 0', '20'],
    ]);
    expect(records[0]?.steps).toEqual([
      { expression: '', inputs: [input('days', 'days.day, rows 1–3', 'd0, d1, d2')], more: 0 },
      { expression: 'num days.0.n', inputs: [input('days', 'days.n, rows 1–3', '0, 1, 2')], more: 0 },
    ]);
  });

  test('cuts the digits of a floating-point number where they say nothing more, and no others', () => {
    const value = (type: string, digits: string): string | undefined =>
      recordsOf([known('x', 'pct burst.n', [{ ...cell('burst', 0, 'n', digits), type }], 1)])[0]?.steps[0]?.inputs[0]
        ?.value;
    expect(value('DOUBLE', '0.8421052631578947')).toBe('0.842105…');
    expect(value('DOUBLE', '0.8421053')).toBe('0.8421053');
    expect(value('DECIMAL(18,9)', '0.842105263')).toBe('0.842105263');
    expect(value('VARCHAR', '0.8421052631578947')).toBe('0.8421052631578947');
  });

  test('names the data files, through other queries', () => {
    const records = figureRecords(sampleStory({ kind: 'brief' }), sampleParts().answers);
    expect(records.find(({ text: words }) => words === '30 August')?.files).toEqual(['content/data/events.csv']);
  });
});

let ids = 0;

function known(words: string, expression: string, inputs: readonly Input[], line: number): Figure {
  const place = { file: 'x.md', line, column: 1, endLine: line, endColumn: 2 };
  return {
    id: `f${(ids += 1)}`,
    kind: 'figure',
    expression,
    text: words,
    target: 'brief',
    place,
    post: undefined,
    inputs,
  };
}

function cell(query: string, row: number | undefined, column: string | undefined, value: Input['value']): Input {
  return { query, row, column, type: 'BIGINT', value };
}

function input(query: string, name: string, value: string): { query: string; name: string; value: string } {
  return { query, name, value };
}

function recordsOf(
  figures: readonly Figure[],
  body: RootContent[] = [],
  rowsApart = false,
): ReturnType<typeof figureRecords> {
  const query = (name: string, rows: number) => ({ name, sql: '', sqlHash: '', reads: [], rows });
  return figureRecords(story(body, { figures }), answers({ queries: [query('burst', 1), query('days', 5)] }), {
    rowsApart,
  });
}
