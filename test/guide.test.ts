import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config/parse-config.js';
import { RULES } from '../src/diagnostic/rules.js';
import { formatReference } from '../src/figure/format-reference.js';
import { formatKeyTable, formatTableKeys } from '../src/parse/format-key-table.js';
import { buildGuide, type BuiltGuide } from './guide/build-guide.js';
import { readGuide, type GuideBlock, type GuideExample } from './guide/read-guide.js';

/** With `UPDATE_GUIDE=1` the guide is rewritten where it differs; read the change before you commit it. */
const isUpdate = process.env['UPDATE_GUIDE'] === '1';

const FILE = 'GUIDE.md';
const markdown = readFileSync(FILE, 'utf8');
const guide = readGuide(markdown);
const changes: { start: number; end: number; text: string }[] = [];

let built: BuiltGuide;

beforeAll(async () => {
  built = await buildGuide(guide);
}, 300_000);

afterAll(async () => {
  await built[Symbol.asyncDispose]();
  if (!isUpdate) return;
  let text = markdown;
  for (const change of [...changes].sort((a, b) => b.start - a.start))
    text = text.slice(0, change.start) + change.text + text.slice(change.end);
  writeFileSync(FILE, text);
});

function compare(block: Pick<GuideBlock, 'text' | 'start' | 'end'>, actual: string): void {
  if (isUpdate && block.text !== actual) changes.push({ start: block.start, end: block.end, text: actual });
  else expect(block.text).toBe(actual);
}

describe('what the guide takes from the code', () => {
  const ruleLines = Object.entries(RULES).map(
    ([id, rule]) => `| \`${id}\` | ${rule.severity}${'lint' in rule ? ', a lint' : ''} | ${rule.summary} |`,
  );
  test.each([
    ['keys', formatKeyTable()],
    ['table keys', formatTableKeys()],
    ['helpers', formatReference()],
    ['rules', ['| rule | severity | when it speaks |', '| --- | --- | --- |', ...ruleLines, ''].join('\n')],
  ])('the %s are as the code has them', (name, generated) => {
    const opening = `<!-- generated: ${name} -->\n\n`;
    const start = markdown.indexOf(opening) + opening.length;
    const end = markdown.indexOf('\n<!-- end of generated', start);
    expect(start).toBeGreaterThan(opening.length);
    compare({ text: markdown.slice(start, end), start, end }, generated);
  });

  test.each(guide.configurations)('the configuration in line $line is one', ({ text }) => {
    expect(parseConfig({ path: 'threadwright.config.yaml', text }).messages).toEqual([]);
  });
});

describe('the drafts of the guide', () => {
  test('are there, with data and with what comes out of them', () => {
    expect(guide.files.size).toBeGreaterThan(0);
    expect(guide.examples.flatMap(({ shown }) => shown).length).toBeGreaterThan(20);
  });

  test.each(guide.examples)('in line $line do what the guide says', async (example) => {
    const said = example.shown.find(({ meta }) => meta === 'messages');
    if (said) compare(said, built.messages(example));
    else expect(built.messages(example)).toBe('');
    for (const block of example.shown.filter((shown) => shown !== said)) await compareOutput(example, block);
  });

  test.each(guide.sessions)(
    'answer the commands in line $line',
    async (session) => {
      compare(session, await built.replay(session));
    },
    60_000,
  );
});

async function compareOutput(example: GuideExample, block: GuideBlock): Promise<void> {
  const output = await built.output(example, block.meta);
  if (block.lang !== 'html') compare(block, output.trimEnd());
  // A page is long: only what is missing from it is worth reading. The guide prints plain spaces for those that do not break
  else {
    const page = output.replaceAll('\u{a0}', ' ');
    expect(block.text.split('\n').filter((line) => !page.includes(line))).toEqual([]);
  }
}
