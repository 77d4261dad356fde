import type { DataSource } from '../model/draft.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { quoteName } from './quote.js';
import { relationOf } from './relation-of.js';

/**
 * The columns of a CSV or TSV file, as the file calls them, that the engine took for true and false though they hold
 * other words: to it `t`, `NO` and `yes` are such.
 */
export async function findWords(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
): Promise<readonly string[]> {
  if (source.format !== 'csv' && source.format !== 'tsv') return [];
  const described = await engine.select(
    `SELECT column_name FROM (DESCRIBE ${quoteName(source.name)}) WHERE column_type = 'BOOLEAN'`,
  );
  if (described.kind === 'problem') return [];
  const given = (name: string): string => source.columns.find(({ rename }) => rename === name)?.name ?? name;
  const isDeclared = (name: string): boolean =>
    source.columns.some((column) => column.type && column.name.toLowerCase() === name.toLowerCase());
  const names = described.value.map(([name]) => given(name ?? '')).filter((name) => !isDeclared(name));
  if (names.length === 0) return [];
  const tests = names.map((name) => `count(*) FILTER (lower(${quoteName(name)}) NOT IN ('true', 'false'))`);
  const counted = await engine.select(`SELECT ${tests.join(', ')} FROM ${relationOf(source, files, names)}`);
  if (counted.kind === 'problem') return [];
  return names.filter((_, at) => counted.value[0]?.[at] !== '0');
}
