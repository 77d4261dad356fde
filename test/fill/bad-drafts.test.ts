import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/build/read-source.js';
import { formatText } from '../../src/diagnostic/format-text.js';
import type { Message } from '../../src/diagnostic/message.js';
import { hasErrors, tidyMessages } from '../../src/diagnostic/tidy-messages.js';
import { checkReferences } from '../../src/fill/check-references.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import type { SourceFile } from '../../src/model/position.js';
import { parseDraft } from '../../src/parse/parse-draft.js';
import { answersOf, BRIEF, X } from './fill-input.js';

const FOLDER = join(import.meta.dirname, '../fixture/bad-draft');

/** What every draft's queries answer. */
const ANSWERS = answersOf({
  q: [{ n: 7, day: '2021-09-19', unknown: null, share: Infinity, ok: true, zero: 0 }],
  many: [
    { n: 1, name: 'a' },
    { n: 2, name: 'b' },
  ],
  none: { rows: [], columns: ['n'] },
});

/** Everything there is to say about a draft before and after its queries run. */
function messagesAbout(source: SourceFile): Message[] {
  const { value: draft, messages: parsing } = parseDraft(source, { slug: 'draft', defaults: DEFAULTS });
  if (!draft) return tidyMessages(parsing);
  const columns = new Map([...ANSWERS.tables].map(([name, table]) => [name, table.columns]));
  const found = [...parsing, ...checkReferences(draft, columns)];
  if (hasErrors(found)) return tidyMessages(found);
  return tidyMessages([X, BRIEF].flatMap((target) => [...found, ...fillDraft(draft, ANSWERS, target).messages]));
}

describe('a bad draft', () => {
  it.each(readdirSync(FOLDER))('%s is told what is wrong, where, and what to do', async (name) => {
    const { value: source } = await readSource({
      path: join(FOLDER, name, 'draft.md'),
      name: 'draft.md',
      root: join(FOLDER, name),
    });
    if (!source) throw new Error('A fixture is UTF-8 text');
    const messages = messagesAbout(source);
    const text = `${formatText(messages, { colour: false, sources: new Map([[source.path, source]]) })}\n`;
    const expected = join(FOLDER, name, 'expected.txt');
    if (!existsSync(expected) && process.env['CI'] === undefined) writeFileSync(expected, text);
    expect(hasErrors(messages)).toBe(true);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });
});
