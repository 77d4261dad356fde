import { expect, it } from 'vitest';
import { figuresRecord } from '../../src/build/figures-record.js';
import type { Publication } from '../../src/model/publication.js';
import { answersOf, BRIEF, fill, X, type Data } from '../fill/fill-input.js';

const DATA: Data = { q: [{ n: 7, m: 1234 }] };

/** The record of a text that is published on X and as a brief, and what it says of each figure. */
function recorded(text: string, frontMatter: string): unknown[] {
  const stories = [X, BRIEF].map((target) => fill(text, DATA, { target, frontMatter }).story);
  const { draft } = fill(text, DATA, { frontMatter });
  const publication: Publication = {
    ...{
      draft,
      stories,
      threads: [],
      kit: undefined,
      brief: undefined,
      card: undefined,
      report: undefined,
      pictures: [],
      tables: [],
      images: new Map(),
    },
    ...{ browser: undefined, answers: answersOf(DATA) },
  };
  const { figures } = figuresRecord(publication, { draft: 'draft.md', tool: 'Threadwright' }) as {
    figures: Record<string, unknown>[];
  };
  return figures.map(({ expression, kind, outputs, text: words, texts }) => [expression, kind, outputs, words, texts]);
}

it('a figure whose words differ has them by target, any other has them once', () => {
  expect(recorded('It was {{q.n}} of {{q.m}}.', 'for: {brief: {numbers: {words_to: 0}}}')).toEqual([
    ['q.n', 'figure', ['x', 'brief'], 'seven', { x: 'seven', brief: '7' }],
    ['q.m', 'figure', ['x', 'brief'], '1,234', undefined],
  ]);
});

it('a table is on record in the outputs that show it', () => {
  const text = 'A\n\n{{#only "brief"}}\n![a](table:q)\n{{/only}}\n\n```table q\n```';
  expect(recorded(text, '')).toEqual([['table:q', 'table', ['brief'], '1 row', undefined]]);
});
