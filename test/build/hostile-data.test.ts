import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishDraft, type PublishDraftResult } from '../../src/build/publish-draft.js';
import type { ThreadPost } from '../../src/model/thread.js';
import { openPdf, pdfPages } from '../browser/read-pdf.js';
import { makeProject } from '../cli/project.js';

/** Values that would be something else if any output took them for more than text. */
const VALUES = [
  '**b**',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</data></p></body>',
  '" onmouseover="alert(1)',
  '{{q.n}}',
  '](check:q.n)',
  '&amp;',
  '---',
  'a | b',
  'one\ntwo',
  'javascript:alert(1)',
  '=HYPERLINK("x")',
  '`code`',
  '~~struck~~',
  '# head',
  '> quote',
  '\\*',
  '<!-- post: id=x -->',
  '[^1]',
];
/** Values that a platform would make live. */
const LIVE = ['#tag', '@user', 'https://evil.org/a', '[x](http://evil.org)', '![x](http://evil.org/x.png)', 'evil.org'];

/** A draft that shows every value wherever a value can stand. */
const PAGE = `---
title: '{{list vals col="name"}}'
kicker: '{{list vals col="name"}}'
standfirst: '{{list vals col="name"}}'
description: '{{list vals col="name"}}'
key_figures: [{value: '{{list vals col="name"}}', label: '{{list vals col="name"}}'}]
date: 2021-09-24
outputs: [brief, report]
data: {v: data/v.json}
---

## {{list vals col="name"}}

{{#each vals as |v|}}

{{v.name}} seen, [{{v.name}}](https://example.org/), **{{v.name}}** and [{{v.name}}](check:v.name)

- {{v.name}}

> {{v.name}}

{{/each}}

| a | b |
|---|---|
| {{list vals col="name"}} | x |

![{{list vals col="name"}}](chart:bars '{{list vals col="name"}}')

![x](table:vals '{{list vals col="name"}}')

\`\`\`table vals
note: '{{list vals col="name"}}'
\`\`\`

\`\`\`vega-lite bars
title: {text: '{{list vals col="name"}}', subtitle: '{{vals.0.name}}'}
data: {name: vals}
mark: bar
encoding: {y: {field: name, type: nominal}, x: {field: n, type: quantitative}}
\`\`\`

\`\`\`sql vals
SELECT n, name FROM v ORDER BY n
\`\`\`
`;
const THREAD = `---
title: A title
date: 2021-09-24
outputs: [thread]
numbering: none
data: {v: data/v.json}
lints: {sentence-digit: off}
---

{{#each vals as |v|}}

{{v.name}} seen

![{{v.name}}](chart:bars)

---

{{/each}}

End

\`\`\`vega-lite bars
data: {name: vals}
mark: bar
encoding: {y: {field: name, type: nominal}, x: {field: n, type: quantitative}}
\`\`\`

\`\`\`sql vals
SELECT n, name FROM v ORDER BY n
\`\`\`
`;

async function publish(text: string, values: readonly string[]): Promise<PublishDraftResult> {
  const rows = values.map((name, n) => ({ n: n + 1, name }));
  await using project = await makeProject({ 'data/v.json': JSON.stringify(rows) });
  return await publishDraft({ draft: 'notes.md', text, cwd: project.folder });
}

function file({ files }: PublishDraftResult, name: string): Uint8Array {
  const found = files.find(({ path }) => path === name);
  if (!found) throw new Error(`There is no ${name} among ${files.map(({ path }) => path).join(', ')}`);
  return found.bytes;
}

function text(result: PublishDraftResult, name: string): string {
  return new TextDecoder().decode(file(result, name));
}

/** A page as a browser's parser reads it. */
function parse(html: string): Root {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;
}

function elements(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elements)] : own;
}

function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

function outsideDrawings(root: Nodes): Element[] {
  if (root.type === 'element' && root.tagName === 'svg') return [];
  const own = root.type === 'element' ? [root] : [];
  return 'children' in root ? [...own, ...root.children.flatMap(outsideDrawings)] : own;
}

/** A line break inside a value is a space. */
const inLine = (value: string): string => value.replaceAll('\n', ' ');

describe('data that looks like markup', { timeout: 120_000 }, () => {
  let page: PublishDraftResult;
  let plain: PublishDraftResult;
  let thread: PublishDraftResult;
  const everything = [...VALUES, ...LIVE];

  beforeAll(async () => {
    page = await publish(PAGE, everything);
    plain = await publish(
      PAGE,
      everything.map((_, index) => `Plain value ${index}`),
    );
    thread = await publish(THREAD, VALUES);
  }, 240_000);

  test('stops nothing', () => {
    for (const { messages } of [page, plain, thread])
      expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('makes no element, no attribute and no link of a brief', () => {
    const shape = (result: PublishDraftResult): string[] =>
      outsideDrawings(parse(text(result, 'brief.html'))).map(({ tagName, properties }) =>
        [tagName, ...Object.keys(properties).sort(), properties['href'] ?? properties['src'] ?? ''].join(' '),
      );
    expect(shape(page)).toEqual(shape(plain));
    const drawn = elements(parse(text(page, 'brief.html'))).filter(({ tagName }) =>
      /^(?:script|img|iframe|foreignObject|object)$/.test(tagName),
    );
    expect(drawn).toEqual([]);
  });

  test('stands whole in a brief: its head, its text, its tables', () => {
    const root = parse(text(page, 'brief.html'));
    const shown = words(root).replace(/\s+/g, ' ');
    const [title] = elements(root).filter(({ tagName }) => tagName === 'title');
    const description = elements(root).find(({ properties }) => properties['name'] === 'description')?.properties[
      'content'
    ];
    for (const value of everything.map(inLine)) {
      expect(shown).toContain(`${value} seen, ${value}, ${value} and ${value}`);
      expect(title && words(title)).toContain(value);
      expect(description).toContain(value);
    }
  });

  test('stands whole in a report, its bookmarks and its properties, and links nowhere', async () => {
    const bytes = file(page, 'report.pdf');
    const printed = (await pdfPages(bytes)).join('').replace(/\s+/g, '');
    const pdf = await openPdf(bytes);
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Subject?: string } };
    for (const value of everything) {
      expect(printed).toContain(inLine(value).replace(/\s+/g, ''));
      expect(info.Title).toContain(inLine(value));
      expect(info.Subject).toContain(inLine(value));
    }
    const links = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number += 1)
      for (const { url } of (await (await pdf.getPage(number)).getAnnotations()) as { url?: string }[])
        if (url !== undefined) links.add(url);
    expect([...links]).toEqual(['https://example.org/']);
  });

  test('is a text of a chart', () => {
    const root = parse(text(page, 'charts/bars.svg'));
    const odd = elements(root).filter(({ tagName }) => /^(?:script|img|image|a|foreignObject|data)$/.test(tagName));
    expect(odd).toEqual([]);
    const labels = new Set(
      elements(root)
        .filter(({ tagName }) => tagName === 'text')
        .map((node) => words(node)),
    );
    for (const value of ['**b**', '<script>alert(1)</script>', '{{q.n}}', '&amp;', '#tag', '---'])
      expect([...labels]).toContain(value);
  });

  test('is plain words of a post and of its picture', () => {
    for (const platform of ['x', 'bluesky', 'mastodon'] as const) {
      const posts: readonly ThreadPost[] =
        thread.publication?.threads.find((one) => one.platform === platform)?.posts ?? [];
      expect(posts.slice(0, -1).map((post) => post.text)).toEqual(VALUES.map((value) => `${inLine(value)} seen`));
      expect(posts.flatMap(({ entities }) => entities)).toEqual([]);
      expect(posts.slice(0, -1).map(({ media }) => media[0]?.alt)).toEqual(VALUES.map(inLine));
    }
    expect(JSON.parse(text(thread, 'thread.json'))).toBeTruthy();
  });

  test.each(LIVE)('%s stops a thread, where it would be live', async (value) => {
    const { messages, files } = await publish(THREAD, [value]);
    expect(messages.map(({ rule }) => rule)).toContain('live-data');
    expect(files).toEqual([]);
  });

  test.each([
    ['an embedding that turns the words round', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['a control character', 'a\u0007b'],
  ])('%s is an error, in any output', async (_, value) => {
    for (const draft of [THREAD, PAGE]) {
      const { messages, files } = await publish(draft, [value]);
      expect(messages.map(({ rule }) => rule)).toContain('hidden-character');
      expect(files).toEqual([]);
    }
  });

  test('a space without width reorders nothing, and stays', async () => {
    const { publication } = await publish(THREAD, ['zero\u200Bwidth']);
    const posts = publication?.threads.flatMap((one) => one.posts.slice(0, 1)) ?? [];
    expect(posts.map((post) => [post.text, post.entities.length])).toEqual(
      posts.map(() => ['zero\u200Bwidth seen', 0]),
    );
    expect(posts).toHaveLength(3);
  });

  test('is on record as it is', () => {
    const { figures } = JSON.parse(text(page, 'figures.json')) as {
      figures: { text: string; inputs: { value: unknown }[] }[];
    };
    for (const value of everything) {
      expect(figures.some((one) => one.text === inLine(value) || one.text === value)).toBe(true);
      expect(figures.some(({ inputs }) => inputs.some((input) => input.value === value))).toBe(true);
    }
  });

  test('is never a formula: no table is written that a spreadsheet would open', () => {
    expect([...page.files, ...thread.files].filter(({ path }) => /\.(?:csv|tsv|xlsx?)$/.test(path))).toEqual([]);
  });
});
