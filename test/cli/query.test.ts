import { expect, test } from 'vitest';
import { draft, EVENTS, makeProject } from './project.js';

test('threadwright query shows columns, types and first rows of a query or a data table', async () => {
  await using project = await makeProject({
    'content/a.md': draft('Text\n\n```sql wrong\nSELECT nn FROM events\n```'),
    'content/data/events.csv': EVENTS,
  });
  const one = await project.run('query', 'content/a.md', 'total');
  expect([one.code, one.stderr]).toEqual([0, '']);
  expect(one.stdout).toBe(
    ['total  1 row', '       n    boats  day', '  BIGINT  HUGEINT  DATE', '       3       12  2026-03-09', ''].join(
      '\n',
    ),
  );
  const data = await project.run('query', 'content/a.md', 'events', '--rows', '2');
  expect(data.stdout).toContain('events  3 rows, the first 2 shown\n');
  const all = await project.run('query', 'content/a.md');
  expect(all.code).toBe(1);
  expect(all.stdout).toContain('total  1 row');
  expect(all.stderr).toContain('content/a.md:15:8 error');
  const json = JSON.parse((await project.run('query', 'content/a.md', 'total', '--json')).stdout) as unknown;
  expect(json).toEqual({
    version: 1,
    tables: [
      {
        name: 'total',
        columns: [
          { name: 'n', type: 'BIGINT' },
          { name: 'boats', type: 'HUGEINT' },
          { name: 'day', type: 'DATE' },
        ],
        rows: [[3, 12, '2026-03-09']],
        total: 1,
      },
    ],
    messages: [],
  });
  const unknown = await project.run('query', 'content/a.md', 'totl');
  expect([unknown.code, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('Did you mean `total`?');
});

test('threadwright query keeps its table straight and shows what a terminal would obey', async () => {
  const sql = `SELECT '漢字' AS "都市", chr(27) || '[2J' AS "a\\nb", chr(8238) || 'x' AS " ", 1 AS n`;
  await using project = await makeProject({
    'a.md': `---\ntitle: Notes\ndate: 2026-03-10\n---\n\nText\n\n\`\`\`sql odd\n${sql}\nUNION ALL SELECT 'x', 'y', 'z', 20\n\`\`\`\n`,
  });
  const { stdout } = await project.run('query', 'a.md', 'odd');
  expect(stdout.split('\n').slice(1, 5)).toEqual([
    '  都市     a\\nb       " "            n',
    '  VARCHAR  VARCHAR    VARCHAR  INTEGER',
    '  漢字     \\u001b[2J  \\u202ex        1',
    '  x        y          z             20',
  ]);
  const json = (await project.run('query', 'a.md', 'odd', '--json')).stdout;
  expect(json).toContain('"\\u202ex"');
  expect(JSON.parse(json)).toMatchObject({
    tables: [
      {
        rows: [
          ['漢字', '\u001b[2J', '\u202ex', 1],
          ['x', 'y', 'z', 20],
        ],
      },
    ],
  });
});
