import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSentences } from '../../src/check/read-sentences.js';
import { cutSentences } from '../../src/check/cut-sentences.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Variation } from '../../src/model/variation.js';
import { varyDraft } from '../../src/pipeline/vary-draft.js';
import { answersOf, BRIEF, draftOf, X, type Plain } from '../fill/fill-input.js';
import { PATIENT } from '../parse/runs.js';

const noData = {
  openEngine: () => Promise.reject(new Error('No query was run, so none can be asked again')),
  loadData: () => Promise.reject(new Error('There is no data')),
};

const row = fc.record({
  n: fc.constantFrom<Plain>(null, 0, 1, 7, 12, 0.5, 2021),
  name: fc.constantFrom<Plain>(null, 'Kunar', '', '<b>&'),
  day: fc.constantFrom<Plain>(null, '2021-09-19'),
  ok: fc.constantFrom<Plain>(null, true, false),
});
const data = fc.record({
  q: fc.array(row, { minLength: 1, maxLength: 3 }),
  r: fc.array(row, { minLength: 1, maxLength: 3 }),
});
const text = fc
  .array(
    fc.constantFrom(
      'In all {{count q.n "boat"}} came. ',
      '{{num r.n}} boats. ',
      '{{#if q.n}}Some came.{{else}}None came.{{/if}} ',
      '{{#each r as |x|}}{{x.name}}: {{x.n}}. {{/each}}',
      '[seven boats](<check:count q.n "boat">) ',
      '[so it is](check:r.ok) ',
      '\n\n- {{q.name}} on {{date q.day}}\n\n',
      '\n\n{{#if q}}\n\nA paragraph, {{num q.n}}.\n\n{{else}}\n\nAnother.\n\n{{/if}}\n\n',
      '\n\n{{#only "x"}}\n\nFor X, {{num r.0.n}}.\n\n{{/only}}\n\n',
      'Nothing computed. ',
      'Prof. Smith said it.\n',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

function vary(body: string, rows: Record<string, Record<string, Plain>[]>, limit = 2000): Promise<Variation> {
  const draft = draftOf(body, rows);
  return varyDraft({ draft, answers: answersOf(rows), targets: [X, BRIEF] }, noData, { limit, seconds: 300 });
}

describe('vary, whatever the text and the data,', PATIENT, () => {
  it('never throws, says the same twice, and says what is published now', async () => {
    await fc.assert(
      fc.asyncProperty(text, data, async (body, rows) => {
        const first = await vary(body, rows);
        expect(await vary(body, rows)).toEqual(first);
        const draft = draftOf(body, rows);
        const story = fillDraft(draft, answersOf(rows), X).value;
        const cuts = cutSentences(story, draft);
        const texts = [...readSentences(story, draft, cuts)].flatMap(([at, { text: words }]) =>
          cuts[at]?.follows === true ? [words] : [],
        );
        const said = first.sentences.map((sentence) => sentence.text);
        expect(said).toEqual(expect.arrayContaining(texts));
      }),
      { numRuns: 60 },
    );
  });

  it('tells each text of a sentence once, with all that gives it', async () => {
    await fc.assert(
      fc.asyncProperty(text, data, async (body, rows) => {
        for (const { variants } of (await vary(body, rows)).sentences) {
          const keys = variants.map(({ kind, text: words, reasons }) => JSON.stringify([kind, words, reasons]));
          expect(new Set(keys).size).toBe(keys.length);
          expect(variants.every(({ mutations }) => mutations.length > 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tries no more than it may, and tells how many it did not', async () => {
    await fc.assert(
      fc.asyncProperty(text, data, fc.integer({ min: 1, max: 12 }), async (body, rows, limit) => {
        const { tried, untried } = await vary(body, rows, limit);
        const whole = await vary(body, rows);
        expect(tried).toBeLessThanOrEqual(limit);
        expect(tried + untried).toBe(whole.tried);
      }),
      { numRuns: 20 },
    );
  });
});
