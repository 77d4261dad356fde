import { expect, test } from 'vitest';
import * as api from '../src/index.js';

test('the package exports exactly this', () => {
  expect(Object.keys(api).sort()).toEqual([
    'RULES',
    'buildDrafts',
    'checkDrafts',
    'formatJson',
    'formatText',
    'hasErrors',
    'publishDraft',
    'queryDraft',
  ]);
});
