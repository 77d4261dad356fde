import { describe, expect, it } from 'vitest';
import { writtenText } from '../../../src/render/thread/written-text.js';

/** The source of each character of a value, which stands in the source as Markdown would give it. */
function places(value: string, source: string): string[] {
  const { marks } = writtenText(value, { start: 0, end: source.length }, { path: 'draft.md', text: source });
  return marks.map(({ span }) => source.slice(span.start, span.end));
}

describe('every character finds its place', () => {
  it.each<[string, string, string[]]>([
    ['as it is', 'ab', ['a', 'b']],
    ['after a backslash', 'a\\*b', ['a', '*', 'b']],
    ['over the spaces of a line break', 'a  \r\n   b', ['a', '\n', 'b']],
    ['over the mark of a quotation', 'a\n> b', ['a', '\n', 'b']],
    ['as a character reference', 'a&lt;b', ['a', '&lt;', 'b']],
    ['as an ampersand’s', 'a&amp;&b', ['a', '&amp;', '&', 'b']],
  ])('%s', (_, source, expected) => {
    const value = expected.map((one) => ({ '&lt;': '<', '&amp;': '&' })[one] ?? one).join('');
    expect(places(value, source)).toEqual(expected);
  });

  it('stays inside the node when a character is not in the source', () => {
    expect(places('axyb', 'ab')).toEqual(['a', '', '', 'b']);
  });
});
