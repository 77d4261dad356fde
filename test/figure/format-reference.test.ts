import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { formatReference } from '../../src/figure/format-reference.js';
import { HELPERS, REFERENCES } from '../../src/figure/helpers.js';

const reference = formatReference();

describe('formatReference', () => {
  it('has a heading for each helper, and a row for each of its examples', () => {
    const { children } = unified().use(remarkParse).use(remarkGfm).parse(reference);
    expect(children.filter(({ type }) => type === 'heading')).toHaveLength(HELPERS.size + REFERENCES.size);
    const rows = children.flatMap((node) => (node.type === 'table' ? node.children.slice(1) : []));
    expect(rows).toHaveLength(
      [...HELPERS.values(), ...REFERENCES.values()].flatMap(({ examples }) => [...examples]).length,
    );
    expect(new Set(rows.map((row) => row.children.length))).toEqual(new Set([2]));
  });

  it('shows how to call a helper, with what may be left out in brackets', () => {
    expect(reference).toContain(
      '`{{count n one [many] [none=] [unknown=] [atleast=] [two=] [few=] [gender=] [case=]}}`',
    );
    expect(reference).toContain('`{{and x …}}`');
  });

  it('says where an example gives other words', () => {
    expect(reference).toMatch(/\| `\{\{tag .*\(in the report\) \|/);
  });
});
