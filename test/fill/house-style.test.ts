import { describe, expect, it } from 'vitest';
import { BRIEF, filled, REPORT, X, type Data } from './fill-input.js';

const DATA: Data = {
  q: [{ n: 1234, few: 7, share: 0.92, day: '2021-09-19', names: ['Arabic', 'Dari', 'Urdu'] }],
};
const TEXT = 'All {{q.n}}, {{q.few}}, {{pct q.share}}, {{q.names}}, {{week q.day}}.';

describe('house style', () => {
  it('is what ships where nobody sets it', () => {
    expect(filled(TEXT, DATA)).toBe('All 1,234, seven, 92%, Arabic, Dari and Urdu, last week.');
  });

  it('is the draft’s, and the target’s key by key', () => {
    const frontMatter = `numbers: {words_to: 0, group: ' '}
lists: {serial_comma: true}
for:
  brief: {numbers: {words_to: 10}, lists: {serial_comma: false}}
  report: {numbers: {percent: ' per cent'}, dates: {week_starts: sunday}}`;
    const seen = [X, BRIEF, REPORT].map((target) => filled(TEXT, DATA, { frontMatter, target }));
    expect(seen).toEqual([
      'All 1 234, 7, 92%, Arabic, Dari, and Urdu, last week.',
      'All 1 234, seven, 92%, Arabic, Dari and Urdu, last week.',
      'All 1 234, 7, 92 per cent, Arabic, Dari, and Urdu, this week.',
    ]);
  });
});
