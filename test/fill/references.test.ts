import { describe, expect, it } from 'vitest';
import { REFERENCES } from '../../src/figure/helpers.js';
import { BRIEF, fill, filled, problems, REPORT, words } from './fill-input.js';

const CHARTS = '\n\n```vega-lite daily\nmark: bar\n```\n\n```vega-lite monthly\nmark: bar\n```\n';
const SHOWN = `![a](chart:daily)\n\n---\n\n![b](chart:monthly)${CHARTS}`;

describe('{{ref}}', () => {
  it('is this graph in the post that carries it', () => {
    expect(filled(`Look at {{ref "daily"}}.\n\n${SHOWN}`)).toBe(
      'Look at this graph. | ![a](chart:daily) --- ![b](chart:monthly)',
    );
    expect(filled(`{{ref "daily"}} shows it.\n\n${SHOWN}`)).toContain('This graph shows it.');
    expect(filled(`So. “{{ref "daily"}}” shows it.\n\n${SHOWN}`)).toContain('“This graph” shows it.');
    expect(filled('See {{ref "a.png"}}: ![x](a.png)')).toBe('See this picture: ![x](file:a.png)');
  });

  it('is numbered in a page, wherever it stands', () => {
    const text = `See {{ref "monthly"}} and {{ref "daily"}}.\n\n- {{ref "monthly"}}\n\n${SHOWN}`;
    expect(filled(text, {}, { target: REPORT })).toMatch(/^See Figure 2 and Figure 1\. \| ul\(Figure 2\)/);
    expect(filled(text.replace('{{ref "monthly"}}', '![x](a.png)'), {}, { target: BRIEF })).toContain('and Figure 1');
  });

  it('stands in captions, alt texts and claims too', () => {
    const text = `[{{ref "daily"}}](check:ack)`.replace('check:ack', '<check:ack "x">');
    expect(
      filled(
        `${text} is up.\n\n![as in {{ref "daily"}}](chart:daily 'as {{ref "daily"}}')![b](chart:monthly)${CHARTS}`,
      ),
    ).toBe(
      '[This graph](check:ack "x") is up. | ![as in this graph](chart:daily \'as this graph\')![b](chart:monthly)',
    );
  });

  it('names numbered tables, which count for themselves', () => {
    const table = '| a |\n| - |\n| {{@date}} |';
    const text = `{{ref "ports"}}\n\n<!-- table: caption="A" -->\n${table}\n\n<!-- table: id=ports caption="Up to {{date @as_of}}, see {{ref "ports"}}" -->\n${table}\n\n![a](chart:daily)`;
    const { story } = fill(text + CHARTS, {}, { target: REPORT });
    expect(story.media.map(({ kind, name, number }) => `${kind} ${name} ${number}`)).toEqual([
      'table  1',
      'table ports 2',
      'chart daily 1',
    ]);
    expect(words(story.media[1]?.caption ?? [])).toBe('Up to 23 September, see Table 2');
    expect(words(story.body.slice(0, 1).flatMap((node) => (node.type === 'paragraph' ? node.children : [])))).toBe(
      'Table 2',
    );
  });

  it('counts a table in a loop anew each time', () => {
    const text = '{{#each q as |row|}}\n<!-- table: caption="{{row.n}}" -->\n| a |\n| - |\n| {{row.n}} |\n{{/each}}';
    const { story } = fill(text, { q: [{ n: 'x' }, { n: 'y' }] }, { target: REPORT });
    expect(story.media.map(({ caption, number }) => `${number} ${words(caption ?? [])}`)).toEqual(['1 x', '2 y']);
  });

  it('keeps the number of the first showing', () => {
    const { story } = fill(
      `![a](chart:daily)\n\n![b](chart:monthly)\n\n![c](chart:daily)\n\n![d](a.png)${CHARTS}`,
      {},
      { target: BRIEF },
    );
    expect(story.media.map(({ kind, name, number }) => `${kind} ${name} ${number}`)).toEqual([
      'chart daily 1',
      'chart monthly 2',
      'chart daily 1',
      'file a.png 1',
    ]);
  });

  it.each([
    [
      `A {{ref "daily"}}\n\n---\n\n${SHOWN}`,
      '1:9 reference-unknown: Unexpected reference to `daily`, this post carries nothing of this name',
    ],
    [
      `A {{ref "dialy"}}\n\n${SHOWN}`,
      '1:9 reference-unknown: Unexpected reference to `dialy`, this post carries nothing of this name',
    ],
    [
      `{{#only "brief"}}\n\n![a](chart:daily)\n\n{{/only}}\n\nA {{ref "daily"}}\n\n---\n\n![b](chart:monthly)${CHARTS}`,
      '7:9 reference-unknown: Unexpected reference to `daily`, this post carries nothing of this name',
    ],
  ])('%j is refused', (text, message) => {
    expect(problems(text)).toEqual([message]);
  });

  it('is refused where nothing is numbered', () => {
    const { messages } = fill(SHOWN, {}, { title: '\'See {{ref "daily"}}\'' });
    expect(messages.map(({ rule, place }) => [rule, place?.line, place?.column])).toEqual([['tag-place', 2, 13]]);
  });

  it('that nobody sees is not missed', () => {
    expect(filled(`A{{#only "brief"}} {{ref "nothing"}}{{/only}}`)).toBe('A');
  });
});

describe('an address', () => {
  const frontMatter = 'base_url: https://example.org/threads';

  it.each([
    ['[r](report:)', '[r](https://example.org/threads/draft/report.pdf)'],
    ['[b](brief:)', '[b](https://example.org/threads/draft/brief.html)'],
    ['[r](REPORT:)', '[r](https://example.org/threads/draft/report.pdf)'],
    ['[o](https://example.org/reports:)', '[o](https://example.org/reports:)'],
    ['[o](reporting.html)', '[o](reporting.html)'],
    ['[the {{"x"}}](report:)', '[the x](https://example.org/threads/draft/report.pdf)'],
    ['[r][x]\n\n[x]: report:', '[r](https://example.org/threads/draft/report.pdf)'],
  ])('%j becomes %j', (text, expected) => {
    expect(filled(text, {}, { frontMatter })).toBe(expected);
  });

  it.each([
    [
      'A [t](thread:)',
      frontMatter,
      '1:3 link-address: Unexpected `thread:`, the address of a thread is not known before it is posted',
    ],
    ['A [t](report:)', '', '0:3 link-address: Unexpected `report:`, its address is not known'],
    [
      'A [t](report:)',
      `${frontMatter}\noutputs: [thread]`,
      '2:3 link-address: Unexpected `report:`, this draft makes no report',
    ],
    ['A [t](report:other)', frontMatter, '1:3 link-address: Unexpected `other` after `report:`, expected nothing more'],
  ])('%j below %j is refused', (text, front, message) => {
    const lines = front === '' ? 0 : front.split('\n').length;
    expect(problems(text, {}, { frontMatter: front })).toEqual([message.replace(/^\d+/, String(1 + lines))]);
  });
});

describe('a chart’s words', () => {
  it('are filled by their path', () => {
    const text = `![a](chart:c)\n\n\`\`\`vega-lite c\ntitle: {text: 'Up to {{count q.n "attack"}}', subtitle: ['{{q.n}}', x]}\nmark: bar\n\`\`\``;
    const { story } = fill(text, { q: [{ n: 7 }] });
    expect(story.chartTexts.get('c')).toMatchObject([
      { path: ['title', 'text'], text: 'Up to seven attacks' },
      { path: ['title', 'subtitle', 0], text: 'Seven' },
    ]);
    expect(words(story.title)).toBe('A title');
  });
});

describe('{{post}}', () => {
  const THREAD = 'A\n\n---\n<!-- post: id=why -->\n\nB\n\n---\n\n';

  it('is the number of a post, wherever it stands', () => {
    expect(filled(`${THREAD}As {{post "why"}} says.`)).toMatch(/ --- As post 2 says\.$/);
    expect(filled(`See {{post "why"}}.\n\n---\n\n${THREAD}C`)).toMatch(/^See post 3\. --- /);
    expect(filled(`${THREAD}{{post "why"}} says so. [{{post "why"}}](<check:ack "x">)`)).toContain('Post 2 says so.');
  });

  it('follows the numbering of the thread', () => {
    const text = `${THREAD}As {{post "why"}} says.`;
    expect(filled(text, {}, { frontMatter: 'numbering: {style: "1/", start: 5}' })).toContain('As post 6 says');
    expect(filled(text, {}, { frontMatter: 'numbering: {style: "1/", first: false}' })).toContain('As post 2 says');
    const opening = '<!-- post: id=why -->\n\nA\n\n---\n\nAs {{post "why"}} says.';
    expect(filled(opening, {}, { frontMatter: 'numbering: {style: "1/", first: false}' })).toContain(
      'As the first post says',
    );
  });

  it('closes up with the posts that a condition leaves out', () => {
    const text = `{{#only "bluesky"}}\n\nFirst\n\n---\n\n{{/only}}\n\n${THREAD}As {{post "why"}} says.`;
    expect(filled(text)).toContain('As post 2 says');
    expect(filled(text, {}, { target: { kind: 'thread', platform: 'bluesky' } })).toContain('As post 3 says');
  });

  it('is this post in the post itself', () => {
    expect(filled('<!-- post: id=why -->\n\nAs {{post "why"}} says.')).toBe('As this post says.');
  });

  it('is on record with its words and its post', () => {
    const { story } = fill(`${THREAD}As {{post "why"}} says.`);
    expect(story.figures).toMatchObject([{ kind: 'reference', expression: 'post "why"', text: 'post 2', post: 3 }]);
  });

  it.each([
    ['{{post "wy"}}', 'reference-unknown: Unexpected reference to `wy`, no post of this thread has this id'],
    ['{{post why}}', 'helper-arguments: Unexpected arguments for `post`, expected the id of a post in quotes'],
    ['{{cap (post "why")}}', 'helper-arguments: Unexpected `post` inside another expression'],
  ])('%j is refused', (text, expected) => {
    expect(problems(THREAD + text)).toEqual([expect.stringContaining(expected)]);
  });

  it('is an error where all posts are one, but for the post itself', () => {
    const linkedin = { kind: 'thread', platform: 'linkedin' } as const;
    const why = `${THREAD}As {{post "why"}} says, or [{{post "why"}}](<check:ack "x">).`;
    const reason = 'tag-place: Unexpected `post "why"` on LinkedIn, where all posts are one';
    const note = (head: string): string[] =>
      fill(why, {}, { target: linkedin, frontMatter: head }).messages.map(({ note: said }) => said ?? '');
    expect(problems(why, {}, { target: linkedin })).toEqual([
      expect.stringContaining(reason),
      expect.stringContaining(reason),
    ]);
    expect(note('platforms: [x, threads, linkedin]')[0]).toBe(
      'Put the sentence into `{{#only "x" "threads"}}…{{/only}}`, or name the passage in words',
    );
    expect(note('platforms: [linkedin]')[0]).toBe('Name the passage in words');
    expect(filled('<!-- post: id=why -->\n\nAs {{post "why"}} says.', {}, { target: linkedin })).toBe(
      'As this post says.',
    );
    expect(filled(`${THREAD}C{{#only "x"}}, as {{post "why"}} says{{/only}}`, {}, { target: linkedin })).toMatch(/C$/);
  });

  it('is an error where a loop made many posts of it', () => {
    const text = `C {{post "each"}}\n\n{{#each two as |r|}}\n\n---\n\n<!-- post: id=each -->\n\nD\n\n{{/each}}`;
    expect(problems(text, { two: [{ n: 1 }, { n: 2 }] })).toEqual([
      expect.stringContaining('reference-unknown: Unexpected reference to `each`, 2 posts have this id'),
    ]);
  });

  it('is an error where there are no posts: in a page, in a title', () => {
    const text = `${THREAD}As {{post "why"}} says.`;
    expect(problems(text, {}, { target: BRIEF })).toEqual([
      expect.stringContaining('tag-place: Unexpected `post` in a brief, which has no posts'),
    ]);
    expect(
      filled(`${THREAD}{{#only "thread"}}As {{post "why"}} says.{{else}}So.{{/only}}`, {}, { target: REPORT }),
    ).toMatch(/So\.$/);
    expect(problems(`${THREAD}C`, {}, { title: `'{{post "why"}}'` })).toEqual([
      expect.stringContaining('tag-place: Unexpected `post` outside the text'),
    ]);
  });
});

describe('the examples of the guide', () => {
  const table = '<!-- table: id=harbours caption="A" -->\n| a |\n| - |\n| {{@date}} |';
  const examples = [...REFERENCES.values()].flatMap(({ name, examples: all }) => all.map((one) => ({ name, ...one })));

  it('are there for every reference', () => {
    expect(new Set(examples.map(({ name }) => name))).toEqual(new Set(REFERENCES.keys()));
  });

  it.each(examples)('{{$expression}} gives $gives', ({ expression, context, gives }) => {
    const shown = `See {{${expression}}}.\n\n![a](chart:daily)`;
    const thread = `A\n\n---\n<!-- post: id=here -->\n\n${shown}\n\n---\n<!-- post: id=method -->\n\nB${CHARTS}`;
    expect(filled(context ? `${shown}\n\n${table}${CHARTS}` : thread, {}, context ? { target: REPORT } : {})).toContain(
      `See ${gives}.`,
    );
  });
});
