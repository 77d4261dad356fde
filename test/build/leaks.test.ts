import { readdir, readFile } from 'node:fs/promises';
import { homedir, hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf, pdfPages } from '../browser/read-pdf.js';
import { finish, makeProject, type Project } from '../cli/project.js';

/** Each stands in a place that no reader should see, so that a leak says where it came from. */
const SECRETS = {
  ENVIRONMENT: 'leak-environment',
  USER: 'leak-user',
  HOST: 'leak-host',
  CONFIG_COMMENT: 'leak-config-comment',
  DOTENV: 'leak-dotenv',
  GIT: 'leak-git',
  FRONT_MATTER_COMMENT: 'leak-front-matter-comment',
  HTML_COMMENT: 'leak-html-comment',
  INLINE_COMMENT: 'leak-inline-comment',
  TAG_COMMENT: 'leak-tag-comment',
  LONG_TAG_COMMENT: 'leak-long-tag-comment',
  POST_COMMENT: 'leak-markdown-reference',
  SQL_COMMENT: 'leak-sql-comment',
  SQL_BLOCK_COMMENT: 'leak-sql-block-comment',
  SQL_LITERAL: 'leak-sql-literal',
  IMPORTED_COMMENT: 'leak-imported-comment',
  CHART_COMMENT: 'leak-chart-comment',
  TABLE_COMMENT: 'leak-table-comment',
  DATA: 'leak-data-column',
  CHART_COLUMN: 'leak-chart-column',
  OTHER_FILE: 'leak-other-file',
  PICTURE: 'leak-picture-comment',
};

function draft(head = ''): string {
  return `---
title: Harbour notes
date: 2026-03-10 # ${SECRETS.FRONT_MATTER_COMMENT}
lang: en-GB
outputs: [thread, brief, report]
platforms: [x, bluesky, mastodon]
imports: [queries/more.sql]
data:
  events: {file: data/events.csv, dated_by: date, source: Harbour office}
lints: {unbound-figure: off}
${head}---

The harbour counted {{count total.boats "boat"}}, [more than five](<check:gt total.boats 5>), as [many](<check:ack "a word">)
say.<!-- ${SECRETS.INLINE_COMMENT} --> It closed {{num more.n}} times.{{! ${SECRETS.TAG_COMMENT} }}{{!-- ${SECRETS.LONG_TAG_COMMENT} --}}

<!-- ${SECRETS.HTML_COMMENT} -->

[//]: # (${SECRETS.POST_COMMENT})

![Boats a day](chart:daily 'Boats a day')

![A harbour](images/harbour.png)

{{#only "brief" "report"}}
![Boats by place](table:places 'Boats by place')
{{/only}}

\`\`\`sql total
-- ${SECRETS.SQL_COMMENT}
SELECT sum(n) AS boats /* ${SECRETS.SQL_BLOCK_COMMENT} */ FROM events
WHERE place <> '${SECRETS.SQL_LITERAL}'
\`\`\`

\`\`\`sql daily
SELECT date AS day, n, '${SECRETS.CHART_COLUMN}' AS unseen FROM events ORDER BY day
\`\`\`

\`\`\`sql places
SELECT place, sum(n) AS n, min(note) AS note FROM events GROUP BY place ORDER BY place
\`\`\`

\`\`\`vega-lite daily
# ${SECRETS.CHART_COMMENT}
mark: bar
encoding: {x: {field: day, type: temporal}, y: {field: n, type: quantitative}}
\`\`\`

\`\`\`table places
# ${SECRETS.TABLE_COMMENT}
columns: [place, n]
\`\`\`
`;
}

const FILES = {
  'threadwright.config.yaml': `# ${SECRETS.CONFIG_COMMENT}\nnumbering: '1.'\n`,
  '.env': `TOKEN=${SECRETS.DOTENV}\n`,
  '.git/config': `[user]\n\tname = ${SECRETS.GIT}\n`,
  'content/data/events.csv': `date,place,n,note\n2026-03-01,Northgate,3,${SECRETS.DATA}\n2026-03-09,Southgate,5,${SECRETS.DATA}\n`,
  'content/data/other.csv': `a\n${SECRETS.OTHER_FILE}\n`,
  'content/images/harbour.png': picture(SECRETS.PICTURE),
  'content/queries/more.sql': `-- ${SECRETS.IMPORTED_COMMENT}\n\n-- name: more\nSELECT count(*) AS n FROM events\n`,
};

/** A grey picture that says a word to whoever looks into the file. */
function picture(word: string): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const size = 40;
  const head = Buffer.from([0, 0, 0, size, 0, 0, 0, size, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Comment\0${word}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.alloc(size * (size + 1)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const ENVIRONMENT = {
  THREADWRIGHT_TEST_SECRET: SECRETS.ENVIRONMENT,
  AWS_SECRET_ACCESS_KEY: SECRETS.ENVIRONMENT,
  USER: SECRETS.USER,
  LOGNAME: SECRETS.USER,
  HOSTNAME: SECRETS.HOST,
};

/** Every file of an output folder, those of the tool itself too, with all that can be read out of it. */
async function readOutputs(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readWhole(await readFile(file), file)] as const),
    ),
  );
}

async function readWhole(bytes: Buffer, file: string): Promise<string> {
  const plain = [bytes.toString('latin1'), bytes.toString('utf8'), bytes.toString('utf16le'), swapped(bytes)];
  if (file.endsWith('.pdf')) return [...plain, ...streams(bytes), ...(await pdfWords(bytes))].join('\n');
  const text = bytes.toString('utf8');
  const inner = [...text.matchAll(/data:[^,"')]*;base64,([A-Za-z0-9+/=]+)/g)].map(([, data = '']) =>
    Buffer.from(data, 'base64').toString('latin1'),
  );
  return [...plain, ...inner].join('\n');
}

function swapped(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}

/** The streams of a PDF, unpacked. */
function streams(bytes: Buffer): string[] {
  const found: string[] = [];
  const text = bytes.toString('latin1');
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    try {
      const whole = inflateSync(bytes.subarray(start, end));
      found.push(whole.toString('latin1'), swapped(whole));
    } catch {
      // Not packed: it was read as it is
    }
  }
  return found;
}

async function pdfWords(bytes: Buffer): Promise<string[]> {
  const pdf = await openPdf(bytes);
  const { info, metadata } = await pdf.getMetadata();
  return [...(await pdfPages(bytes)), JSON.stringify(info), JSON.stringify(metadata)];
}

async function build(
  files: Record<string, string | Uint8Array>,
): Promise<{ project: Project; outputs: Map<string, string> }> {
  const project = await makeProject(files);
  const { code, stderr } = await finish(project.start(['build'], ENVIRONMENT));
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
  return { project, outputs: await readOutputs(join(project.folder, 'out')) };
}

function leaks(outputs: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...outputs].flatMap(([file, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`),
  );
}

/** What only this machine says; a folder `/` or a host `a` would be in every text. */
function machineWords(project: Project): string[] {
  const places = [project.folder, tmpdir(), resolve('.'), homedir(), hostname()];
  return places.filter((place) => place.length > 3 && place !== '/root').concat('/root/');
}

describe('what is built', { timeout: 240_000 }, () => {
  let hidden: Awaited<ReturnType<typeof build>>;
  let shown: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    hidden = await build({ ...FILES, 'content/note.md': draft('show_queries: false\n') });
    shown = await build({ ...FILES, 'content/note.md': draft() });
  }, 240_000);
  afterAll(async () => {
    await hidden.project[Symbol.asyncDispose]();
    await shown.project[Symbol.asyncDispose]();
  });

  test('is every kind of file, read whole', () => {
    const names = [...hidden.outputs.keys()];
    for (const name of [
      'note/brief.html',
      'note/report.pdf',
      'note/figures.json',
      'note/thread.x.txt',
      'note/thread.json',
      'index.html',
    ])
      expect(names).toContain(name);
    expect(names.some((name) => /\.svg$/.test(name)) && names.some((name) => /\.png$/.test(name))).toBe(true);
    expect(names.some((name) => name.startsWith('.threadwright/'))).toBe(true);
    for (const name of ['note/brief.html', 'note/report.pdf']) expect(hidden.outputs.get(name)).toMatch(/eight boats/);
  });

  test('has no comment, no hidden column, no secret and nothing of the environment', () => {
    expect(leaks(hidden.outputs, Object.values(SECRETS))).toEqual([]);
  });

  test('shows what queries say in brief and report where it may, and neither their comments nor anything else of these', () => {
    const sql = [SECRETS.SQL_LITERAL, SECRETS.CHART_COLUMN];
    const found = leaks(shown.outputs, Object.values(SECRETS));
    expect(found.sort()).toEqual(
      ['note/brief.html', 'note/report.pdf'].flatMap((file) => sql.map((word) => `${file}: ${word}`)).sort(),
    );
  });

  test('tells in brief and report from one record how its figures are known', () => {
    const page = (shown.outputs.get('note/brief.html') ?? '').split('</html>')[0] ?? '';
    const record = page.slice(page.indexOf('id="how-we-know"'));
    const told = [
      ...record.matchAll(/<strong>([^<]*)<\/strong>|<code>(?!<)([^<]*)<\/code>|<span class="input">(.*?)<\/span>/g),
    ]
      .map(([, words, code, input]) => words ?? code ?? input ?? '')
      .map((html) =>
        html
          .replace(/<[^>]*>/g, '')
          .replaceAll('&quot;', '"')
          .replaceAll('&gt;', '>')
          .replaceAll('&lt;', '<')
          .replaceAll('&#x27;', "'"),
      )
      .flatMap((text) => text.split('\n').map((line) => line.trim()))
      .filter((line) => line !== '');
    expect(told).toEqual(
      expect.arrayContaining(['eight boats', 'count total.boats "boat"', 'total.boats = 8', 'more than five', 'many']),
    );
    const printed = (shown.outputs.get('note/report.pdf') ?? '').replace(/[\s\u00ad]+/g, '');
    expect(told.filter((words) => !printed.includes(words.replace(/\s+/g, '')))).toEqual([]);
  });

  test('names no folder of this machine, no host and no user', () => {
    const { project, outputs } = hidden;
    expect(leaks(outputs, machineWords(project))).toEqual([]);
  });

  test('has none of it either in locks, in pages and JSON for editors, and where a query fails', async () => {
    const { project } = shown;
    const said = new Map<string, string>();
    const run = async (name: string, ...args: string[]): Promise<void> => {
      const { stdout } = await finish(project.start(args, ENVIRONMENT));
      said.set(name, stdout);
    };
    await run('lock', 'lock', '--json');
    await project.write(
      'content/data/events.csv',
      FILES['content/data/events.csv'].replace(',5,', ',6,').replace('2026-03-09', 'no day'),
    );
    await project.write('content/note.md', draft().replace('SELECT sum(n) AS boats', 'SELECT sum(n) + 0 AS boats'));
    await run('broken', 'diff', '--json', '--html', 'broken.html');
    await project.write('content/data/events.csv', FILES['content/data/events.csv'].replace(',5,', ',6,'));
    await run('check', 'check', '--frozen', '--json');
    await run('diff', 'diff', '--json', '--corrections', '--html', 'diff.html');
    await run('vary', 'vary', '--json', '--html', 'vary.html');
    for (const name of ['content/note.lock.json', 'broken.html', 'diff.html', 'vary.html'])
      said.set(name, await readFile(join(project.folder, name), 'utf8'));
    expect(said.get('diff.html')).toMatch(/nine.* boats/);
    expect(said.get('vary.html')).toContain('value-missing');
    expect(leaks(said, [...Object.values(SECRETS), ...machineWords(project)])).toEqual([]);
  });

  test('has beside the draft and the data that a report carries on request nothing of the rest', async () => {
    const files = { ...FILES, 'content/note.md': draft('attach: [data, draft]\nshow_queries: false\n') };
    const { project, outputs } = await build(files);
    await project[Symbol.asyncDispose]();
    const carried = [files['content/note.md'], files['content/data/events.csv'], files['content/queries/more.sql']];
    const own = Object.values(SECRETS).filter((word) => carried.some((text) => text.includes(word)));
    const report = new Map([['report.pdf', outputs.get('note/report.pdf') ?? '']]);
    const rest = new Map([...outputs].filter(([name]) => name !== 'note/report.pdf'));
    expect(leaks(report, own)).toHaveLength(own.length);
    const others = Object.values(SECRETS).filter((word) => !own.includes(word));
    expect(leaks(report, [...others, ...machineWords(project)])).toEqual([]);
    expect(leaks(rest, Object.values(SECRETS))).toEqual([]);
  });

  test('has no chunk of a picture that holds words', () => {
    const pictures = [...hidden.outputs].filter(([name]) => name.endsWith('.png'));
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, bytes] of pictures) expect(bytes).not.toMatch(/tEXt|zTXt|iTXt|eXIf/);
  });
});
