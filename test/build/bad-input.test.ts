import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import type { Output } from '../../src/model/target.js';

/** What a newsroom has got wrong, in one folder; every case goes through the whole pipeline. */
interface Case {
  readonly files?: Record<string, string | Uint8Array>;
  readonly links?: Record<string, string>;
  readonly pipes?: readonly string[];
  /** The draft `content/a.md`. */
  readonly draft: string | Uint8Array;
  readonly only?: readonly Output[];
  /** Messages as `line:column rule`, errors only unless `warnings`. */
  readonly messages: readonly string[];
  /** Words that the messages have together. */
  readonly says?: readonly string[];
  readonly warnings?: boolean;
  /** The thread for X, where there is one. */
  readonly thread?: string;
}

const EVENTS = 'date,place,n\n2026-03-01,Northgate,3\n2026-03-02,Southgate,4\n2026-03-09,Northgate,5\n';
const HEAD = '---\ntitle: Notes\ndate: 2026-03-10\ndata: {events: {file: data/events.csv, dated_by: date}}\n---\n\n';
const fence = (name: string, sql: string): string => `\`\`\`sql ${name}\n${sql}\n\`\`\`\n\n`;
const TOTAL = fence('total', 'SELECT sum(n) AS boats FROM events');

async function build({ files = {}, links = {}, pipes = [], draft, only = ['thread', 'brief'] }: Case) {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-bad-'));
  try {
    const all = { 'content/data/events.csv': EVENTS, ...files, 'content/a.md': draft };
    for (const [path, content] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    for (const path of pipes) execFileSync('mkfifo', [join(folder, path)]);
    const { messages } = await buildDrafts({ drafts: [], cwd: folder, only });
    const out = await readdir(join(folder, 'out')).catch(() => []);
    const thread = await readFile(join(folder, 'out/a/thread.x.txt'), 'utf8').catch(() => undefined);
    const brief = await readFile(join(folder, 'out/a/brief.html'), 'utf8').catch(() => undefined);
    return { messages, out, thread, brief };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(cases: Record<string, Case>): void {
  test.each(Object.entries(cases))('%s', async (_, one) => {
    const { messages, out, thread } = await build(one);
    const shown = messages.filter(({ severity }) => severity === 'error' || one.warnings);
    expect(shown.map(({ place, rule }) => `${place?.line ?? 0}:${place?.column ?? 0} ${rule}`)).toEqual(one.messages);
    const words = messages.map(({ reason, note }) => `${reason}\n${note ?? ''}`).join('\n');
    for (const said of one.says ?? []) expect(words).toContain(said);
    if (one.thread !== undefined) expect(thread).toBe(one.thread);
    if (messages.some(({ severity }) => severity === 'error')) expect(out).toEqual([]);
  });
}

describe('a draft that is no draft', () => {
  run({
    empty: { draft: '', messages: ['1:1 draft-empty'], says: ['Start the file with'] },
    'white space only': { draft: '\n \n', messages: ['1:1 draft-empty'] },
    binary: { draft: Uint8Array.from([0x89, 0x50, 0, 1, 2, 3]), messages: ['1:1 file-unreadable'], says: ['UTF-8'] },
    'in Windows-1252': {
      draft: Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
      messages: ['1:1 file-unreadable'],
      says: ['Save the file as UTF-8'],
    },
    '5 MB long': {
      draft: `${HEAD}${'Words and words. '.repeat(300_000)}`,
      messages: ['1:1 draft-too-large'],
      says: ['5,100,'],
    },
    'without front matter': { draft: 'Boats came in.', messages: ['1:1 front-matter-missing'] },
    'with front matter that is never closed': { draft: '---\ntitle: Notes\n', messages: ['1:1 front-matter-syntax'] },
    'with broken YAML': {
      draft: '---\ntitle: "Notes\ndate: 2026-03-10\n---\n\nText\n',
      messages: ['2:8 front-matter-syntax'],
    },
    'with an unknown key': {
      draft: '---\ntitle: Notes\ndate: 2026-03-10\nauthor: Me\n---\n\nText\n',
      messages: ['4:1 front-matter-key'],
      says: ['Did you mean `authors`?'],
    },
    'with a tag that breaks the YAML': {
      draft: '---\ntitle: {{total.boats}}\ndate: 2026-03-10\n---\n\nText\n',
      messages: ['2:8 front-matter-syntax'],
      says: ['single quotes'],
    },
  });
});

describe('Windows', () => {
  run({
    'line ends and a byte order mark change nothing': {
      draft: `\ufeff${HEAD}${TOTAL}{{count total.boats "boat"}} came in.\n\n---\n\nThe end.\n`.replaceAll('\n', '\r\n'),
      messages: [],
      thread: '1. Twelve boats came in.\n---\n2. The end.\n',
    },
    'line ends keep places right': {
      draft:
        `${HEAD}${fence('total', 'SELECT sum(n) AS boats\nFROM events\nWHERE plaec = 1')}{{total.boats}} {{x.y}}\n`.replaceAll(
          '\n',
          '\r\n',
        ),
      messages: ['10:7 query-unknown-name', '13:19 name-unknown'],
    },
  });
});

describe('tags', () => {
  run({
    'unclosed, in a word, unknown': {
      draft: `${HEAD}${TOTAL}{{total.boats came in\n\n{{toatl.boats}} {{total.boat}} {{conut total.boats "boat"}}\n`,
      messages: ['11:1 tag-unclosed', '13:3 name-unknown', '13:25 column-unknown', '13:34 helper-unknown'],
      says: ['Did you mean `total`?', 'Did you mean `boats`?', 'Did you mean `count`?'],
    },
  });
});

describe('queries', () => {
  run({
    'a syntax error on the third line': {
      draft: `${HEAD}${fence('q', 'SELECT n\nFROM events\nWHER n > 1')}{{q.n}}\n`,
      messages: ['10:6 query-syntax'],
    },
    'an unknown table': {
      draft: `${HEAD}${fence('q', 'SELECT n FROM evnets')}{{q.n}}\n`,
      messages: ['8:15 query-unknown-name'],
      says: ['Did you mean `events`?'],
    },
    'two in a cycle': {
      draft: `${HEAD}${fence('a', 'SELECT n FROM b')}${fence('b', 'SELECT n FROM a')}Text\n`,
      messages: ['7:8 query-cycle', '11:8 query-cycle'],
      says: ['`a` → `b` → `a`'],
    },
    'ten million rows': {
      draft: `${HEAD}${fence('q', 'SELECT range AS n FROM range(10000000)')}{{list q col="n"}}\n`,
      messages: ['7:8 query-limit'],
      says: ['Aggregate in the query'],
    },
    'writing a file': {
      draft: `${HEAD}${fence('q', "COPY events TO 'x.csv'")}Text\n`,
      messages: ['8:1 query-forbidden'],
    },
    'reading a file': {
      draft: `${HEAD}${fence('q', "SELECT * FROM read_csv('/etc/passwd')")}Text\n`,
      messages: ['8:15 query-forbidden'],
    },
    'reading a file as a table': {
      draft: `${HEAD}${fence('q', "SELECT * FROM '/etc/passwd'")}Text\n`,
      messages: ['8:15 query-forbidden'],
    },
    'two statements': {
      draft: `${HEAD}${fence('q', 'SELECT 1 AS a; SELECT 2 AS b')}Text\n`,
      messages: ['8:16 query-forbidden'],
    },
    'the clock is the draft’s own': {
      draft: `${HEAD}${fence('q', 'SELECT today() AS day')}{{date q.day}}.\n`,
      messages: [],
      thread: '1. 10 March.\n',
    },
    chance: { draft: `${HEAD}${fence('q', 'SELECT random() AS x')}Text\n`, messages: ['8:8 query-forbidden'] },
    'poisoning the engine': {
      draft: `${HEAD}${fence('q', "SELECT * FROM enable_logging(storage := 'file')")}Text\n`,
      messages: ['8:15 query-forbidden'],
    },
  });
});

describe('data', () => {
  const data = (name: string, content: string | Uint8Array): Pick<Case, 'files' | 'draft'> => ({
    files: { [`content/data/${name}`]: content },
    draft: `---\ntitle: Notes\ndate: 2026-03-10\ndata: {t: data/${name}}\n---\n\n${fence('q', 'SELECT count(*) AS n FROM t')}{{q.n}}\n`,
  });
  run({
    'a ragged row': {
      ...data('r.csv', 'a,b\n1,2\n3\n'),
      messages: ['4:11 data-unreadable', '7:8 query-skipped'],
      says: ['3'],
    },
    'an empty file': { ...data('e.csv', ''), messages: ['4:11 data-unreadable', '7:8 query-skipped'] },
    'a missing file': {
      ...data('m.csv', ''),
      files: { 'content/data/n.csv': 'a\n1\n' },
      messages: ['4:11 data-missing', '7:8 query-skipped'],
    },
    'Windows-1252': {
      ...data('w.csv', Uint8Array.from(Buffer.from('a,b\ncaf\xe9,2\n', 'latin1'))),
      messages: ['4:11 data-unreadable', '7:8 query-skipped'],
      says: ['UTF-8'],
    },
    'a path out of the project': {
      draft:
        '---\ntitle: Notes\ndate: 2026-03-10\ndata: {t: ../../x.csv}\n---\n\nText\n\n```sql q\nSELECT 1 AS n\n```\n',
      messages: ['4:11 data-path'],
    },
    'a link out of the project': {
      links: { 'content/data/l.csv': '/etc/hostname' },
      draft: data('l.csv', '').draft,
      messages: ['4:11 data-path', '7:8 query-skipped'],
    },
    'a column named `a.b`': {
      files: { 'content/data/t.csv': 'a.b\n7\n' },
      draft: `---\ntitle: Notes\ndate: 2026-03-10\ndata: {t: data/t.csv}\n---\n\n${fence('q', 'SELECT "a.b" FROM t')}{{q.[a.b]}} boats, no year.\n`,
      messages: [],
      thread: '1. Seven boats, no year.\n',
    },
  });
});

describe('values that look like something else', () => {
  const values = ['<b>bold</b><script>alert(1)</script>', '*stars* _bars_ [a](b)', '=cmd()|calc'];
  const draft = (value: string): string => `${HEAD}${fence('q', `SELECT '${value}' AS v`)}Said: {{q.v}}.\n`;

  test.each(values)('%s stays text in every output', async (value) => {
    const { messages, thread, brief } = await build({ draft: draft(value), messages: [] });
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(thread).toBe(`1. Said: ${value}.\n`);
    expect(brief).not.toContain('<script>');
    expect(brief).toContain(value.replaceAll('<', '&#x3C;').replaceAll('>', '>').slice(0, 3));
    expect(brief).not.toContain('<b>bold');
  });

  run(
    Object.fromEntries(
      ['#tag', '@name', 'https://example.org/x', 'example.com'].map((value) => [
        `${value} would be live in a thread`,
        { draft: draft(value), messages: ['11:7 live-data'] },
      ]),
    ),
  );
});

describe('characters that nobody sees', () => {
  run({
    'in data, where they would turn the words around them': {
      draft: `${HEAD}${fence('q', "SELECT 'safe' || chr(8238) || 'gpj.exe' AS v, chr(27) || '[2J' AS w, chr(8294) AS x")}A {{q.v}} {{cap q.w}} {{list q.x}}.\n`,
      messages: ['11:5 hidden-character', '11:13 hidden-character', '11:25 hidden-character'],
      says: ['U+202E', "`replace(column, chr(8238), '')`", 'U+001B', 'U+2066'],
    },
    'in the draft, its SQL too': {
      draft: `${HEAD}${fence('q', "SELECT 'a\u202eb' AS v")}Text\u0007 and \u2066more\n`,
      messages: ['8:10 hidden-character', '11:5 hidden-character'],
      says: ['Delete it, or type the line anew'],
    },
    'that writing from right to left needs are none': {
      draft: `${HEAD}${fence('q', "SELECT 'می' || chr(8204) || 'خواهم' || chr(8207) AS v")}A\u200e {{q.v}} 👩\u200d🔬.\n`,
      messages: [],
      thread: '1. A\u200e می\u200cخواهم\u200f 👩\u200d🔬.\n',
    },
  });
});

describe('what would leave a hole', () => {
  run({
    'an image that does not exist': {
      files: { 'content/images/map.png': 'x' },
      draft: `${HEAD}![A map](images/mpa.png)\n`,
      messages: ['7:1 image-missing'],
      says: ['Did you mean `images/map.png`?'],
    },
    'an image that is none': {
      files: { 'content/images/map.png': 'x' },
      draft: `${HEAD}![A map](images/map.png)\n`,
      messages: ['7:1 image-missing'],
      says: ['expected a PNG'],
    },
    'data that is a pipe': {
      pipes: ['content/data/live.csv'],
      draft: `${HEAD.replace('events.csv', 'live.csv')}${TOTAL}Words.\n`,
      messages: ['4:23 data-unreadable', '7:8 query-skipped'],
      says: ['Unexpected pipe `data/live.csv`, expected a file'],
    },
    'data that is a pipe among files of a pattern': {
      pipes: ['content/data/live.csv'],
      draft: `${HEAD.replace('events.csv', "'*.csv'").replace("data/'*.csv'", "'data/*.csv'")}${TOTAL}Words.\n`,
      messages: ['4:23 data-unreadable', '7:8 query-skipped'],
      says: ['Unexpected pipe `data/live.csv`, expected a file'],
    },
    'an image that ends too soon': {
      files: { 'content/images/map.gif': 'GIF89a' },
      draft: `${HEAD}![A map](images/map.gif)\n`,
      messages: ['7:1 image-missing'],
      says: ['Unexpected end of the image `images/map.gif`, expected its width and height'],
    },
    'an image that is a pipe': {
      pipes: ['content/map.png'],
      draft: `${HEAD}![A map](map.png)\n`,
      messages: ['7:1 image-missing'],
      says: ['Unexpected pipe `map.png`, expected a file'],
    },
    'an image out of the project': {
      draft: `${HEAD}![A map](../../map.png)\n`,
      messages: ['7:1 image-missing'],
      says: ['inside the project'],
    },
    'a chart that does not exist': { draft: `${HEAD}![A chart](chart:daily)\n`, messages: ['7:12 chart-unknown'] },
    'a character that no bundled font has, in a report': {
      draft: `${HEAD}Boats 📊 came.\n`,
      only: ['report'],
      messages: ['7:7 font-missing'],
    },
    'the same in a brief is a warning': {
      draft: `${HEAD}Boats 📊 came.\n`,
      only: ['brief'],
      messages: ['7:7 font-fallback'],
      warnings: true,
    },
  });
});

describe('what is worth a warning', () => {
  run({
    'a picture without alt text': {
      draft: `${HEAD}${TOTAL}${fence('days', 'SELECT date AS day, n FROM events')}Text\n\n![](chart:days)\n\n\`\`\`vega-lite days\nmark: bar\nencoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative}}\n\`\`\`\n`,
      messages: ['17:1 alt-missing'],
      warnings: true,
    },
    'a chart that is never shown': {
      draft: `${HEAD}Text\n\n\`\`\`vega-lite days\nmark: bar\n\`\`\`\n`,
      messages: ['9:14 chart-unused'],
      warnings: true,
    },
    'a language without phrases of its own': {
      draft: HEAD.replace('title', 'lang: de\ntitle') + 'Text\n',
      messages: ['1:1 language-fallback'],
      warnings: true,
    },
    'an expectation that is not met': {
      draft: `${HEAD}\`\`\`sql none expect-none\nSELECT 1 AS n\n\`\`\`\n\nText\n`,
      messages: ['7:8 expectation-failed'],
    },
    'an expectation that a tag and a claim read': {
      draft: `${HEAD}\`\`\`sql none expect-none\nSELECT 1 AS n WHERE false\n\`\`\`\n\n{{#if none}}A{{/if}} [b](check:none)\n`,
      messages: ['11:7 expectation-read', '11:32 expectation-read'],
    },
  });
});

describe('what would be published by mistake', () => {
  const dates = (rows: string): Pick<Case, 'files' | 'draft'> => ({
    files: { 'content/data/d.csv': `day,v\n${rows}` },
    draft: `---\ntitle: Notes\ndate: 2026-06-10\ndata: {d: {file: data/d.csv, dated_by: day}}\n---\n\n${fence('q', 'SELECT count(*) AS n FROM d')}{{q.n}}\n`,
  });
  run({
    'a day with slashes, which could be two': {
      ...dates('03/04/2026,1\n04/05/2026,2\n'),
      messages: ['4:18 data-column', '7:8 query-skipped'],
    },
    'a tag inside SQL': {
      draft: `${HEAD}${TOTAL}${fence('q', "SELECT '{{total.boats}}' AS v")}Text\n`,
      messages: ['12:9 tag-place'],
      says: ['Read the other query as a table'],
    },
    'a fence whose language is nearly ours': {
      draft: `${HEAD}Text\n\n\`\`\`vegalite lines\nmark: bar\n\`\`\`\n\n\`\`\`sql: z\nSELECT 1 AS n\n\`\`\`\n`,
      messages: ['9:1 block-name', '13:1 block-name'],
      says: ['Did you mean ```vega-lite NAME?', 'Did you mean ```sql NAME?'],
    },
    'a tag in code': {
      draft: `${HEAD}${TOTAL}Code \`{{total.boats}}\` here.\n\n    {{total.boats}}\n`,
      messages: ['11:7 tag-in-code', '13:5 tag-in-code'],
      warnings: true,
    },
    'struck words in a thread': { draft: `${HEAD}~~Seven~~ eight boats.\n`, messages: ['7:1 thread-strikethrough'] },
    'a note that does not exist': { draft: `${HEAD}Text.[^2]\n`, messages: ['7:6 link-syntax'] },
    'a thread without a post': {
      draft: `${HEAD}${TOTAL}{{#if (gt total.boats 99)}}Many.{{/if}}\n`,
      messages: ['2:8 post-empty'],
      says: ['outputs: [brief, report]'],
    },
    'a thread whose one post has a tag that is not closed': {
      draft: `${HEAD}${TOTAL}{{count (}}\n`,
      messages: ['11:9 tag-syntax'],
    },
    'a macro misspelled': {
      draft: `${HEAD}${fence('q', "SELECT n FROM tw_recrod('total', as_of())")}Text\n`,
      messages: ['8:15 query-forbidden'],
      says: ['Did you mean `tw_record`?'],
    },
    'text in double quotes': {
      draft: `${HEAD}${fence('q', 'SELECT n FROM events WHERE place = "Old town"')}Text\n`,
      messages: ['8:36 query-unknown-name'],
      says: ["Text stands in single quotes: `'Old town'`"],
    },
    'data that no query reads is looked at all the same': {
      draft: HEAD.replace('events.csv', 'evnets.csv') + 'Text\n',
      messages: ['4:23 data-missing'],
    },
  });
});

test('a draft that is gone takes its outputs with it, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-gone-'));
  try {
    await mkdir(join(folder, 'content'), { recursive: true });
    const text = '---\ntitle: Notes\ndate: 2026-03-10\n---\n\nText\n';
    await writeFile(join(folder, 'content/old.md'), text);
    await writeFile(join(folder, 'content/other.md'), text);
    await buildDrafts({ drafts: [], cwd: folder, only: ['thread'] });
    await writeFile(join(folder, 'out/other/mine.txt'), 'mine');
    await rm(join(folder, 'content/old.md'));
    await buildDrafts({ drafts: ['content/other.md'], cwd: folder, only: ['thread'] });
    expect(await readdir(join(folder, 'out'))).toContain('old');
    await buildDrafts({ drafts: [], cwd: folder, only: ['thread'] });
    expect((await readdir(join(folder, 'out'))).sort()).toEqual(['.threadwright', 'index.html', 'other']);
    expect(await readFile(join(folder, 'out/index.html'), 'utf8')).not.toContain('old/');
    expect(await readdir(join(folder, 'out/other'))).toContain('mine.txt');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
