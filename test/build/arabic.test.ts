import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDraft, type PublishDraftResult } from '../../src/build/publish-draft.js';
import { markedText, openPdf, pdfPages } from '../browser/read-pdf.js';
import { makeProject, type Project } from '../cli/project.js';

const draft = (body = '', head = ''): string => `---
title: 'سفن أكثر: {{num total.n}} سفينة في أسبوع'
kicker: نشرة أسبوعية
authors: [مكتب الرصد]
lang: ar
date: 2026-03-10
${head}
data:
  ports: {file: ports.csv, dated_by: day, source: هيئة الموانئ}
key_figures: [{value: '{{num total.change}}', label: التغير}]
---

\`\`\`sql total
SELECT sum(ships) AS n, -12 AS change, max(day) AS day FROM ports
\`\`\`

\`\`\`sql daily
SELECT day, sum(ships) AS ships FROM ports GROUP BY day ORDER BY day
\`\`\`

## الأسبوع الأول

وصلت {{count total.n "سفينة" "سفينة" two="سفينتان" few="سفن"}} حتى {{date total.day}}، بحسب Reuters. وهذا في {{ref "daily"}}.

![مخطط](chart:daily 'السفن كل يوم')

\`\`\`vega-lite daily
mark: bar
encoding: {x: {field: day, type: temporal}, y: {field: ships, type: quantitative, title: سفن}}
\`\`\`

---

Reuters نقلت ذلك.

1. الأول؛
2. الثاني.

${body}
`;

let project: Project;
let good: PublishDraftResult;
beforeAll(async () => {
  project = await makeProject({
    'threadwright.config.yaml': 'lang: en-GB\n',
    'ports.csv': 'day,port,ships\n2026-03-01,الشمال,3\n2026-03-02,الجنوب,14\n2026-03-09,Aldmouth,5\n',
  });
  good = await publish(draft());
}, 120_000);
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

describe('a draft in Arabic', { timeout: 120_000 }, () => {
  test('has a brief from right to left with nothing of English but names', () => {
    const html = fileOf(good, 'brief.html');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('font-family:"Threadwright Arabic"');
    expect(wordsOf(html)).toMatch(/وصلت 22 سفينة حتى 9 مارس، بحسب Reuters\. وهذا في الشكل 1\./);
    const english = wordsOf(html.replaceAll('&quot;', '"')).match(/\b[A-Za-z]{3,}\b/g) ?? [];
    const names =
      /^(?:PDF|Reuters|Threadwright|DuckDB|SHA|ports|csv|total|daily|day|ships|num|count|date|two|few|SELECT|sum|AS|max|FROM|GROUP|ORDER|change|two)$/;
    expect(english.filter((word) => !names.test(word))).toEqual([]);
  });

  test('has a report whose words can be read back', async () => {
    const report = good.publication?.report;
    const words = (await pdfPages(report)).join(' ').split(/[\s.:،()]+/);
    // Each with its letters in their order, whatever their forms; which word stands left of which is the reader's business
    const expected = 'سفن أكثر سفينة نشرة أسبوعية الأول وصلت مارس بحسب Reuters الشكل المصادر والتراخيص نعرف صفحة';
    expect(expected.split(' ').filter((word) => !words.includes(word))).toEqual([]);
    const { info } = await (await openPdf(report)).getMetadata();
    expect(info).toMatchObject({ Language: 'ar', Title: 'سفن أكثر: 22 سفينة في أسبوع' });
  });

  test('has a report whose margins are passed over when it is spoken, digits and all', async () => {
    for (const { bare } of await markedText(good.publication?.report)) expect(bare).toBe('');
  });

  test('has a record, sources and attachments in its language, with its comma', async () => {
    const result = await publish(draft('', 'attach: [data, draft]'));
    const html = wordsOf(fileOf(result, 'brief.html'));
    expect(html).toMatch(/من ports\.csv، حتى/);
    expect(html).not.toMatch(/[\u0600-\u06ff.v], [\u0600-\u06ff]/);
    const words = (await pdfPages(result.publication?.report)).join(' ');
    expect(words).not.toMatch(/Data of|The draft/);
  });

  test('has a posting kit that is Arabic all over', () => {
    const kit = fileOf(good, 'thread.html');
    expect(kit).toMatch(/<div class="card[^"]*" dir="rtl">/);
    expect(kit.match(/<time [^>]*lang="ar"[^>]*>/g)?.every((time) => time.includes('dir="auto"'))).toBe(true);
    expect(kit).toContain('<html lang="ar" dir="rtl">');
  });

  test('has months on its axis, and words in its picture’s description', () => {
    expect(fileOf(good, 'charts/daily.svg')).toMatch(/>\u2067\d+ مارس\u2069</);
    const thread = JSON.parse(fileOf(good, 'thread.json')) as { readonly [key: string]: unknown };
    expect(JSON.stringify(thread)).not.toMatch(/Bar chart|Highest/);
  });

  test('has posts that each read from right to left, whatever they begin with', () => {
    const [first, second] = fileOf(good, 'thread.x.txt').split('\n---\n');
    expect(first?.startsWith('1. وصلت')).toBe(true);
    // A platform goes by the first letter
    expect(second?.startsWith('2. \u200fReuters')).toBe(true);
  });

  test('has Arabic-Indic digits where house style says so', async () => {
    const result = await publish(draft('', 'numbers: {digits: arab}'));
    expect(wordsOf(fileOf(result, 'brief.html'))).toContain('وصلت ٢٢ سفينة حتى ٩ مارس');
    expect(fileOf(result, 'charts/daily.svg')).toMatch(/>\u2067[٠-٩]+ مارس\u2069</);
    const words = (await pdfPages(result.publication?.report)).join(' ');
    expect(words).toMatch(/١ صفحة|صفحة ١/);
  });

  test('is not made where a helper has no words in it', async () => {
    const { publication, messages } = await publish(draft('{{approx total.n "سفينة" "سفناً"}}'));
    expect(publication).toBeUndefined();
    const [error] = messages.filter(({ severity }) => severity === 'error');
    expect(error?.rule).toBe('language-helper');
    expect(error?.reason).toBe('Unexpected noun of `approx`, whose forms in `ar` only `count` knows');
  });
});

function publish(text: string): Promise<PublishDraftResult> {
  return publishDraft({ draft: 'notes.md', text: `${text}\n`, cwd: project.folder });
}

function fileOf({ files, messages }: PublishDraftResult, path: string): string {
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Buffer.from(files.find((file) => file.path === path)?.bytes ?? []).toString();
}

/** What a reader sees. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|head|svg|script)\b[^]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
}
