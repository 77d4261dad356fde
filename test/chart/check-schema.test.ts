import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/chart/check-schema.js';
import type { Message } from '../../src/diagnostic/message.js';

const HEAD = 'Before\n\n```vega-lite daily\n';

/** What the schema says of a chart, each message after the words it stands at. */
async function check(text: string, said: readonly Message[] = []): Promise<string[]> {
  const source = { path: 'draft.md', text: `${HEAD}${text}\n\`\`\`\n` };
  const lineOffsets = text.split('\n').map((_, index, lines) => {
    const before = lines.slice(0, index).reduce((length, line) => length + line.length + 1, 0);
    return HEAD.length + before;
  });
  const span = { start: 0, end: source.text.length };
  const chart = { name: 'daily', nameSpan: span, spec: { text, lineOffsets }, texts: [], typed: [], span };
  const lines = source.text.split('\n');
  return (await checkSchema(chart, source, said)).map(({ place, reason, note }) => {
    const line = lines[(place?.line ?? 1) - 1] ?? '';
    const at = line.slice((place?.column ?? 1) - 1, (place?.endColumn ?? 1) - 1);
    return `${(place?.line ?? 0).toString()} ${at}: ${reason}${note === undefined ? '' : ` (${note})`}`;
  });
}

const MISTAKES: readonly [what: string, text: string, ...found: string[]][] = [
  [
    'a misspelt key of a channel',
    'mark: bar\nencoding:\n  y: {agregate: mean, field: n}',
    '6 agregate: Unexpected key `agregate`, expected `aggregate`',
  ],
  [
    'a misspelt key of an axis',
    'mark: bar\nencoding:\n  x: {field: day, axis: {titel: Day}}',
    '6 titel: Unexpected key `titel`, expected `title`',
  ],
  [
    'a misspelt key of a mark',
    'mark: {type: line, strokeWidht: 3}',
    '4 strokeWidht: Unexpected key `strokeWidht`, expected `strokeWidth`',
  ],
  [
    'a misspelt key of the configuration',
    'mark: bar\nconfig:\n  axiss: {grid: false}',
    '6 axiss: Unexpected key `axiss`, expected `axis`',
  ],
  ['a number for a list', 'mark: bar\nencoding:\n  x: {field: day, scale: {domain: 5}}', '6 5: Unexpected `5`'],
  ['a word for a number', 'mark: {type: bar, size: big}', '4 big: Unexpected `big`, expected a number'],
  [
    'an unknown word',
    'mark: bar\nencoding:\n  x: {field: day, axis: {orient: lft}}',
    '6 lft: Unexpected `lft` (Did you mean `left`?)',
  ],
  [
    'an unknown operation of a transform',
    'transform:\n- aggregate: [{op: summ, field: n, as: k}]\n  groupby: [day]\nmark: bar',
    '5 summ: Unexpected `summ` (Did you mean `sum`?)',
  ],
  [
    'a key that belongs beside',
    'facet: {field: place, columns: 2}\nspec: {mark: bar}',
    '4 columns: Unexpected key `columns`',
  ],
];

describe('the schema of Vega-Lite', () => {
  it.each(MISTAKES)('names %s once, at its place', async (_, text, expected) => {
    const found = await check(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it('names all mistakes at once', async () => {
    const found = await check(
      'mark: {type: line, strokeWidht: 3}\nencoding:\n  x: {feild: day}\n  y: {agregate: mean}',
    );
    expect(found.map((message) => message.split(':')[0]).sort()).toEqual(['4 strokeWidht', '6 feild', '7 agregate']);
  });

  it('lets pass what is our own: no data, the data of a query, a source, the writer’s configuration', async () => {
    expect(await check('mark: bar\nusermeta: {source: Field desk}\nconfig: {axis: {grid: false}}')).toEqual([]);
    expect(await check('$schema: https://vega.github.io/schema/vega-lite/v6.json\ndata: {name: q}\nmark: bar')).toEqual(
      [],
    );
    expect(await check('title: \'{{count daily.n "boat"}}\'\ndata: {name: q}\nmark: bar')).toEqual([]);
  });

  const drafts = ['test/fixture/charts', 'content'].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : [])),
  );
  it.each(drafts)('has nothing to say of charts that are drawn: %s', async (draft) => {
    for (const [, spec = ''] of readFileSync(draft, 'utf8').matchAll(/^```vega-lite [^\n]*\n(.*?)^```$/gms))
      expect(await check(spec)).toEqual([]);
  });

  it('reads through aliases', async () => {
    expect(
      await check(
        'mark: bar\nencoding:\n  x: &day {field: day, axis: {titel: Day}}\n  y: {field: n, type: quantitative}',
      ),
    ).toHaveLength(1);
  });
});
