import { expect, test } from 'vitest';
import { loadData } from '../../src/engine/load-data.js';
import { openEngine } from '../../src/engine/open-engine.js';
import { peekQuery } from '../../src/query/peek-query.js';
import { planQueries } from '../../src/query/plan-queries.js';
import { draftOf } from './draft.js';
import { fence } from './run.js';

test('the first rows of a query are shown with their total, however many there are', async () => {
  const root = import.meta.dirname;
  const draft = draftOf(fence('from range(1000000) t(n)', 'big') + fence('from range(2) t(n)', 'small'));
  await using engine = await openEngine();
  await loadData(draft, engine, { root, folder: root });
  await planQueries(draft, engine, []);
  const big = await peekQuery('big', engine, 5);
  expect(big.kind === 'ok' && [big.value.rows.length, big.value.total]).toEqual([5, 1_000_000]);
  expect(big.kind === 'ok' && big.value.columns).toEqual([{ name: 'n', type: 'BIGINT', logical: 'number' }]);
  const small = await peekQuery('small', engine, 5);
  expect(small.kind === 'ok' && [small.value.rows.length, small.value.total]).toEqual([2, 2]);
  expect((await peekQuery('none', engine, 5)).kind).toBe('problem');
});
