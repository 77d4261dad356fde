import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/parse/read-day.js';

describe('isDay', () => {
  it.each(['2021-09-24', '2020-02-29', '2000-02-29', '0001-01-01', '2021-12-31'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-00-10',
    '2021-13-01',
    '2021-01-00',
    '0000-01-01',
    '21-01-01',
    '2021-1-1',
    '2021-01-01T00:00',
    ' 2021-01-01',
    '2021-01-01\n',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
