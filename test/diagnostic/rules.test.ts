import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/diagnostic/rules.js';

function textsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('rules.ts') && !name.endsWith('rules.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

const sources = textsBelow('src');
const tests = textsBelow('test');

test.each(Object.keys(RULES))('%s is used, and a test names it', (id) => {
  const names = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  expect(sources.some((text) => text.includes(`'${id}'`))).toBe(true);
  expect(tests.some((text) => names.test(text))).toBe(true);
});
