import { expect, test } from 'vitest';
import * as api from '../src/index.js';

test('the package exports exactly this', () => {
  expect(Object.keys(api).sort()).toEqual([
    'RULES',
    'buildDrafts',
    'checkDrafts',
    'diffDrafts',
    'formatJson',
    'formatText',
    'hasErrors',
    'lockDrafts',
    'publishDraft',
    'queryDraft',
  ]);
});
