import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/diagnostic/message.js';
import type { SourceFile } from '../../src/model/position.js';
import { FRONT_MATTER, parseFile, parseText, pointedAt } from './draft-input.js';
import { outline } from './outline.js';
import { PATIENT, runs } from './runs.js';

/** What a draft is made of, and what breaks it. */
const PIECES = [
  '{{',
  '}}',
  '{{q.n}}',
  '{{count q.n "x"}}',
  '{{#if q}}',
  '{{#each q as |r|}}',
  '{{#only "x"}}',
  '{{else}}',
  '{{else if a}}',
  '{{/if}}',
  '{{/each}}',
  '{{! c }}',
  '{{!--',
  '--}}',
  '\\{{',
  '\\',
  '"',
  "'",
  '“',
  '[a]',
  '(check:q.ok)',
  '(<check:gt a b>)',
  '](',
  '![a',
  '(chart:c "t")',
  '[d]: check:q.ok',
  '![d]',
  'https://x.org/',
  'www.x.org',
  'a@b.org',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '```sql q',
  '```vega-lite c',
  '---',
  '===',
  '***',
  '# ',
  '> ',
  '- ',
  '1. ',
  '2021. ',
  '| ',
  '|---|',
  '[^1]',
  '[^1]: ',
  '<b>',
  '<div>',
  '<!--',
  '-->',
  '<!-- post: id=a -->',
  '&amp;',
  '#tag',
  '@name',
  'word',
  'é',
  '😀',
  '\t',
  ' ',
  '  ',
  '    ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
];

const draftText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

function checkPlaces(messages: readonly Message[], source: SourceFile): void {
  const lines = source.text.split(/\r\n|\n|\r/);
  for (const message of messages) {
    const { place, reason, note } = message;
    expect(place).toBeDefined();
    if (!place) continue;
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
    expect([place.endLine, place.endColumn].every((value) => value >= 1)).toBe(true);
    expect(place.endLine > place.line || place.endColumn >= place.column).toBe(true);
    expect(`${reason}${note ?? ''}`).not.toMatch(/undefined|\[object/);
    // A message about a sign points at that sign
    const sign = /^Unexpected `([^`\n]+)`(?:,|$)/.exec(reason)?.[1];
    if (message.rule === 'tag-unclosed' || message.rule === 'link-syntax')
      expect(pointedAt(message, source)).toBe(sign);
  }
}

describe('parseDraft, whatever it is given,', PATIENT, () => {
  it('never throws, and its messages lie in the file', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const { messages, source } = parseText(text);
        checkPlaces(messages, source);
      }),
      runs(500),
    );
  });

  it('never throws on a file without front matter, or with any', () => {
    fc.assert(
      fc.property(
        fc.oneof(draftText, fc.string({ unit: 'binary' })),
        fc.constantFrom('', '---\n', FRONT_MATTER),
        (text, head) => {
          const { messages, source } = parseFile(head + text);
          checkPlaces(messages, source);
        },
      ),
      runs(200),
    );
  });

  it('says the same of Windows line ends', () => {
    fc.assert(
      fc.property(
        draftText.map((text) => text.replace(/\r\n?/g, '\n')),
        (text) => {
          const [unix, windows] = [text, text.replaceAll('\n', '\r\n')].map(parseText);
          expect(windows?.messages).toEqual(unix?.messages);
        },
      ),
      runs(200),
    );
  });

  it('reads every tag or says why not: no brace is dropped in silence', () => {
    fc.assert(
      fc.property(draftText, (text) => {
        const { draft, messages } = parseText(text);
        const tags = outline(draft.body).replace(/`[^`]*`|html\([^]*?\)|\(https?:[^)]*\)/g, '');
        if (messages.length === 0 && !text.includes('`') && !text.includes('<') && !text.includes('\\'))
          expect(tags).not.toContain('{{');
      }),
      runs(500),
    );
  });

  it('loses no word of plain paragraphs', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abcXYZéß数😀.,;:!?’“”()…')),
      minLength: 1,
      maxLength: 8,
    });
    const filler = fc.constantFrom(' ', ' ', '\n', ' {{q.n}} ', '{{! c }}', '{{#if q}}', '{{/if}}', '\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, filler), { minLength: 1, maxLength: 30 }), (parts) => {
        const text = parts.map(([one, gap]) => one + gap).join('');
        const { draft } = parseText(text);
        const kept = outline(draft.body).replace(/\{q\.n\}|<if q>|<\/if>|[\s⏎|]/g, '');
        expect(kept).toBe(parts.map(([one]) => one).join(''));
      }),
      runs(300),
    );
  });

  it.each([
    ['quotes', '> '.repeat(2000)],
    ['lists', '- '.repeat(500)],
    ['emphasis', '*a '.repeat(3000)],
    ['brackets', '['.repeat(3000)],
    ['blocks', '{{#if q}}'.repeat(3000) + 'x' + '{{/if}}'.repeat(3000)],
    ['open tags', '{{'.repeat(3000)],
    ['open strings', '{{"'.repeat(2000)],
    ['open comments', '{{!'.repeat(5000)],
    ['open long comments', '{{!-- }} '.repeat(2000)],
    ['one comment among many tags', `${'{{q.n}} '.repeat(2000)}{{! c }}`],
    ['links', '[a](check:q.ok) '.repeat(1000)],
  ])('survives many %s', (_, text) => {
    const { messages, source } = parseFile(`${FRONT_MATTER}${text}end`);
    checkPlaces(messages, source);
  });
});
