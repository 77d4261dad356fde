import { describe, expect, test } from 'vitest';
import { renderBrief } from '../../src/render/brief/render-brief.js';
import { claimRecords } from '../../src/render/page/claim-records.js';
import { judge } from '../check/judge.js';
import { answersOf, BRIEF, type Data } from '../fill/fill-input.js';
import { sampleParts, story } from './sample.js';

const DATA: Data = {
  total: [{ boats: 14, day: '2021-09-19' }],
  record: [{ ok: true, instead: 'its most since May', rank: 1, ties: 0 }],
};
const TEXT = `[Fourteen boats](<check:count total.boats "boat">), [more than thirteen](check:total.boats),
[its most](check:record), [above ten](<check:gt total.boats 10>), [19 September](check:total.day).

[9/11](<check:ack "a name">), [a thousand](<check:said "the harbour master">). Again [9/11](<check:ack "a name">)
and [its most](check:record).`;

function recordsOf(text: string): ReturnType<typeof claimRecords> {
  const [judged] = judge(text, DATA, { targets: [BRIEF], frontMatter: 'outputs: [brief]' }).stories;
  if (!judged) throw new Error('There is a story');
  return claimRecords(judged, answersOf(DATA));
}

describe('the claims on record', () => {
  test('have their words, what was asked and what the data says, once with all their lines', () => {
    const { checked } = recordsOf(TEXT);
    expect(
      checked.map(({ text, step, found, lines }) => [
        text,
        step.expression,
        step.inputs.map(({ name, value }) => `${name} = ${value}`).join('; '),
        found,
        lines,
      ]),
    ).toEqual([
      ['Fourteen boats', 'count total.boats "boat"', 'total.boats = 14', '14 boats', '7'],
      ['more than thirteen', '', 'total.boats = 14', '', '7'],
      ['its most', 'record', 'record.rank = 1; record.ties = 0', 'true', '8, 11'],
      ['above ten', 'gt total.boats 10', 'total.boats = 14', 'true', '8'],
      ['19 September', '', 'total.day = 2021-09-19', '', '8'],
    ]);
  });

  test('keep what nobody checked apart, with its reason', () => {
    const { acknowledged, said } = recordsOf(TEXT);
    expect(acknowledged).toMatchObject([{ text: '9/11', reason: 'a name', lines: '10' }]);
    expect(said).toMatchObject([{ text: 'a thousand', reason: 'the harbour master', lines: '10' }]);
  });

  test('stand in “How we know”, and their words are plain words of the text', async () => {
    const { stories } = judge(TEXT, DATA, { targets: [BRIEF], frontMatter: 'outputs: [brief]' });
    const [judged] = stories;
    if (!judged) throw new Error('There is a story');
    const parts = { ...sampleParts(), fontFaces: () => Promise.resolve('') };
    const { html } = (await renderBrief(judged, parts)).value;
    expect(html).toContain('<span data-check="check-record">its most</span>');
    expect(html).toMatch(/Claims in this text <span class="count">5<\/span>/);
    expect(html).toContain('<p class="step">The data says: 14 boats</p>');
    expect(html).toMatch(/Needs no data[\s\S]*never counted as checked[\s\S]*a name[\s\S]*Said by others/);
    expect(html).not.toMatch(/href="check:/);
  });

  test('have expectations that held beside the queries', async () => {
    const parts = sampleParts();
    const query = { name: 'late', sql: 'SELECT 1', sqlHash: '', reads: [], rows: 0, expectation: 'passed' as const };
    const { html } = (
      await renderBrief(story([]), {
        ...parts,
        fontFaces: () => Promise.resolve(''),
        answers: { ...parts.answers, queries: [query] },
      })
    ).value;
    expect(html).toMatch(/<h3>late<\/h3>\s*<p class="detail"><span>checked: there is no such row<\/span>/);
  });
});
