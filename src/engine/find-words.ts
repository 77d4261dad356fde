import type { DataSource } from '../model/draft.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { quoteName } from './quote.js';
import { relationOf } from './relation-of.js';

/**
 * The columns of a CSV or TSV file, as the file calls them, that the engine took for something else than they hold: for
 * true and false though they have other words (to it `t`, `NO` and `yes` are such), or for floating numbers though they
 * have whole ones of 19 digits and more, of which it would keep the first 16.
 */
export async function findWords(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
): Promise<readonly string[]> {
  if (source.format !== 'csv' && source.format !== 'tsv') return [];
  const described = await engine.select(
    `SELECT column_name, column_type FROM (DESCRIBE ${quoteName(source.name)}) WHERE column_type IN ('BOOLEAN', 'DOUBLE')`,
  );
  if (described.kind === 'problem') return [];
  const given = (name: string): string => source.columns.find(({ rename }) => rename === name)?.name ?? name;
  const isDeclared = (name: string): boolean =>
    source.columns.some((column) => column.type && column.name.toLowerCase() === name.toLowerCase());
  const columns = described.value
    .map(([name, type]) => ({ name: given(name ?? ''), isBoolean: type === 'BOOLEAN' }))
    .filter(({ name }) => !isDeclared(name));
  const large = await largeColumns(
    source,
    columns.filter(({ isBoolean }) => !isBoolean),
    engine,
  );
  const doubtful = columns.filter(({ name, isBoolean }) => isBoolean || large.includes(name));
  if (doubtful.length === 0) return [];
  const names = doubtful.map(({ name }) => name);
  const tests = doubtful.map(({ name, isBoolean }) => `count(*) FILTER (${isBoolean ? isWord(name) : isLong(name)})`);
  const counted = await engine.select(`SELECT ${tests.join(', ')} FROM ${relationOf(source, files, names)}`);
  if (counted.kind === 'problem') return [];
  return names.filter((_, at) => counted.value[0]?.[at] !== '0');
}

function isWord(name: string): string {
  return `lower(${quoteName(name)}) NOT IN ('true', 'false')`;
}

function isLong(name: string): string {
  return `regexp_full_match(trim(${quoteName(name)}), '[+-]?[0-9]{19,}')`;
}

/** Those with a number beyond the largest whole one of the engine's own kind; most files have none. */
async function largeColumns(
  { name: table, columns }: DataSource,
  floating: readonly { readonly name: string }[],
  engine: OpenEngine,
): Promise<readonly string[]> {
  if (floating.length === 0) return [];
  const tests = floating.map(({ name }) => {
    const own = columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.rename ?? name;
    return `count(*) FILTER (isfinite(${quoteName(own)}) AND abs(${quoteName(own)}) >= 9e18)`;
  });
  const counted = await engine.select(`SELECT ${tests.join(', ')} FROM ${quoteName(table)}`);
  if (counted.kind === 'problem') return [];
  return floating.flatMap(({ name }, at) => (counted.value[0]?.[at] === '0' ? [] : [name]));
}
