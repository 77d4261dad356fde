import { expect, test } from 'vitest';
import { createMessage } from '../../src/diagnostic/create-message.js';
import { collect } from '../../src/pipeline/collect.js';

test('takes more messages than a call takes arguments', () => {
  const { take, messages } = collect();
  const found = Array.from({ length: 300_000 }, () => createMessage('tag-unclosed', undefined, 'Unexpected `{{`'));
  expect(take({ value: 'all', messages: found })).toBe('all');
  expect(messages.length).toBe(found.length);
});
