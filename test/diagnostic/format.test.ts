import { describe, expect, test } from 'vitest';
import { createMessage, messageAt } from '../../src/diagnostic/create-message.js';
import { cutToWidth, displayWidth } from '../../src/diagnostic/display-width.js';
import { formatAnnotations } from '../../src/diagnostic/format-annotations.js';
import { formatJson } from '../../src/diagnostic/format-json.js';
import { formatText } from '../../src/diagnostic/format-text.js';
import { locate } from '../../src/diagnostic/locate.js';
import { hasErrors, tidyMessages } from '../../src/diagnostic/tidy-messages.js';

const source = { path: 'a.md', text: 'One\r\ntwo 漢字 three\n\ttab\n' };
const three = { start: source.text.indexOf('three'), end: source.text.indexOf('three') + 5 };
const message = messageAt(source, three, 'name-unknown', 'Unexpected `three`', 'Did you mean `tree`?');

describe('places', () => {
  test('count lines over every kind of line end', () => {
    expect(locate(source, three)).toEqual({ file: 'a.md', line: 2, column: 8, endLine: 2, endColumn: 13 });
    expect(locate({ path: 'b', text: 'a\rb\nc' }, { start: 4, end: 5 })).toMatchObject({ line: 3, column: 1 });
  });

  test('stay inside the file', () => {
    expect(locate(source, { start: 900, end: 1000 })).toMatchObject({ line: 4, column: 1 });
  });
});

describe('text for people', () => {
  test('marks the words under their line, wide characters too', () => {
    expect(formatText([message], { colour: false, sources: new Map([['a.md', source]]) })).toBe(
      [
        'a.md:2:8 error Unexpected `three` (name-unknown)',
        '  2 | two 漢字 three',
        '    |          ^^^^^',
        '  → Did you mean `tree`?',
      ].join('\n'),
    );
  });

  test('shows a long line around its mark', () => {
    const long = { path: 'l.md', text: `${'x'.repeat(500)}HERE${'y'.repeat(500)}` };
    const shown = formatText([messageAt(long, { start: 500, end: 504 }, 'name-unknown', 'R')], {
      colour: false,
      sources: new Map([['l.md', long]]),
    });
    const [, line = '', mark = ''] = shown.split('\n');
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
    expect(line.length).toBeLessThan(120);
  });

  test('never hands a control character of the data to the terminal', () => {
    const shown = formatText([createMessage('name-unknown', undefined, 'Unexpected `\u001b[2J`')], {
      colour: false,
      sources: new Map(),
    });
    expect(shown).toBe('error Unexpected `\\u001b[2J` (name-unknown)');
  });
});

describe('what a terminal would obey or hide', () => {
  const odd = { path: 'a\u001b]0;x\u0007\u202e.md', text: 'ok \u202eevil x\n' };
  const told = messageAt(odd, { start: 9, end: 10 }, 'name-unknown', 'Unexpected `a\n\u009bb`', 'See\n\u2066it\u200f');

  test('is shown in places, reasons, lines and notes, with the mark under its word', () => {
    expect(formatText([told], { colour: false, sources: new Map([[odd.path, odd]]) })).toBe(
      [
        'a\\u001b]0;x\\u0007\\u202e.md:1:10 error Unexpected `a\\n\\u009bb` (name-unknown)',
        '  1 | ok \\u202eevil x',
        '    |               ^',
        '  → See',
        '  → \\u2066it\\u200f',
      ].join('\n'),
    );
  });

  test('is shown in annotations', () => {
    expect(formatAnnotations([told])).toContain('::Unexpected `a%0A\\u009bb`%0ASee%0A\\u2066it\\u200f');
    expect(formatAnnotations([told])).not.toMatch(/[\u0000-\u0009\u007f-\u009f\u202a-\u202e]/);
  });
});

test('widths are those of a terminal', () => {
  expect(['ab', '漢字', 'e\u0301', '🎉', '\u200b', '𠀀'].map(displayWidth)).toEqual([2, 4, 1, 2, 0, 2]);
  expect(['漢字漢字', 'abcde', 'abcdef'].map((text) => cutToWidth(text, 5))).toEqual(['漢字…', 'abcde', 'abcd…']);
});

test('JSON has every key in a fixed order', () => {
  expect(JSON.stringify(formatJson([message]))).toBe(
    '[{"rule":"name-unknown","severity":"error","file":"a.md","line":2,"column":8,"end_line":2,"end_column":13,"reason":"Unexpected `three`","note":"Did you mean `tree`?"}]',
  );
});

test('annotations escape what would end them', () => {
  const odd = createMessage(
    'name-unknown',
    { file: 'a,b:c.md', line: 1, column: 2, endLine: 1, endColumn: 3 },
    '50% of\nit',
  );
  expect(formatAnnotations([odd])).toBe(
    '::error file=a%2Cb%3Ac.md,line=1,endLine=1,col=2,endColumn=3,title=name-unknown::50%25 of%0Ait',
  );
});

test('the same thing is said once, in the order of the lines', () => {
  const first = messageAt(source, { start: 0, end: 3 }, 'post-dropped', 'Dropped');
  expect(tidyMessages([message, first, message])).toEqual([first, message]);
  expect(hasErrors([first])).toBe(false);
  expect(hasErrors([first, message])).toBe(true);
});
