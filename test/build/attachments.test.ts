import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDraft, type PublishDraftResult } from '../../src/build/publish-draft.js';
import { readAttachments } from '../../src/build/read-attachments.js';
import type { PlannedAttachment } from '../../src/model/page.js';
import { openPdf, pdfPages } from '../browser/read-pdf.js';
import { makeProject, type Project } from '../cli/project.js';
import { draft as sampleDraft } from '../render/sample.js';

const BOATS = 'day,boats\n2026-03-01,3\n2026-03-02,4\n2026-03-20,9\n';
const OLD = 'day,boats\n2025-03-01,“1”\n';
const SQL = '-- name: most\nSELECT max(boats) AS n FROM boats\n';
const draft = (attach: string): string => `---
title: Harbour notes
date: 2026-03-10
outputs: [report]
lints: {unbound-figure: off, data-not-dated: off}
imports: [most.sql]
${attach}
data:
  boats: {file: data/boats (all)\u{2009}é.csv, dated_by: day, source: Harbour office}
  old: data/old/boats.csv
  years: data/years/*.csv
  never: data/never.csv
---

\`\`\`sql total
SELECT (SELECT count(*) FROM old) + (SELECT count(*) FROM years) + sum(boats) AS n FROM boats
\`\`\`

{{count total.n "boat"}}, {{num most.n}} at most.
`;
const YEAR = 'day,boats\n2024-01-01,1\n';

let project: Project;
beforeAll(async () => {
  project = await makeProject({
    'threadwright.config.yaml': 'lang: en-GB\n',
    'notes/most.sql': SQL,
    'notes/data/boats (all)\u{2009}é.csv': BOATS,
    'notes/data/old/boats.csv': OLD,
    'notes/data/years/2024.csv': YEAR,
    'notes/data/years/boats.csv': YEAR,
    'notes/data/never.csv': 'secret\n1\n',
  });
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe('a report', { timeout: 120_000 }, () => {
  test('carries nothing that its draft does not ask for', async () => {
    const report = reportOf(await publish(''));
    expect(await attachmentsOf(report)).toEqual([]);
    expect((await pdfPages(report)).join()).not.toContain('Attached');
  });

  test('carries the data that its queries read, byte for byte, and says so', async () => {
    const report = reportOf(await publish('attach: data'));
    const found = await attachmentsOf(report);
    expect(found).toEqual([
      ['2024.csv', YEAR, 'Data of the table years'],
      ['boats (all)\u{2009}é.csv', BOATS, 'Data of the table boats: Harbour office'],
      ['notes-data-old-boats.csv', OLD, 'Data of the table old'],
      ['notes-data-years-boats.csv', YEAR, 'Data of the table years'],
    ]);
    const words = (await pdfPages(report)).join(' ').replace(/\s+/g, ' ');
    expect(words).toMatch(/Attached files.*notes-data-old-boats\.csv.*Data of the table old.*bytes.*SHA-256/);
    expect(words).toContain(createHash('sha256').update(OLD).digest('hex').slice(0, 12));
    const raw = Buffer.from(report).toString('latin1');
    expect(raw).not.toContain('secret');
  });

  test('carries its draft and the SQL that it imports', async () => {
    const text = draft('attach: [draft]');
    expect(await attachmentsOf(reportOf(await publish('attach: [draft]')))).toEqual([
      ['most.sql', SQL, 'Queries of the draft'],
      ['notes.md', text, 'The draft'],
    ]);
  });

  test('has the same bytes each time with its attachments', async () => {
    const [one, two] = [await publish('attach: [data, draft]'), await publish('attach: [data, draft]')].map(reportOf);
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  });

  test('is not made when its attachments are too large, and says where that was asked', async () => {
    await project.write('notes/data/never.csv', `secret\n${'1234567890\n'.repeat(1_900_000)}`);
    const text = draft('attach: data').replace('FROM boats\n', 'FROM boats, (SELECT count(*) AS m FROM never)\n');
    const result = await publishDraft({ draft: 'notes/notes.md', text, cwd: project.folder, only: ['report'] });
    expect(result.publication).toBeUndefined();
    expect(result.messages).toMatchObject([{ rule: 'attachment-large', place: { line: 7, column: 9 } }]);
    expect(result.messages[0]?.reason).toBe('Unexpected 20.9 MB of attachments, expected 20 MB at most');
  });
});

describe('a file to attach', () => {
  test.each([
    ['that changed since it was read', 'notes/most.sql', '0', 'it changed during the build'],
    ['that is gone', 'notes/gone.sql', '0', 'The data file `/notes/gone.sql` does not exist'],
    [
      'outside of the project',
      '../secret.txt',
      '0',
      'Unexpected path `/../secret.txt`, expected one inside the project',
    ],
  ])('%s is an error', async (_, file, hash, reason) => {
    const plan: PlannedAttachment = {
      ...{ name: 'x', file, hash, bytes: 1, text: undefined },
      ...{ description: '', type: 'text/plain', relation: 'data' },
    };
    const folders = { root: project.folder, folder: join(project.folder, 'notes') };
    const { value, messages } = await readAttachments(sampleDraft(), [plan], folders);
    expect(value).toEqual([]);
    expect(messages).toMatchObject([{ rule: 'attachment-unreadable' }]);
    expect(messages[0]?.reason).toContain(reason);
    expect(await readFile(join(project.folder, 'notes/most.sql'), 'utf8')).toBe(SQL);
  });
});

function publish(attach: string): Promise<PublishDraftResult> {
  return publishDraft({ draft: 'notes/notes.md', text: draft(attach), cwd: project.folder, only: ['report'] });
}

function reportOf({ publication, messages }: PublishDraftResult): Uint8Array {
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return publication?.report ?? new Uint8Array();
}

/** The name, content and description of each file in a PDF. */
async function attachmentsOf(report: Uint8Array): Promise<readonly (readonly string[])[]> {
  interface Found {
    readonly filename: string;
    readonly content: Uint8Array;
    readonly description: string;
  }
  const found = (await (await openPdf(report)).getAttachments()) as Record<string, Found> | null;
  return Object.values(found ?? {}).map(({ filename, content, description }) => [
    filename,
    Buffer.from(content).toString(),
    description,
  ]);
}
