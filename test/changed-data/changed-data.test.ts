import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { eyesFor } from '../../src/build/eyes-for.js';
import { readConfig } from '../../src/config/read-config.js';
import { plainText } from '../../src/fill/fill-inline.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import { check } from '../../src/pipeline.js';
import { makeProject } from '../cli/project.js';
import { csvOf, DATA_SETS, type DataSet } from './data-sets.js';
import { SENTENCES, type Sentence } from './sentences.js';

vi.setConfig({ testTimeout: 120_000 });

/** Every sentence as a post of one draft; what each says, or why it may not be said. */
async function said({ asOf, date, ...data }: DataSet): Promise<ReadonlyMap<Sentence, string>> {
  const head = `---
title: What the group claimed
date: ${date}
as_of: ${asOf}
data: {events: {file: events.csv, dated_by: date, covers: [2019-01-01, 2021-12-31]}}
platforms: [mastodon]
---

\`\`\`sql daily
SELECT date AS day, count(*) AS n FROM events GROUP BY date
\`\`\`

\`\`\`sql burst_size
SELECT count(*) AS n FROM events WHERE date = as_of()
\`\`\`
`;
  const parts = SENTENCES.map(({ sql, text }) => {
    const [, name = '', select = ''] = /^(\w+): (.*)$/.exec(sql) ?? [];
    return `\n\`\`\`sql ${name}\n${select}\n\`\`\`\n\n${text}\n`;
  });
  const draft = head + parts.join('\n---\n');
  await using project = await makeProject({ 'events.csv': csvOf({ asOf, date, ...data }), 'draft.md': draft });
  const { value: config } = await readConfig(project.folder);
  const path = join(project.folder, 'draft.md');
  const eyes = eyesFor({ path }, config, {
    templates: new Map(),
    sources: undefined,
    signal: undefined,
    theme: undefined,
  });
  const { value, messages } = await check({ path: 'draft.md', text: draft }, eyes, {
    ...{ slug: 'draft', defaults: DEFAULTS, only: ['thread'], tool: 'Threadwright', date: undefined, asOf: undefined },
  });
  const lines = draft.split('\n');
  const errors = messages.filter(({ severity }) => severity === 'error');
  const posts = value?.recorded.stories[0]?.posts ?? [];
  return new Map(
    SENTENCES.map((sentence) => {
      const line = lines.indexOf(sentence.text) + 1;
      const wrong = errors.filter(({ place }) => place?.line === line);
      const start = draft.indexOf(sentence.text);
      const post = posts.find(({ span }) => span.start <= start && start < span.end);
      const words = post?.children
        .map((node) => ('children' in node ? plainText(node.children as never) : ''))
        .join('');
      return [
        sentence,
        wrong.length > 0 ? wrong.map(({ rule, reason }) => `${rule}: ${reason}`).join('; ') : (words ?? ''),
      ];
    }),
  );
}

/** The lines of a table as `name | words`. */
function expected({ says }: Sentence): ReadonlyMap<string, string> {
  const rows = says
    .trim()
    .split('\n')
    .map((line) => line.split('| ').map((cell) => cell.trim()));
  return new Map(rows.map(([name = '', ...words]) => [name, words.join('| ')]));
}

describe.each(Object.entries(DATA_SETS))('over data that is %s', (name, data) => {
  test('every sentence says what a careful editor would, or is refused', async () => {
    const words = await said(data);
    expect(Object.fromEntries([...words].map(([{ kind }, text]) => [kind, text]))).toEqual(
      Object.fromEntries(SENTENCES.map((sentence) => [sentence.kind, expected(sentence).get(name)])),
    );
  });
});

test('every sentence has its words for every data set', () => {
  const names = Object.keys(DATA_SETS);
  expect(SENTENCES.map((sentence) => [...expected(sentence).keys()])).toEqual(SENTENCES.map(() => names));
});
