import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { formatKeyTable } from '../../src/parse/format-key-table.js';
import { KEYS } from '../../src/parse/front-matter-keys.js';

describe('formatKeyTable', () => {
  it('is one Markdown table with a row for each key', () => {
    const root = unified().use(remarkParse).use(remarkGfm).parse(formatKeyTable());
    const [table, ...more] = root.children;
    expect(more).toEqual([]);
    if (table?.type !== 'table') throw new Error('not a table');
    expect(table.children).toHaveLength(KEYS.length + 1);
    expect(new Set(table.children.map((row) => row.children.length))).toEqual(new Set([5]));
  });

  it('says what a key is and where it may stand', () => {
    const lines = formatKeyTable().split('\n');
    expect(lines).toContain(
      '| `date` | day | required | Publication day; relative words count from here | `date: 2021-09-24` |',
    );
    expect(lines.find((line) => line.startsWith('| `data.NAME.covers` (project too) |'))).toBeDefined();
    expect(lines.find((line) => line.startsWith('| `key_figures.label` |'))).toBeDefined();
  });
});
