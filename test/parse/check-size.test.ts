import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULTS } from '../../src/model/defaults.js';
import { parseDraft } from '../../src/parse/parse-draft.js';

const HEAD = '---\ntitle: Notes\ndate: 2026-03-10\n---\n\n';
const MANY = 20_000;

function errors(body: string): string[] {
  const { messages } = parseDraft({ path: 'a.md', text: HEAD + body }, { slug: 'a', defaults: DEFAULTS });
  return messages
    .filter(({ severity }) => severity === 'error')
    .map(({ place, rule }) => `${place?.line}:${place?.column} ${rule}`);
}

// What is past all reason is told at once; Markdown would take minutes over it, or exhaust the stack
test.each([
  ['quotes', '> '.repeat(MANY), '6:101 draft-too-deep'],
  ['lists on one line', `${'- '.repeat(MANY)}a`, '6:101 draft-too-deep'],
  ['lists below each other', indented(400, '- a'), '56:101 draft-too-deep'],
  ['numbered lists below each other', indented(200, '1. a'), '56:101 draft-too-deep'],
  ['footnotes', '[^a]: '.repeat(MANY), '6:301 draft-too-deep'],
  ['tags of HTML', '<div>'.repeat(MANY), '6:501 draft-too-deep'],
  ['tags of HTML, apart', '<div>\n\n'.repeat(1000), '206:1 draft-too-deep'],
  ['tags of HTML with wrong ends', '<div></span>'.repeat(1000), '6:1201 draft-too-deep'],
  ['brackets', '['.repeat(MANY) + ']('.repeat(MANY), '6:1 draft-too-large'],
  ['images in images', `${'!['.repeat(600)}x${'](a)'.repeat(600)}`, '6:1 draft-too-large'],
  ['emphasis', 'Words\n'.repeat(9) + '*a_ '.repeat(3000), '6:1 draft-too-large'],
  ['emphasis on many lines', '*a_\n'.repeat(3000), '6:1 draft-too-large'],
  ['emphasis in rows of no table', '| *a_ *a_ |\n'.repeat(3000), '6:1 draft-too-large'],
  ['a paragraph without an end', 'a '.repeat(MANY), '6:1 draft-too-large'],
  ['a book of paragraphs', `${'a '.repeat(9000)}\n\n`.repeat(20), '38:1 draft-too-large'],
  ['underlined lines', 'a\n---\n\n'.repeat(MANY), '1507:1 draft-too-large'],
  ['tables', '|a|b|\n|-|-|\n|1|2|\n\n'.repeat(MANY), '2007:1 draft-too-large'],
  ['paragraphs', 'a\n\n'.repeat(MANY), '10006:1 draft-too-large'],
  ['rows', `|a|\n|-|\n${'|a|\n'.repeat(MANY)}`, '5006:1 draft-too-large'],
  ['brackets in a tag', `{{num ${'(num '.repeat(1000)}1${')'.repeat(1000)}}}`, '6:107 tag-syntax'],
])('%s without number', (_, body, error) => {
  expect(errors(`${body}\n`).slice(0, 1)).toEqual([error]);
});

describe('what is long for a reason', () => {
  it.each([
    ['a long query', `\`\`\`sql q\nSELECT 1 AS n_${'\n  -- [a_b] * `c`'.repeat(5000)}\n\`\`\`\n\nText\n`],
    ['a table of bold cells', `|a|b|\n|-|-|\n${'|**a**|[b](c.html)|\n'.repeat(300)}`],
    ['a list of bold items', '- **a** and [b](c.html)\n'.repeat(300)],
    ['a table in HTML', `<table>\n${'<tr><td>a<td>b</tr>\n'.repeat(600)}</table>\n`],
    ['items in HTML without end tags', `<ul>\n${'<li>a<br>\n'.repeat(600)}</ul>\n`],
    ['a line of dashes apart', `Text\n\n${'- '.repeat(80)}\n\nText\n`],
    ['a long paragraph', `${'Words, *words* and [more](a.html). '.repeat(150)}\n`],
  ])('%s passes', (_, body) => {
    expect(errors(body).filter((error) => /too-/.test(error))).toEqual([]);
  });
});

test('lists within each other are counted as they stand, whatever stands between', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 49 }), { maxLength: 60 }), (levels) => {
      // Never deeper than 50, in any order
      const body = levels.map((level) => `${'  '.repeat(level)}- a`).join('\n');
      expect(errors(`${body}\n`).filter((error) => error.includes('draft-too'))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

function indented(count: number, item: string): string {
  return Array.from({ length: count }, (_, level) => '  '.repeat(level) + item).join('\n');
}
