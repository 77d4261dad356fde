import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryPath } from '../../src/child/entry-path.js';

test('a child is the compiled program of this package, wherever the caller runs from', () => {
  expect(existsSync(entryPath('engine/child'))).toBe(true);
});

test('a program that is not compiled is told by name, with the command', () => {
  expect(() => entryPath('engine/nothing' as 'engine/child')).toThrow(/dist\/engine\/nothing\.js.*npm run build/);
});
