import { expect, test } from 'vitest';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Answers } from '../../src/model/answers.js';
import { DEFAULTS } from '../../src/model/defaults.js';
import { parseDraft } from '../../src/parse/parse-draft.js';

const NO_ANSWERS: Answers = { tables: new Map(), failed: new Set(), queries: [], sources: [], engine: '' };

/** What is said of the posts of a thread, and how long its posts are then. */
function fill(body: string) {
  const { value: draft } = parseDraft(
    { path: 'a.md', text: `---\ntitle: Notes\ndate: 2026-03-10\n---\n\n${body}` },
    { slug: 'a', defaults: DEFAULTS },
  );
  if (!draft) throw new Error('The draft cannot be read');
  const { value, messages } = fillDraft(draft, NO_ANSWERS, { kind: 'thread', platform: 'x' });
  return {
    said: messages.map(({ rule, place, reason }) => `${place?.line} ${rule}: ${reason}`),
    words: value.posts.map(({ children }) => JSON.stringify(children).length),
  };
}

const LONG = 'Word '.repeat(2000).trim();

test('a post of ten thousand characters is filled, one of more is told at its first', () => {
  expect(fill(`${LONG}\n`).said).toEqual([]);
  const { said, words } = fill(`Short\n\n---\n\n${LONG}s\n\n${LONG}\n\n---\n\nShort\n`);
  expect(said).toEqual(['10 draft-too-large: Unexpected post of more than 10,000 characters, expected at most that']);
  expect(Math.max(...words)).toBeLessThan(1000);
});

test('a thread of more than forty thousand is told once, where it goes past them', () => {
  expect(fill(Array.from({ length: 4 }, () => LONG).join('\n\n---\n\n')).said).toEqual([]);
  expect(fill(Array.from({ length: 7 }, () => LONG).join('\n\n---\n\n')).said).toEqual([
    '22 draft-too-large: Unexpected thread of more than 40,000 characters, expected at most that',
  ]);
});

test('what a page alone prints is not counted', () => {
  expect(fill(`Short\n\n{{#only "brief"}}\n\n${LONG}\n\n${LONG}\n\n{{/only}}\n`).said).toEqual([]);
});
