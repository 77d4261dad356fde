import { describe, expect, it } from 'vitest';
import { LINKEDIN } from '../../src/platform/linkedin.js';
import { excessOf } from '../../src/platform/platform.js';

describe('length', () => {
  it.each([
    ['letters', 'a'.repeat(3000)],
    ['emoji, at their most', '👍'.repeat(1500)],
    ['reserved characters of its API, which are no others here', '(a_b)'.repeat(600)],
  ])('fits at 3,000 and not at 3,001: %s', (_, fits) => {
    expect(LINKEDIN.count(fits)).toBe(3000);
    expect(excessOf(LINKEDIN.measure(fits))).toBeUndefined();
    expect(excessOf(LINKEDIN.measure(`${fits}a`))).toEqual({ count: 3001, limit: 3000, unit: 'characters' });
  });

  it('says why a text counts more than readers see', () => {
    expect(LINKEDIN.measure('Kabul 👍').note).toContain('Readers see 7 characters; LinkedIn does not say');
    expect(LINKEDIN.measure('Kabul').note).toBeUndefined();
  });
});

it.each([
  ['see example.org (https://example.org/a_(b)).', ['https://example.org', 'https://example.org/a_(b)']],
  ['#Kabul #کابل', ['Kabul', 'کابل']],
  ['@field_desk is no mention until it is picked from the list', []],
])('%s', (text, expected) => {
  expect(LINKEDIN.findEntities(text).map(({ value }) => value)).toEqual(expected);
});

it('is one post, without a page that takes its text', () => {
  expect(LINKEDIN.joins).toBe(true);
  expect(LINKEDIN.composeUrl('A post')).toBeUndefined();
});
