import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillDraft } from '../../src/fill/fill-draft.js';
import { importThreads, type ImportedThread } from '../../src/pipeline/import-threads.js';
import { readPaste } from '../../src/import/read-paste.js';
import type { Answers } from '../../src/model/answers.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import { PLATFORM_IDS } from '../../src/model/target.js';
import { parseDraft } from '../../src/parse/parse-draft.js';
import { PLATFORMS } from '../../src/platform/platforms.js';
import { renderThread } from '../../src/render/thread/render-thread.js';

const ANSWERS: Answers = { tables: new Map(), failed: new Set(), queries: [], sources: [], engine: '' };

function imported(pasted: string, date = '2021-09-12'): readonly ImportedThread[] {
  const { value, messages } = importThreads(pasted, { defaults: DEFAULTS, date });
  expect(messages).toEqual([]);
  return value.threads;
}

/** The posts that a draft prints on every platform that takes threads, without their labels; errors where there are any. */
function printed({ text }: ImportedThread): string[][] {
  const source = { path: 'a.md', text };
  const { value: draft, messages } = parseDraft(source, { slug: 'a', defaults: DEFAULTS });
  if (!draft) throw new Error(messages.map(({ reason }) => reason).join('; '));
  const { numbering, breaks } = draft.frontMatter;
  return PLATFORM_IDS.filter((platform) => !PLATFORMS[platform].joins).map((platform) => {
    const filled = fillDraft(draft, ANSWERS, { kind: 'thread', platform });
    const none = { ...numbering, style: 'none' } as const;
    const rendered = renderThread(filled.value, {
      source,
      lang: draft.frontMatter.lang,
      numbering: none,
      split: 'error',
      breaks,
      platforms: PLATFORMS,
      mediaFile: () => '',
    });
    const errors = [...messages, ...filled.messages, ...rendered.messages]
      .filter(({ severity, rule }) => severity === 'error' && rule !== 'post-too-long')
      .map(({ rule, reason }) => `${rule}: ${reason}`);
    return errors.length > 0 ? errors : rendered.value.posts.map((post) => post.text);
  });
}

/** What the language makes of any text: composed, and without characters that nobody sees. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\uFEFF\uFFFE\uFFFF]/g, '')
    .trim();

const PIECES = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '```',
    '~',
    '~~',
    '[x](y)',
    '[x]',
    '![a](b)',
    '](check:',
    '[^1]',
    '[x]: y',
    '{{',
    '}}',
    '{{{',
  ],
  ...[
    '{{x}}',
    '\\{{',
    '\\',
    '#',
    '##',
    '# ',
    '1. ',
    '1) ',
    '12. ',
    '- ',
    '+ ',
    '* ',
    '• ',
    '> ',
    '<b>',
    '</b>',
    '<!-- x -->',
    '<',
  ],
  ...[
    '&',
    '&amp;',
    '&#35;',
    '|',
    '| a |',
    '--- | ---',
    '|---|',
    ':--',
    '--',
    '===',
    '=',
    '    ',
    '\t',
    ' ',
    '\n',
    '\n\n',
  ],
  ...[
    'https://x.org/a_b',
    'https://x.org',
    'http://localhost/a',
    'www.x.org/a_b',
    'mailto:a@b.co',
    'a_b@c.org',
    '@home',
  ],
  ...[
    '#ISKP',
    '#a#b',
    'report.md',
    'مرحبا',
    'שלום',
    '😀',
    '👩‍👩‍👧',
    '“q”',
    '’',
    '…',
    '—',
    'a',
    'word',
    '12',
    '.',
    ',',
    ':',
    '(',
    ')',
    '!',
    '$',
  ],
] as const;

const nasty = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: 'grapheme' })), {
  minLength: 1,
  maxLength: 12,
});

test('whatever is pasted, the drafts build and print its posts word for word', () => {
  fc.assert(
    fc.property(nasty, (pieces) => {
      const pasted = pieces.join('');
      const threads = readPaste(pasted).threads;
      const drafts = imported(pasted);
      expect(drafts).toHaveLength(threads.length);
      for (const [index, thread] of threads.entries()) {
        const draft = drafts[index];
        const words = thread.posts.map(({ text }) => plain(text));
        for (const posts of draft ? printed(draft) : []) expect(posts.map(plain)).toEqual(words);
      }
    }),
    { numRuns: 200 },
  );
});

test('a draft is as plain as its words allow', () => {
  const pasted = `1. The group claimed 12 attacks. It’s *its* “most” in a day: see https://x.org/a_b?x=1&y=2

2. Where:
• Kabul
• Kunar, #ISKP

In order:
1. snake_case
2. a * b

3. # of [boats](sic) {{ up }}
- 5 < 7 & 8 > 6
2021. It began.`;
  const [draft] = imported(pasted);
  expect(draft?.text).toBe(`---
title: 'The group claimed 12 attacks'
date: 2021-09-12
numbering: '1.'
---

The group claimed 12 attacks. It’s \\*its\\* “most” in a day: see <https://x.org/a_b?x=1&y=2>

---

Where:
- Kabul
- Kunar, #ISKP

In order:
1. snake_case
2. a * b

---

\\# of \\[boats](sic) \\{{ up }}
\\- 5 < 7 & 8 > 6
2021\\. It began.
`);
  expect(draft).toMatchObject({ title: 'The group claimed 12 attacks', posts: 3, unbound: 5 });
});

test.each([
  ['It’s 5 o’clock. Dr. Who said "no". Then more.', 'It’s 5 o’clock'],
  ['Dr. Who said "no". Then more.', 'Dr. Who said "no"'],
  ['Did it? Yes.', 'Did it?'],
  ['A thread 🧵👇\n\nIt began.', 'A thread'],
  ['What we know: https://x.org/a', 'What we know'],
  ['🧵👇', 'Thread'],
  ['هل هذا صحيح؟ نعم.', 'هل هذا صحيح؟'],
  [`${'word '.repeat(40)}end.`, `${'word '.repeat(17).trim()}…`],
])('the title of %j is its first sentence', (pasted, title) => {
  expect(imported(pasted)[0]?.title).toBe(title);
});

test('line breaks stay where the project joins lines, and a date that nobody said is no day', () => {
  const { value } = importThreads('One\ntwo', { defaults: { ...DEFAULTS, breaks: 'join' } });
  const [draft] = value.threads;
  expect(draft?.text).toContain('\nbreaks: keep\n');
  const parsed = parseDraft({ path: 'a.md', text: draft?.text ?? '' }, { slug: 'a', defaults: DEFAULTS });
  expect(parsed.messages.map(({ rule, place }) => `${rule} ${place?.line}`)).toEqual(['front-matter-value 3']);
});

test('a text of more lines or threads than anybody pastes is refused as a whole', () => {
  const tries = (pasted: string): string[] =>
    importThreads(pasted, { defaults: DEFAULTS, date: '2021-09-12' }).messages.map(({ rule }) => rule);
  expect(tries('1. a\n\n'.repeat(101))).toEqual(['draft-too-large']);
  expect(tries('1. a\n\n'.repeat(100))).toEqual([]);
  expect(tries('a\n'.repeat(5001))).toEqual(['draft-too-large']);
  expect(tries('a\n'.repeat(5000))).toEqual([]);
});

test('a very long gap inside a line is read like any other', { timeout: 20_000 }, () => {
  const [thread] = readPaste(`1. a${' '.repeat(900_000)}b\n\n2. c`).threads;
  expect(thread?.posts.map(({ text }) => text.length)).toEqual([900_002, 1]);
});

test('a brace before a sign that could make an address is printed', () => {
  const [thread] = imported('http://localhost/a{{{@home and http://x.org/{@home');
  expect(thread && printed(thread)[0]).toEqual(['http://localhost/a{{{@home and http://x.org/{@home']);
});
