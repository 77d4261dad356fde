import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Answers } from '../../src/model/answers.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import type { ClaimNode, Draft, FigureNode, FrontMatter, MediaNode, Template } from '../../src/model/draft.js';
import type { PageParts, Templates } from '../../src/model/page.js';
import type { Picture } from '../../src/model/picture.js';
import type { Figure, Story, StoryMedia } from '../../src/model/story.js';
import { DEFAULT_STYLE } from '../../src/model/style.js';
import type { Target } from '../../src/model/target.js';

export const SPAN = { start: 0, end: 1 };

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function figure(id: string, value: string, machine?: FigureNode['machine']): FigureNode {
  return {
    type: 'figure',
    id,
    text: value,
    origin: 'phrase',
    machine: machine ?? { kind: 'words', value },
    span: SPAN,
  };
}

export function number(id: string, value: string, machine: string): FigureNode {
  return figure(id, value, { kind: 'number', value: machine });
}

export function claim(words: string): ClaimNode {
  const claimed = { kind: 'ack' as const, reason: 'a name' };
  return {
    type: 'claim',
    claim: claimed,
    source: 'ack "a name"',
    children: [text(words)],
    id: 'check-ack-a-name',
    wordsSpan: SPAN,
    span: SPAN,
  };
}

function template(value = ''): Template {
  return { children: value === '' ? [] : [text(value)], span: SPAN };
}

export function media(kind: MediaNode['kind'], name: string): MediaNode {
  return { type: 'media', kind, name, nameSpan: SPAN, alt: template(), caption: undefined, span: SPAN };
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** The Markdown of a body, without the tool's own additions. */
export function markdown(source: string): RootContent[] {
  return unified().use(remarkParse).use(remarkGfm).parse(source).children;
}

let templates: Templates | undefined;

export function readTemplates(): Templates {
  if (templates) return templates;
  const root = join(import.meta.dirname, '..', '..', 'templates');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  templates = new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
  return templates;
}

const require = createRequire(import.meta.url);
const FACES = [
  ['Threadwright Serif', 400, 'normal', 'source-serif/WOFF2/TTF/SourceSerif4-Regular.ttf.woff2'],
  ['Threadwright Serif', 400, 'italic', 'source-serif/WOFF2/TTF/SourceSerif4-It.ttf.woff2'],
  ['Threadwright Serif', 700, 'normal', 'source-serif/WOFF2/TTF/SourceSerif4-Bold.ttf.woff2'],
  ['Threadwright Sans', 400, 'normal', 'source-sans/WOFF2/TTF/SourceSans3-Regular.ttf.woff2'],
  ['Threadwright Sans', 600, 'normal', 'source-sans/WOFF2/TTF/SourceSans3-Semibold.ttf.woff2'],
] as const;

/** The bundled fonts, whole. */
export function fontFaces(): Promise<string> {
  const rules = FACES.map(([family, weight, style, file]) => {
    const data = readFileSync(require.resolve(file)).toString('base64');
    const source = `url(data:font/woff2;base64,${data}) format('woff2')`;
    return `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:${source}}`;
  });
  return Promise.resolve(rules.join('\n'));
}

function frontMatter(changes: Partial<FrontMatter> = {}): FrontMatter {
  return {
    title: template('x'),
    kicker: undefined,
    standfirst: undefined,
    description: undefined,
    keywords: [],
    keyFigures: [],
    date: '2026-09-24',
    asOf: '2026-09-23',
    lang: DEFAULTS.lang,
    authors: ['Field desk'],
    data: [],
    imports: [],
    outputs: DEFAULTS.outputs,
    platforms: DEFAULTS.platforms,
    instanceFile: undefined,
    numbering: DEFAULTS.numbering,
    split: DEFAULTS.split,
    breaks: 'keep',
    paper: 'a4',
    status: undefined,
    corrections: [],
    contentWarning: undefined,
    sensitive: false,
    showQueries: true,
    cover: false,
    attach: undefined,
    tagFirstMention: [],
    images: new Map(),
    baseUrl: undefined,
    lints: new Map(),
    styles: {
      x: DEFAULT_STYLE,
      bluesky: DEFAULT_STYLE,
      mastodon: DEFAULT_STYLE,
      threads: DEFAULT_STYLE,
      linkedin: DEFAULT_STYLE,
      brief: DEFAULT_STYLE,
      report: DEFAULT_STYLE,
    },
    ...changes,
  };
}

export function draft(changes: Partial<FrontMatter> = {}): Draft {
  const source = { path: 'content/weekly.md', text: '' };
  return {
    source,
    slug: 'weekly',
    frontMatter: frontMatter(changes),
    body: [],
    queries: [],
    charts: [],
    tables: [],
    instance: undefined,
  };
}

/** A story of a body and a title. */
export function story(body: RootContent[], changes: Partial<Story> = {}): Story {
  return {
    target: { kind: 'brief' },
    title: [text('A title')],
    kicker: undefined,
    standfirst: undefined,
    description: undefined,
    keyFigures: [],
    posts: [],
    body,
    media: [],
    chartTexts: new Map(),
    tables: new Map(),
    figures: [],
    ...changes,
  };
}

export function answers(changes: Partial<Answers> = {}): Answers {
  return { tables: new Map(), failed: new Set(), queries: [], sources: [], engine: 'DuckDB v1.5.6', ...changes };
}

export function parts(changes: Partial<PageParts> = {}): PageParts {
  return {
    draft: draft(),
    answers: answers(),
    pictures: new Map(),
    images: new Map(),
    templates: readTemplates(),
    fontFaces: () => Promise.resolve(''),
    tool: 'Threadwright 0.1.0',
    ...changes,
  };
}

export function storyMedia(
  kind: StoryMedia['kind'],
  name: string,
  alt: string,
  caption?: PhrasingContent[],
): StoryMedia {
  return { kind, name, alt: [text(alt)], caption, number: 1, span: SPAN };
}

function record(id: string, words: string, expression: string, value: string): Figure {
  const [query = '', column] = (/[a-z]+\.[a-z]+/.exec(expression)?.[0] ?? '').split('.');
  const place = { file: 'content/weekly.md', line: 24, column: 4, endLine: 24, endColumn: 9 };
  const inputs = [{ query, row: 0, column, type: 'BIGINT', value }];
  return { id, kind: 'figure', expression, text: words, target: 'brief', place, post: undefined, inputs };
}

/** A drawing like the chart stage's. */
function drawing(name: string, values: readonly number[]): Picture {
  const most = Math.max(...values);
  const step = 660 / values.length;
  const bars = values.map((value, index) => {
    const height = Math.round((value / most) * 240);
    const x = Math.round(40 + index * step);
    return `<rect x="${x}" y="${340 - height}" width="${Math.round(step * 0.7)}" height="${height}" fill="var(--chart-accent,#00639c)"/>`;
  });
  const font = 'font-family="Threadwright Sans"';
  const lines = [100, 180, 260, 340].map(
    (y) => `<line x1="40" x2="700" y1="${y}" y2="${y}" stroke="var(--chart-grid,#e2e5e8)"/>`,
  );
  const inline = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="380" viewBox="0 0 720 380" role="img"><rect width="720" height="380" fill="var(--chart-background,#ffffff)"/><text x="0" y="26" ${font} font-weight="600" font-size="20" fill="var(--chart-ink,#17191c)">Operations claimed a day</text><text x="0" y="50" ${font} font-size="15" fill="var(--chart-muted,#5a6068)">September 2026, by date of the event</text>${lines.join('')}${bars.join('')}<text x="0" y="372" ${font} font-size="12" fill="var(--chart-muted,#5a6068)">Source: Field desk</text></svg>`;
  return {
    name,
    words: { title: 'Operations claimed a day', subtitle: 'September 2026', source: 'Field desk' },
    inline,
    paper: inline,
    narrow: inline,
    width: 720,
    height: 380,
    file: inline,
    dark: inline,
    png: new Uint8Array(),
    pixels: { width: 1520, height: 840 },
  };
}

/** A story as a desk would write it, with everything a page can hold. */
export function sampleStory(target: Target): Story {
  const before = markdown(`## What was claimed

The week of 17 September began quietly. [The desk’s method](https://example.org/a/very/long/path/that/goes/on/and/on/without/any/space/to/break/at?query=1&and=more) is public, and the count has a known weakness.[^late] Most of it was claimed under #ISKP.

[^late]: Claims are often published days later, so that the last days of any count are too low. See the note on *method*.
`);
  const middle = markdown(`## Where it happened

| Province | Operations | Killed | Share |
|---|---|---|---|
| Nangarhar | 21 | 44 | 48% |
| Kunar | 9 | 12 | 20% |
| Kabul | 7 | 19 | 16% |
| Other provinces | 7 | 5 | 16% |

Three things stand out:

1. the east carries most of it;
2. the capital is second by people killed;
3. nothing was claimed in the north.

> We count what is claimed, not what is confirmed. The two differ, and the difference is itself of interest.
`);
  const after = markdown(`## How to read this

### What is counted

An operation is one claim with a date and a place. \`UNION ALL\` joins the two lists that the desk keeps.

- Claims without a date are left out.
- Claims of the same event by two outlets count once.

A bare address wraps: https://example.org/archive/2026/09/24/another-long-address-with-many-parts/index.html
`);
  return {
    target,
    title: [number('n', 'seven operations', '7'), text(' in a day: the most since August')],
    kicker: [text('Weekly count')],
    standfirst: [
      text('What the group has claimed since '),
      figure('day', '30 August', { kind: 'date', value: '2026-08-30' }),
      text(', where, and how it compares with the months before.'),
    ],
    description: [text('Claims & counts, “week 38”')],
    keyFigures: [
      { value: [number('k1', '44', '44')], label: [text('operations claimed in seven days')] },
      { value: [number('k2', 'up 20%', '0.2')], label: [text('on the week before')] },
      { value: [number('k3', 'about 1,200', '1203')], label: [text('claims on record since January 2019')] },
    ],
    posts: [],
    body: [
      ...before,
      paragraph(
        text('On '),
        figure('day-2', '23 September', { kind: 'date', value: '2026-09-23' }),
        text(' the group claimed '),
        number('n-2', 'seven operations', '7'),
        text(', '),
        claim('its most in a single day on record'),
        text('.'),
      ),
      paragraph(media('chart', 'daily')),
      ...middle,
      paragraph(text('The longer view is steadier.'), { type: 'break' }, media('chart', 'monthly')),
      ...after,
    ],
    media: [
      {
        ...storyMedia('chart', 'daily', 'Bar chart: operations a day, seven on the last.', [text('Operations a day')]),
      },
      { ...storyMedia('chart', 'monthly', 'Bar chart: operations a month, level since May.'), number: 2 },
    ],
    chartTexts: new Map(),
    tables: new Map(),
    figures: [
      record('n', 'seven operations', 'count burst.n "operation"', '7'),
      record('n-2', 'seven operations', 'count burst.n "operation"', '7'),
      record('k1', '44', 'num week.total', '44'),
      record('k2', 'up 20%', 'change week.total week.before', '44'),
      record('day', '30 August', 'date gap.day', '2026-08-30'),
    ],
  };
}

/** What goes with {@link sampleStory}. */
export function sampleParts(changes: Partial<PageParts> = {}): PageParts {
  const sql = 'SELECT count(*) AS n, date AS day\nFROM events\nWHERE date = as_of() AND killed < 100\nGROUP BY date';
  const query = (name: string, reads: string[]): Answers['queries'][number] => {
    return { name, sql, sqlHash: 'ab'.repeat(32), reads, rows: 1 };
  };
  const source = {
    name: 'events',
    file: 'content/data/events.csv',
    bytes: 91_233,
    hash: '0123456789abcdef'.repeat(4),
    rows: 12_345,
    source: 'Field desk',
    licence: 'CC-BY-4.0',
    illustrative: true,
  };
  return parts({
    draft: draft({
      status: 'draft',
      contentWarning: 'Describes attacks on people',
      corrections: [{ date: '2026-09-25', text: 'An earlier version said six operations.' }],
    }),
    answers: answers({
      queries: [query('burst', ['events']), query('week', ['events']), query('gap', ['week'])],
      sources: [source],
    }),
    pictures: new Map([
      ['daily', drawing('daily', [2, 0, 1, 3, 2, 4, 7])],
      ['monthly', drawing('monthly', [31, 28, 35, 30, 33, 32, 34, 36, 44])],
    ]),
    fontFaces,
    ...changes,
  });
}
