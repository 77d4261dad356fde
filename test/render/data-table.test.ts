import { describe, expect, test } from 'vitest';
import type { StoryTable } from '../../src/model/story.js';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import { renderReport } from '../../src/render/report/render-report.js';
import { media, paragraph, parts, story, storyMedia, text } from './sample.js';

const PORTS: StoryTable = {
  name: 'ports',
  figure: 'table-ports',
  columns: [
    { label: [text('Harbour')], align: 'left' },
    { label: [text('Ships & <b>boats</b>')], align: 'right' },
  ],
  rows: [
    [
      { text: '<script>alert(1)</script> #tag @x [a](b) **c**', machine: undefined },
      { text: '1,046', machine: { kind: 'number', value: '1046' } },
    ],
    [
      { text: 'Sandwick', machine: undefined },
      { text: '–', machine: undefined },
    ],
  ],
  total: [
    { text: 'Total', machine: undefined },
    { text: 'at least 1,046', machine: undefined },
  ],
  notes: [[text('2 of 3 rows')], [text('Fishing boats are left out')]],
  landscape: undefined,
};

function storyOf(table: StoryTable, kind: 'brief' | 'report') {
  return story([paragraph(media('table', 'ports'))], {
    target: { kind },
    media: [storyMedia('table', 'ports', 'Ships', [text('Ships by harbour')])],
    tables: new Map([['ports', table]]),
  });
}

describe('a table of data on a page', () => {
  test('is a table with a number, a caption that names it, heads of columns and rows, a total and its notes', async () => {
    const { value, messages } = await renderBrief(storyOf(PORTS, 'brief'), parts());
    expect(messages).toEqual([]);
    for (const part of [
      '<p class="caption" id="figure-ports-caption"><span class="label">Table\u00a01.</span> Ships by harbour</p>',
      '<div class="table-scroll" role="region" aria-labelledby="figure-ports-caption" tabindex="0"><table>',
      '<thead><tr><th scope="col">Harbour</th><th scope="col" class="right">Ships &#x26; &#x3C;b>boats&#x3C;/b></th></tr></thead>',
      '<td class="right"><data value="1046" data-figure="table-ports">1,046</data></td>',
      '<tr><th scope="row">Sandwick</th><td class="right">–</td></tr></tbody>',
      '<tfoot><tr><th scope="row">Total</th><td class="right">at least 1,046</td></tr></tfoot>',
      '</table></div><p class="note">2 of 3\u00a0rows</p><p class="note">Fishing boats are left out</p></div>',
    ])
      expect(value.html).toContain(part);
  });

  test('keeps data that looks like markup as text', async () => {
    const { value } = await renderBrief(storyOf(PORTS, 'brief'), parts());
    expect(value.html).toContain('&#x3C;script>alert(1)&#x3C;/script> #tag @x [a](b) **c**');
  });

  test('has a sheet of its own in a report where it is too wide, or as the writer wants', async () => {
    const html = async (table: StoryTable): Promise<string> =>
      (await renderReport(storyOf(table, 'report'), parts())).value.html;
    const wide = { ...PORTS, rows: [PORTS.columns.map(() => ({ text: 'x'.repeat(60), machine: undefined }))] };
    expect(await html(PORTS)).toContain('<div class="table" id="figure-ports">');
    expect(await html({ ...PORTS, landscape: true })).toContain('<div class="table landscape" id="figure-ports">');
    expect(await html(wide)).toContain('<div class="table landscape" id="figure-ports">');
    expect(await html({ ...wide, landscape: false })).toContain('<div class="table" id="figure-ports">');
  });
});
