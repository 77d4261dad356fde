import { describe, expect, it } from 'vitest';
import { answersOf, BRIEF, draftOf, fill, type Data, type Plain } from './fill-input.js';
import { HELPERS } from '../../src/figure/helpers.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Value } from '../../src/model/value.js';

const DATA: Data = {
  q: [{ n: 7, day: '2021-09-19', place: 'x', nothing: null }],
  many: [
    { name: 'a', tags: ['t', 'u'] },
    { name: 'b', tags: [] },
  ],
};

/** They choose among words and print none. */
const CONDITIONS = new Set(['gt', 'lt', 'gte', 'lte', 'eq', 'not', 'and', 'or']);

function plain(value: Value | undefined): Plain {
  if (value === undefined) return null;
  if (value.kind === 'list') return value.items.map(plain);
  return 'value' in value ? value.value : null;
}

/** The figures of a text by id and words. */
function figures(text: string, data = DATA): Record<string, string> {
  return Object.fromEntries(fill(text, data).story.figures.map(({ id, text: shown }) => [id, shown]));
}

describe('a figure', () => {
  it('has an id made of its expression', () => {
    expect(figures('A {{q.n}} {{count q.n "attack"}} {{q.n}} [so](check:q.n) {{cap "été"}}')).toEqual({
      'q-n': 'seven',
      'count-q-n-attack': 'seven attacks',
      'q-n-2': 'seven',
      'check-q-n': 'so',
      'cap-ete': 'Été',
    });
  });

  it('has what its words were made of for a machine, also where they say no amount', () => {
    const values = (text: string): unknown =>
      fill(text, DATA).story.figures.map(({ machine }) => machine && `${machine.kind} ${machine.value}`);
    const text =
      '{{q.place}}, {{cap q.place}}, {{compare q.n 3 "up" "down"}}, {{compare q.n q.n "up" "down" "level"}}, {{tag "ISKP"}}';
    expect(values(text)).toEqual(['words x', 'words x', 'words 7', 'words ["7","7"]', 'words #ISKP']);
    expect(values('{{q.n}}, {{plural q.n "is" "are"}}, {{list many col="name"}}, {{date q.day}}')).toEqual([
      ...['number 7', 'words 7', 'words ["a","b"]', 'date 2021-09-19'],
    ]);
  });

  it.each(
    [...HELPERS.values()]
      .filter(({ name }) => !CONDITIONS.has(name))
      .map(({ name, examples }) => [name, examples] as const),
  )(
    'has it whatever %s makes of it, in prose, claims, loops, cells, headings, captions, the title and key figures',
    (name, [example]) => {
      const { args = [], pairs = {} } = example ?? {};
      const row = Object.fromEntries(args.map((arg, index) => [`c${index}`, plain(arg)]));
      // Words that a writer types stay words; what is an amount, a day or a list comes from data
      const words = args.map((arg, index) => (arg.kind === 'text' ? JSON.stringify(arg.value) : `q.c${index}`));
      const tag = `{{${[name, ...words, ...Object.entries(pairs).map(([key, value]) => `${key}=${JSON.stringify(plain(value))}`)].join(' ')}}}`;
      const text = [
        `So ${tag}, and [so ${tag}](check:ack "tried").`,
        `## So ${tag}`,
        `- {{#each many as |r|}}${tag} {{/each}}`,
        `| a | b |\n| - | - |\n| so | ${tag} |`,
        `![So ${tag}](a.png 'So ${tag}')`,
      ].join('\n\n');
      const frontMatter = `key_figures: [{value: ${JSON.stringify(tag)}, label: so}]`;
      const draft = draftOf(text, { ...DATA, q: [row] }, { title: JSON.stringify(`So ${tag}`), frontMatter });
      const { value, messages } = fillDraft(draft, answersOf({ ...DATA, q: [row] }), BRIEF);
      expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
      const figures = value.figures.filter(({ kind }) => kind === 'figure');
      expect(figures.length).toBeGreaterThanOrEqual(9);
      expect(figures.filter(({ machine }) => !machine?.value)).toEqual([]);
    },
  );

  it('keeps its id when something else is edited, moved or counted anew', () => {
    const before = figures('A {{q.n}}, {{q.place}}.\n\n---\n\nB {{count q.n "attack"}}.');
    const moved = figures('B {{count q.n "attack"}}.\n\n---\n\nMore.\n\n- x\n\n---\n\nA {{q.n}}, and {{q.place}}.');
    expect(moved).toEqual(before);
    const later = figures('A {{q.n}}, {{q.place}}.\n\n---\n\nB {{count q.n "attack"}}.', {
      ...DATA,
      q: [{ n: 9, place: 'y' }],
    });
    expect(Object.keys(later)).toEqual(Object.keys(before));
  });

  it('of a long expression has an id of its own, whatever stands before it', () => {
    const long = (what: string): string =>
      `{{count q.n "a rather long name of a thing" "rather long names of ${what}"}}`;
    const [first = '', second = ''] = Object.keys(figures(`A ${long('things')} ${long('cars')}`));
    expect(first).not.toBe(second);
    expect(Object.keys(figures(`A ${long('cars')}`))).toEqual([second]);
    expect(first.length).toBeLessThan(60);
  });

  it('in a loop has one id a round', () => {
    expect(
      Object.keys(figures('{{#each many as |r|}}{{r.name}}{{#each r.tags as |t|}}{{t}}{{/each}}{{/each}}')),
    ).toEqual(['r-name.0', 't.0.0', 't.0.1', 'r-name.1']);
  });

  it('in a title with escapes is not taken for another', () => {
    const draft = draftOf('Text', DATA, { title: '"a \\" {{q.n}}\\n\\n{{q.n}} {{q.place}}"' });
    const { value } = fillDraft(draft, answersOf(DATA), BRIEF);
    expect(value.figures.map(({ id }) => id)).toEqual(['q-n', 'q-n-2', 'q-place']);
  });

  it('records its place, its post and the cells it was made of', () => {
    const { story } = fill('A\n\n---\n\nB {{count q.n "attack"}} on {{q.day}}', DATA);
    expect(story.figures[0]).toEqual({
      id: 'count-q-n-attack',
      kind: 'figure',
      expression: 'count q.n "attack"',
      text: 'seven attacks',
      target: 'x',
      place: { file: 'draft.md', line: 10, column: 3, endLine: 10, endColumn: 25 },
      post: 2,
      machine: { kind: 'number', value: '7' },
      inputs: [{ query: 'q', row: 0, column: 'n', type: 'BIGINT', value: '7' }],
    });
    expect(story.figures[1]?.inputs).toEqual([
      { query: 'q', row: 0, column: 'day', type: 'DATE', value: '2021-09-19' },
    ]);
  });

  it.each([
    ['{{list many col="name"}}', [['many', undefined, undefined]]],
    [
      '{{times q.n q.n}}',
      [
        ['q', 0, 'n'],
        ['q', 0, 'n'],
      ],
    ],
    ['{{#each many as |r|}}{{r.name}}{{/each}}', [['many', 0, 'name']]],
    ['{{#each many as |r|}}{{#each r.tags as |t|}}{{t}}{{/each}}{{/each}}', [['many', 0, 'tags']]],
    ['{{#with q as |r|}}{{r.n}}{{/with}}', [['q', 0, 'n']]],
    ['{{#if q.n}}{{q.place}}{{/if}}', [['q', 0, 'place']]],
    ['{{"typed"}}', []],
  ])('%s was made of %j', (text, expected) => {
    const [figure] = fill(`A ${text}`, DATA).story.figures;
    expect(figure?.inputs.map(({ query, row, column }) => [query, row, column])).toEqual(expected);
  });

  it('that is a reference is on record with its words', () => {
    const { story } = fill('A {{ref "a.png"}} ![a](a.png)', DATA);
    expect(story.figures).toMatchObject([{ id: 'ref-a-png', kind: 'reference', text: 'this picture', post: 1 }]);
  });

  it('outside posts has no post, and in a page none has', () => {
    const { story } = fill('A {{q.n}}', DATA, { title: "'{{q.place}}'" });
    expect(story.figures.map(({ id, post }) => [id, post])).toEqual([
      ['q-place', undefined],
      ['q-n', 1],
    ]);
    expect(fill('A {{q.n}}', DATA, { target: BRIEF }).story.figures[0]?.post).toBeUndefined();
  });

  it('that a condition hides is not on record', () => {
    expect(figures('A{{#if q.nothing}} {{q.n}}{{/if}}')).toEqual({});
  });

  it('says what a machine reads, and where its words come from', () => {
    const { story } = fill('A {{q.n}} {{q.day}} {{q.place}} {{tag q.place}} {{"typed"}}', DATA);
    const [paragraph] = story.posts[0]?.children ?? [];
    const nodes = paragraph?.type === 'paragraph' ? paragraph.children.filter(({ type }) => type === 'figure') : [];
    expect(nodes).toMatchObject([
      { text: 'seven', origin: 'phrase', machine: { kind: 'number', value: '7' } },
      { text: '19 September', origin: 'phrase', machine: { kind: 'date', value: '2021-09-19' } },
      { text: 'x', origin: 'data', machine: { kind: 'words', value: 'x' } },
      { text: '#x', origin: 'tag' },
      { text: 'typed', origin: 'phrase' },
    ]);
  });
});
