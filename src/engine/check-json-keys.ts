import type { DataSource } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';
import type { OpenEngine } from './open-engine.js';
import type { ReadyFile } from './prepare-file.js';
import { exactPath, quoteName, quoteText } from './quote.js';

/**
 * Tells keys of JSON objects that differ by case alone. The engine would give the second another name, `name_1`, and
 * nobody would look for it there.
 */
export async function checkJsonKeys(
  source: DataSource,
  files: readonly ReadyFile[],
  engine: OpenEngine,
): Promise<DataProblem | undefined> {
  if (source.format !== 'json' && source.format !== 'ndjson') return undefined;
  const described = await engine.select(`SELECT column_name FROM (DESCRIBE ${quoteName(source.name)})`);
  const columns = described.kind === 'ok' ? described.value.map(([name]) => (name ?? '').toLowerCase()) : [];
  // The keys themselves are looked through only where a column may have been renamed
  if (!columns.some((name) => /_\d+$/.test(name) && columns.includes(name.replace(/_\d+$/, '')))) return undefined;
  for (const { path, file } of files) {
    const twins = await findTwins(path, source, engine);
    if (!twins) continue;
    return {
      rule: 'data-unreadable',
      reason: `Unexpected keys \`${twins.join('` and `')}\` in \`${file.written}\`, expected names that differ by more than case`,
      note: 'Case makes no difference in SQL; rename one of them',
    };
  }
  return undefined;
}

async function findTwins(
  path: string,
  { format }: DataSource,
  engine: OpenEngine,
): Promise<readonly [string, string] | undefined> {
  const options = `format = '${format === 'json' ? 'auto' : 'newline_delimited'}', compression = 'uncompressed'`;
  const read = await engine.select(
    `SELECT DISTINCT unnest(json_keys(json)) AS name FROM read_json_objects(${quoteText(exactPath(path))}, ${options}) ORDER BY name`,
  );
  if (read.kind === 'problem') return undefined;
  const first = new Map<string, string>();
  for (const [name] of read.value) {
    if (name === null || name === undefined) continue;
    const twin = first.get(name.toLowerCase());
    if (twin !== undefined) return [twin, name];
    first.set(name.toLowerCase(), name);
  }
  return undefined;
}
