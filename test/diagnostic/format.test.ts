import { describe, expect, test } from 'vitest';
import { createMessage, messageAt } from '../../src/diagnostic/create-message.js';
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
