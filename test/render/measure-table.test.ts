import type { Element, ElementContent, Properties } from 'hast';
import { describe, expect, test } from 'vitest';
import { measureTable } from '../../src/render/page/measure-table.js';
import { createSlot } from '../../src/render/page/slot.js';

describe('a table fits across a sheet', () => {
  test.each<[columns: number, words: string, properties: Properties, fits: boolean, fitsTurned: boolean]>([
    [3, 'words that wrap where they have to, however many there are of them', {}, true, true],
    // 8 × 8 letters and 7 gaps are 78, 9 × 8 and 8 are 88; the sheet has 84
    [8, '12345678', {}, true, true],
    [9, '12345678', {}, false, true],
    // 13 × 8 and 12 gaps are 128, 14 × 8 and 13 are 138; turned it has 134
    [13, '12345678', {}, false, true],
    [14, '12345678', {}, false, false],
    [6, 'Scalloway and Lerwick', {}, true, true],
    [8, 'Scalloway and Lerwick', {}, false, true],
    [8, 'well-meant', {}, true, true],
    [8, '12 345 678', {}, true, true],
    [8, '12\u00a0345\u00a0678', {}, false, true],
    [8, '12 345 678', { className: ['right'] }, false, true],
    [8, '12 345 678', { align: 'right' }, false, true],
  ])('%i columns of %j, %j: upright %s, turned %s', (columns, words, properties, fits, fitsTurned) => {
    const row = Array.from({ length: columns }, () => cell(words, properties));
    expect(measureTable(table([row]), false).fitsAcross).toBe(fits);
    expect(measureTable(table([row]), true).fitsAcross).toBe(fitsTurned);
  });

  test('with dates whole, as they are printed', () => {
    const dates = (columns: number): Element[] =>
      Array.from({ length: columns }, () =>
        element('td', [createSlot('time', { dateTime: '2026-09-24' }, [text('24 September 2026')])]),
      );
    expect(measureTable(table([dates(4)]), false).fitsAcross).toBe(true);
    expect(measureTable(table([dates(5)]), false).fitsAcross).toBe(false);
  });

  test('whatever the number of its rows, and without any', () => {
    expect(measureTable(table([]), false)).toEqual({ fitsAcross: true, fitsDown: true });
  });
});

describe('a row fits on a page', () => {
  // The column has 84 letters less two gaps and the others' five and three: 72 on each of 55 lines
  test.each([
    [72 * 55, true],
    [72 * 55 + 1, false],
  ])('with %i letters in a cell: %s', (letters, fits) => {
    const long = 'some '
      .repeat(letters)
      .slice(0, letters - 1)
      .concat('x');
    expect(measureTable(table([[cell('First'), cell(long), cell('100')]]), false).fitsDown).toBe(fits);
  });
});

function table(rows: readonly Element[][]): Element {
  return element('table', [
    element(
      'tbody',
      rows.map((row) => element('tr', row)),
    ),
  ]);
}

function cell(words: string, properties: Properties = {}): Element {
  return element('td', [text(words)], properties);
}

function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
