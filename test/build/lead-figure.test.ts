import { expect, test } from 'vitest';
import { leadFigure } from '../../src/build/lead-figure.js';
import type { Story } from '../../src/model/story.js';

const rich = (text: string): Story['title'] => [{ type: 'text', value: text }];

test('a draft without a picture is shown by its first key figure, but by no sentence', () => {
  const keyed = (value: string) => leadFigure({ keyFigures: [{ value: rich(value), label: rich('boats') }] });
  expect(keyed('12,380,000')).toEqual({ value: '12,380,000', label: 'boats' });
  expect(keyed('12,380,000 t')).toBeUndefined();
  expect(leadFigure({ keyFigures: [] })).toBeUndefined();
});
