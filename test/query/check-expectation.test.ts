import { expect, test } from 'vitest';
import { run, said } from './run.js';

test('an expectation without a row is on record as passed, with what it reads', async () => {
  const { answers, messages } = await run(
    '```sql e expect-none\nSELECT * FROM d WHERE n > 3\n```\n```sql d\nSELECT 3 AS n\n```\n',
  );
  expect(messages.map(said)).toEqual([]);
  expect(answers.queries.map(({ name, reads, rows, expectation }) => [name, reads, rows, expectation])).toEqual([
    ['d', [], 1, undefined],
    ['e', ['d'], 0, 'passed'],
  ]);
  expect([...answers.tables.keys()]).toEqual(['d']);
  expect([...answers.failed]).toEqual([]);
});

test('the first five offences are shown, long cells cut and hidden characters escaped', async () => {
  const { answers, messages } = await run(
    "```sql e expect-none\nSELECT i, repeat('ab', 30) AS long, 'x' || chr(27) || chr(10) AS odd, NULL AS none, [1, 2] AS list FROM range(7) t(i)\n```\n",
  );
  const row = (i: number): string => `i ${i}, long ${'ab'.repeat(19)}a…, odd x\\u001b\\n, none NULL, list [1, 2]`;
  expect(messages.map(said)).toEqual([
    `1:8 expectation-failed: Unexpected 7 rows of \`e\`, expected none (${[0, 1, 2, 3, 4].map(row).join(' · ')} · and 2 more)`,
  ]);
  expect(answers.queries).toEqual([]);
  expect([...answers.failed]).toEqual(['e']);
});

test('an expectation that cannot run is the engine’s error, not an offence', async () => {
  const { messages } = await run("```sql e expect-none\nSELECT CAST('x' AS DATE) AS day\n```\n");
  expect(messages.map(({ rule }) => rule)).toEqual(['query-failed']);
});
