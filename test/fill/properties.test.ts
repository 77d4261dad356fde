import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../src/fill/check-references.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import { HELPERS, REFERENCES } from '../../src/figure/helpers.js';
import { dataText, number } from '../../src/figure/literals.js';
import type { Draft } from '../../src/model/draft.js';
import type { Story } from '../../src/model/story.js';
import type { Cell, Table } from '../../src/model/value.js';
import { parseFile } from '../parse/draft-input.js';
import { PATIENT, runs } from '../parse/runs.js';
import { BRIEF, REPORT, storyText, X } from './fill-input.js';

const NAMES = ['q', 'r', 'one'];
const COLUMNS = ['n', 'day', 'name', 'flag', 'tags', 'year'];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>({ kind: 'null' }, { kind: 'boolean', value: true }, { kind: 'date', value: '2021-09-19' }),
  fc.constantFrom('0', '1', '7', '12', '-3', '0.5', '2021', '9007199254740993', 'Infinity', 'NaN').map(number),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map(dataText),
  fc.constantFrom<Cell>({ kind: 'list', items: [] }, { kind: 'list', items: [number('1'), { kind: 'null' }] }),
);

const table = (query: string): fc.Arbitrary<Table> =>
  fc.record({
    query: fc.constant(query),
    columns: fc.constant(COLUMNS.map((name) => ({ name, type: 'ANY', logical: 'other' as const }))),
    rows: fc.array(fc.tuple(...COLUMNS.map(() => cell)), { maxLength: 3 }),
    key: fc.constantFrom(undefined, 'name'),
    ordered: fc.boolean(),
  });

const path = fc.constantFrom(
  'q',
  'q.n',
  'r.day',
  'q.0.n',
  'r.name',
  'q.tags',
  'q.year',
  'one',
  'x',
  'x.n',
  'x.tags',
  '@index',
  '@date',
  'q.A.n',
  'none.n',
);
const argument = fc.oneof(path, fc.constantFrom('"text"', '7', '0', 'true', 'null', '(gt q.n 5)', '(count q.n "x")'));
const pair = fc.constantFrom(
  'none="no x"',
  'none=error',
  'atleast=q.n',
  'col="name"',
  'max=1',
  'or=true',
  'tag=true',
  'digits=1',
  'as="much"',
  'bare=true',
  'nope=1',
);
const call = fc
  .tuple(
    fc.constantFrom(...HELPERS.keys(), ...REFERENCES.keys()),
    fc.array(argument, { maxLength: 4 }),
    fc.uniqueArray(pair, { maxLength: 2, selector: (text) => text.split('=')[0] }),
  )
  .map(([name, args, pairs]) => [name, ...args, ...pairs].join(' '))
  .filter((text) => text.includes(' '));
const output = fc.oneof(path, call).map((text) => `{{${text}}}`);
const inline = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3 },
    output,
    fc.constantFrom('word', '. ', ' ', '**b**', '“', '[a](<check:gt q.n 5>)', '![a {{q.n}}](a.png)'),
    fc.tuple(argument, tie('text'), tie('text')).map(([one, a, b]) => `{{#if ${one}}}${a}{{else}}${b}{{/if}}`),
    fc.tuple(argument, argument, tie('text')).map(([one, two, a]) => `{{#when ${one} ">" ${two}}}${a}{{/when}}`),
    fc.tuple(path, tie('text')).map(([one, a]) => `{{#each ${one} as |x|}}${a}{{@index}}{{else}}none{{/each}}`),
    fc.tuple(path, tie('text')).map(([one, a]) => `{{#with ${one} as |x|}}${a}{{/with}}`),
    fc.tuple(tie('text')).map(([a]) => `{{#only "x" "brief"}}${a}{{/only}}`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => a + b),
  ),
})).text;
const flow = fc
  .array(
    fc.oneof(
      inline,
      inline.map((text) => `- ${text}`),
      inline.map((text) => `> ${text}`),
      inline.map((text) => `## ${text}`),
      fc.constant('---'),
      fc.tuple(path, inline).map(([one, text]) => `{{#each ${one} as |x|}}\n\n- ${text}\n\n{{/each}}`),
      fc.tuple(argument, inline).map(([one, text]) => `{{#if ${one}}}\n\n${text}\n\n---\n\n${text}\n\n{{/if}}`),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join('\n\n'));

const answers = fc.record({
  tables: fc.tuple(...NAMES.map(table)).map((tables) => new Map(tables.map((one) => [one.query, one]))),
  failed: fc.constant(new Set<string>()),
  queries: fc.constant([]),
  sources: fc.constant([]),
  engine: fc.constant('none'),
});

function parse(text: string): Draft | undefined {
  const fences = NAMES.map((name) => `\n\n\`\`\`sql ${name}\nSELECT 1\n\`\`\``).join('');
  return parseFile(`---\ntitle: '{{q.n}}'\ndate: 2021-09-24\n---\n\n${text}${fences}\n`).draft;
}

describe('fillDraft, whatever the text and the data,', PATIENT, () => {
  it('gives messages at places of the file and never throws', () => {
    fc.assert(
      fc.property(flow, answers, (text, data) => {
        const draft = parse(text);
        if (!draft) return;
        const lines = draft.source.text.split('\n');
        const columns = new Map([...data.tables].map(([name, one]) => [name, one.columns]));
        const messages = checkReferences(draft, columns);
        for (const target of [X, BRIEF, REPORT]) messages.push(...fillDraft(draft, data, target).messages);
        for (const { place, reason, note } of messages) {
          expect(place?.line).toBeLessThanOrEqual(lines.length);
          expect(place?.column).toBeLessThanOrEqual((lines[(place?.line ?? 0) - 1] ?? '').length + 1);
          expect(`${reason}${note ?? ''}`).not.toMatch(/undefined|\[object/);
        }
      }),
      runs(400),
    );
  });

  it('gives the same twice, and changes neither draft nor answers', () => {
    fc.assert(
      fc.property(flow, answers, (text, data) => {
        const draft = parse(text);
        if (!draft) return;
        const before = JSON.stringify([draft, [...data.tables]]);
        const first = fillDraft(draft, data, X);
        expect(fillDraft(draft, data, X)).toEqual(first);
        expect(JSON.stringify([draft, [...data.tables]])).toBe(before);
      }),
      runs(150),
    );
  });

  it('prints nothing that is missing, and puts every figure on record once', () => {
    fc.assert(
      fc.property(flow, answers, (text, data) => {
        const draft = parse(text);
        if (!draft) return;
        for (const target of [X, BRIEF]) {
          const { value } = fillDraft(draft, data, target);
          expect(storyText(value)).not.toMatch(/\bnull\b|undefined|\bNaN\b|Infinity|\[object/);
          const ids = value.figures.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id, shown } of shownFigures(value))
            expect(value.figures.some((figure) => figure.id === id && figure.text === shown)).toBe(true);
        }
      }),
      runs(200),
    );
  });
});

/** Every figure that stands in a story. */
function shownFigures(story: Story): { id: string; shown: string }[] {
  const found: { id: string; shown: string }[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && value.type === 'figure' && 'id' in value && 'text' in value)
      found.push({ id: String(value.id), shown: String(value.text) });
    Object.values(value).forEach(look);
  };
  look([story.title, story.posts, story.body]);
  return found;
}
