import { expect, test } from 'vitest';
import type { StoryTable } from '../../src/model/story.js';
import { isWide } from '../../src/render/page/is-wide.js';

function table(columns: number, cell: string, align: 'left' | 'right'): StoryTable {
  const texts = Array.from({ length: columns }, () => cell);
  return {
    name: 't',
    figure: 't',
    columns: texts.map(() => ({ label: [{ type: 'text', value: 'A' }], align })),
    rows: [texts.map((text) => ({ text, machine: undefined }))],
    total: undefined,
    notes: [],
    landscape: undefined,
  };
}

test.each<[columns: number, cell: string, align: 'left' | 'right', wide: boolean]>([
  [3, 'words that wrap where they have to, however many there are of them', 'left', false],
  [8, '1,234,567', 'right', true],
  [7, '1,234,567', 'right', false],
  [8, 'Scalloway and Lerwick', 'left', true],
  [6, 'Scalloway and Lerwick', 'left', false],
])('%i columns of %j, %s: wide is %s', (columns, cell, align, wide) => {
  expect(isWide(table(columns, cell, align))).toBe(wide);
});
