import { expect, test } from 'vitest';
import { formatCorrections } from '../../src/record/correction.js';

test('a correction is worded in the language of its draft, in English where it has no words of ours', () => {
  const figure = { id: 'n', kind: 'figure', expression: 'n', texts: '7', verdict: undefined, inputs: [] };
  const change = { kind: 'new' as const, after: figure };
  const placed = { change, causes: [], place: undefined, sentence: { before: 'سبع سفن.', after: 'ثماني سفن.' } };
  const lines = (lang: string): string => formatCorrections([placed], { date: '2026-03-10', lang });
  expect(lines('ar-EG')).toBe(
    "corrections:\n  - {date: 2026-03-10, text: 'ورد في نسخة سابقة: «سبع سفن.» والصواب: «ثماني سفن.»'}\n",
  );
  expect(lines('de')).toContain('An earlier version said: “سبع سفن.” It should have said: “ثماني سفن.”');
});
