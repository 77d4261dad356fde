import { describe, expect, test } from 'vitest';
import { messageAt } from '../../src/diagnostic/create-message.js';
import { dropEchoes } from '../../src/diagnostic/drop-echoes.js';
import type { Message } from '../../src/diagnostic/message.js';
import type { RuleId } from '../../src/diagnostic/rules.js';

const TEXT = 'one {{two}} three\n\nfour five\n';

function at(words: string, rule: RuleId = 'post-empty', path = 'a.md'): Message {
  const start = TEXT.indexOf(words);
  return messageAt({ path, text: TEXT }, { start, end: start + words.length }, rule, words);
}

describe('dropEchoes', () => {
  test.each([
    ['the same place', at('{{two}}')],
    ['a place in it', at('two')],
    ['a place around it', at('one {{two}} three')],
  ])('drops what is said at %s as an error', (_, message) => {
    expect(dropEchoes([message], [at('{{two}}')])).toEqual([]);
  });

  test.each([
    ['beside it', at('three'), at('{{two}}')],
    ['that ends where it begins', at('one '), at('{{two}}')],
    ['on another line', at('five'), at('{{two}}')],
    ['in another file', at('{{two}}', 'post-empty', 'b.md'), at('{{two}}')],
    ['at a warning', at('{{two}}'), at('{{two}}', 'alt-missing')],
  ])('keeps what is said %s', (_, message, earlier) => {
    expect(dropEchoes([message], [earlier])).toEqual([message]);
  });
});
