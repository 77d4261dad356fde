import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { queryDraft } from '../../src/build/query-draft.js';
import { formatText } from '../../src/diagnostic/format-text.js';

// Each build starts an engine
vi.setConfig({ testTimeout: 120_000 });

interface Files {
  readonly files?: Record<string, string | Uint8Array>;
  readonly links?: Record<string, string>;
  readonly pipes?: readonly string[];
  readonly imports?: string;
  readonly body?: string;
}

const EVENTS = 'date,place,n\n2026-03-01,Northgate,3\n2026-03-02,Southgate,4\n2026-03-09,Northgate,5\n';

/** A project whose draft `content/a.md` imports what is asked, with its own SQL and text in `body`. */
async function project<T>(
  { files = {}, links = {}, pipes = [], imports = '[queries/shared.sql]', body = 'Nothing.\n' }: Files,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-imports-'));
  const head = `---\ntitle: Notes\ndate: 2026-03-10\nimports: ${imports}\ndata: {events: {file: data/events.csv, covers: [2026-03-01, 2026-03-10]}}\nlints: {data-not-dated: off}\n---\n\n`;
  try {
    const all = { 'content/data/events.csv': EVENTS, 'content/a.md': head + body, ...files };
    for (const [path, content] of Object.entries(all)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    for (const path of pipes) execFileSync('mkfifo', [join(folder, path)]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds the draft's thread; messages as `file:line:column rule: reason (note)`. */
function build(given: Files) {
  return project(given, async (folder) => {
    const { messages, sources } = await buildDrafts({ drafts: [], cwd: folder, only: ['thread'] });
    const output = (path: string) => readFile(join(folder, 'out/a', path), 'utf8').catch(() => '');
    return {
      said: messages.map(
        ({ place, rule, reason, note }) =>
          `${place?.file}:${place?.line}:${place?.column} ${rule}: ${reason}${note === undefined ? '' : ` (${note})`}`,
      ),
      printed: formatText(messages, { colour: false, sources }),
      thread: await output('thread.x.txt'),
      record: await output('figures.json'),
    };
  });
}

const shared = (text: string) => ({ files: { 'content/queries/shared.sql': text } });

describe('imported queries', () => {
  test('are named by tags, charts, tables and queries like the draft’s own, with keys, macros and expectations', async () => {
    const { said, thread, record } = await build({
      files: {
        'content/queries/shared.sql': [
          '-- name: by_place key=place',
          'SELECT place, sum(n) AS boats FROM events GROUP BY place;',
          '-- name: daily',
          'SELECT date AS day, sum(n) AS n FROM events GROUP BY date;',
          '-- name: highest',
          "SELECT rank = 1 AND ties = 0 AS ok FROM tw_record('daily', DATE '2026-03-09');",
          '-- name: no_future expect-none',
          'SELECT * FROM events WHERE date > as_of();',
        ].join('\n'),
        'more.sql': '-- name: busiest\nSELECT max(boats) AS boats FROM by_place;',
      },
      imports: '[queries/shared.sql, /more.sql]',
      body: [
        '```sql whole\nSELECT sum(boats) AS n FROM by_place\n```\n\n',
        'Northgate saw {{count by_place.Northgate.boats "boat"}} of {{num whole.n}}, [the most](check:highest) in a day.\n',
        '\nThe most is {{num busiest.boats}}.\n',
      ].join(''),
    });
    expect(said.filter((line) => !line.includes('unbound'))).toEqual([]);
    expect(thread).toContain('Northgate saw eight boats of 12, the most in a day.\n\nThe most is 8.');
    const queries = (JSON.parse(record) as { queries: Record<string, unknown>[] }).queries;
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(queries.map(({ name, file, file_sha256, expectation }) => [name, file, file_sha256, expectation])).toEqual(
      expect.arrayContaining([
        ['whole', undefined, undefined, undefined],
        ['by_place', 'content/queries/shared.sql', hash, undefined],
        ['busiest', 'more.sql', hash, undefined],
        ['no_future', 'content/queries/shared.sql', hash, 'passed'],
      ]),
    );
  });

  test('that the draft does not use are not looked at, whatever is wrong with them', async () => {
    const { said, thread, record } = await build({
      ...shared('-- name: daily\nSELECT nope FROM nowhere;\n-- name: wrong\nSELEC 1;\n-- name: used\nSELECT 3 AS n'),
      body: 'A daily count, which prose may say: {{num used.n}}.\n',
    });
    expect(said).toEqual([]);
    expect(thread).toContain('which prose may say: 3.');
    expect(record).not.toContain('"wrong"');
  });

  test('give way to a query of the draft, also where they read each other', async () => {
    const { said, thread } = await build({
      ...shared('-- name: base\nSELECT 1 AS n;\n-- name: twice\nSELECT 2 * n AS n FROM base'),
      body: '```sql Base\nSELECT 20 AS n\n```\n\nTwice is {{num twice.n}}.\n',
    });
    expect([said, thread]).toEqual([[], '1. Twice is 40.\n']);
  });

  test('come from the configuration too, relative to the root, each file once', async () => {
    const { said, thread } = await build({
      files: {
        'threadwright.config.yaml': 'imports: queries/all.sql\n',
        'queries/all.sql': '-- name: one\nSELECT 1 AS n',
      },
      imports: '../queries/all.sql',
      body: 'It is {{num one.n}}.\n',
    });
    expect([said, thread]).toEqual([[], '1. It is 1.\n']);
  });
});

describe('what is wrong with an imported query is told in its file', () => {
  const FILE = 'content/queries/shared.sql';
  test.each([
    ['a syntax error', '-- name: q\nSELECT 1 AS n,,', '2:15 query-syntax: Unexpected `,` in the query'],
    [
      'a column',
      '-- name: q\n\nSELECT nn AS n FROM events',
      '3:8 query-unknown-name: No table here has a column `nn` (Did you mean `n`?)',
    ],
    [
      'a table',
      '-- name: q\nFROM event',
      '2:6 query-unknown-name: No query or data has the name `event` (Did you mean `events`?)',
    ],
    ['a failure of a row', '-- name: q\nSELECT place::INTEGER AS n FROM events', '2:13 query-failed'],
    ['what a draft may not do', "-- name: q\nFROM read_csv('/etc/passwd')", '2:6 query-forbidden'],
    [
      'the key',
      '-- name: q key=town\nFROM events',
      '1:16 column-unknown: The query `q` has no column `town` for its key',
    ],
    [
      'a key that stands twice',
      '-- name: q key=place\nFROM events',
      '1:16 query-key: `Northgate` is the `place` of more than one row',
    ],
    ['its columns', '-- name: q\nSELECT count(*) FROM events', '2:8 query-columns'],
    [
      'a circle',
      '-- name: q\nFROM r;\n-- name: r\nFROM q',
      '1:10 query-cycle: Queries read each other in a circle: `q` → `r` → `q`',
    ],
    ['a macro', "-- name: q\nSELECT n FROM tw_record('events', as_of())", '2:25 query-macro'],
    [
      'the name of data',
      '-- name: events\nSELECT 1 AS n;\n-- name: q\nSELECT 1 AS n',
      '1:10 block-duplicate: The query `events` has the name of the data `events`',
    ],
    [
      'a reserved word',
      '-- name: q\nSELECT n FROM t;\n-- name: t\nSELECT 1 AS n;\n-- name: order expect-none\nSELECT 1 AS n',
      '5:10 block-name',
    ],
    [
      'a second of its name',
      '-- name: q\nSELECT 1 AS n;\n-- name: Q\nSELECT 2 AS n',
      '3:10 block-duplicate: Unexpected second query `Q`, the first is on line 1',
    ],
    [
      'an offence',
      '-- name: q\nSELECT 1 AS n;\n-- name: few expect-none\nSELECT place FROM events WHERE n > 4',
      '3:10 expectation-failed: Unexpected 1 row of `few`, expected none (place Northgate)',
    ],
    ['a hidden character', "-- name: q\nSELECT 1 AS n, '\u202e' AS t", '2:17 hidden-character'],
    [
      'no name',
      '-- name: q\nSELECT 1 AS n;\nSELECT 2',
      '3:1 import-syntax: Unexpected second statement `SELECT` of `q`',
    ],
    ['no query', '-- nothing\n', '1:1 import-syntax: Unexpected file'],
  ])('%s', async (_, text, message) => {
    const { said, thread } = await build({ ...shared(text), body: 'It is {{num q.n}}.\n' });
    expect(said.filter((line) => line.startsWith(`${FILE}:${message}`))).toHaveLength(1);
    expect(thread).toBe('');
  });

  test('with the line of that file', async () => {
    const { printed } = await build({
      ...shared('-- name: q\nSELECT nn\n  FROM events'),
      body: 'It is {{num q.n}}.\n',
    });
    expect(printed).toContain('2 | SELECT nn\n    |        ^^');
  });

  test('and names that two files have are told with both places', async () => {
    const { said } = await build({
      files: { 'content/x.sql': '-- name: q\nSELECT 1 AS n', 'content/y.sql': '\n-- name: q\nSELECT 1 AS n' },
      imports: '[x.sql, y.sql]',
      body: 'It is {{num q.n}}.\n',
    });
    expect(said).toEqual([
      'content/y.sql:2:10 block-duplicate: Unexpected second query `q`, the first is in content/x.sql:1 (Names are compared without regard to case, over all imported files; rename one)',
    ]);
  });
});

describe('a file that cannot be imported is told where it is named, and nothing is guessed about its queries', () => {
  const inside = '(A draft reads files of its project; a leading `/` is the project’s folder)';
  test.each<[string, string, Omit<Files, 'imports'>]>([
    ['querys/shared.sql', '4:10 import-missing: The SQL file `querys/shared.sql` does not exist', shared('')],
    [
      'queries/share.sql',
      '4:10 import-missing: The SQL file `queries/share.sql` does not exist (Did you mean `queries/shared.sql`?)',
      shared(''),
    ],
    [
      '[../../x.sql]',
      `4:11 import-path: Unexpected path \`../../x.sql\`, expected one inside the project ${inside}`,
      {},
    ],
    [
      '.queries/x.sql',
      '4:10 import-path: Unexpected hidden file or folder `.queries` in the path `.queries/x.sql`',
      { files: { 'content/.queries/x.sql': '-- name: q\nSELECT 1 AS n' } },
    ],
    [
      'x.sql',
      '4:10 import-path: Unexpected path `x.sql`, expected one inside the project (It is a link that leads out of the project)',
      { links: { 'content/x.sql': '/etc/hostname' } },
    ],
    [
      'x.sql',
      '4:10 import-unreadable: Unexpected folder `x.sql`, expected a file',
      { files: { 'content/x.sql/y.sql': '' } },
    ],
    ['x.sql', '4:10 import-unreadable: Unexpected pipe `x.sql`, expected a file', { pipes: ['content/x.sql'] }],
    [
      'x.sql',
      '4:10 import-unreadable: Unexpected bytes in `x.sql` that are no UTF-8 text (Save the file as UTF-8)',
      { files: { 'content/x.sql': Buffer.from('-- é', 'latin1') } },
    ],
    [
      'x.sql',
      '4:10 import-unreadable: Unexpected size of `x.sql`, 1,000,001 bytes, expected at most 1,000,000',
      { files: { 'content/x.sql': ' '.repeat(1_000_001) } },
    ],
    [
      'data/events.csv',
      '4:10 front-matter-value: Unexpected file `data/events.csv` in `imports`, expected one that ends in `.sql` (Data files stand under `data`)',
      {},
    ],
    [
      'https://example.org/x.sql',
      '4:10 front-matter-value: Unexpected address `https://example.org/x.sql`, expected a file of the project (Download it first: a build uses no network)',
      {},
    ],
  ])('%s: %s', async (imports, message, files) => {
    const { said, thread } = await build({ ...files, imports });
    expect(said).toEqual([`content/a.md:${message}`]);
    expect(thread).toBe('');
  });

  test('in the configuration, if that names it', async () => {
    const { said } = await build({
      ...shared(''),
      files: { 'threadwright.config.yaml': 'lang: en-GB\nimports: [gone.sql]\n' },
      imports: '[]',
    });
    expect(said.map((line) => line.replace(/^\S*\//, ''))).toEqual([
      'threadwright.config.yaml:2:11 import-missing: The SQL file `gone.sql` does not exist',
    ]);
  });
});

test('`query` shows an imported query that the draft does not use, and without a name those it does', async () => {
  const given = {
    ...shared('-- name: spare\nSELECT 7 AS n;\n-- name: used\nSELECT 8 AS n'),
    body: 'It is {{num used.n}}.\n',
  };
  await project(given, async (folder) => {
    const named = await queryDraft({ draft: 'content/a.md', name: 'spare', cwd: folder });
    expect(named.peeks.map(({ name, rows }) => [name, rows])).toEqual([
      ['spare', [[{ kind: 'number', value: 7, exact: '7' }]]],
    ]);
    const all = await queryDraft({ draft: 'content/a.md', cwd: folder });
    expect(all.peeks.map(({ name }) => name)).toEqual(['used']);
    const unknown = await queryDraft({ draft: 'content/a.md', name: 'spar', cwd: folder });
    expect(unknown.messages.map(({ reason, note }) => [reason, note])).toEqual([
      ['The draft has no query and no data named `spar`', 'Did you mean `spare`?'],
    ]);
  });
});
