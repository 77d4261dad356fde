import type { DataSource } from '../model/draft.js';
import { csvDialect } from './csv-dialect.js';
import type { ReadyFile } from './prepare-file.js';
import { exactPath, quoteName, quoteText } from './quote.js';

/**
 * The rows of a source's files, as SQL.
 *
 * @param texts Columns that are text, whatever their values look like.
 */
export function relationOf(source: DataSource, files: readonly ReadyFile[], texts: readonly string[] = []): string {
  const paths = `[${files.map(({ path }) => quoteText(exactPath(path))).join(', ')}]`;
  const several = files.length > 1 ? ', union_by_name = true' : '';
  const header = files[0]?.header;
  switch (source.format) {
    case 'csv':
    case 'tsv':
      return `read_csv(${paths}, sample_size = -1${header ? `, ${csvDialect(header, source)}` : ''}${several}${asText(texts)})`;
    case 'json':
      return `read_json(${paths}, ${jsonOptions(files)}${several})`;
    case 'ndjson':
      return `read_json(${paths}, format = 'newline_delimited', records = true, ${jsonOptions(files)}${several})`;
    case 'parquet':
      return `read_parquet(${paths}, hive_partitioning = false${several})`;
    case 'xlsx':
      // Its rows come through the child, not by SQL
      return quoteName(source.name);
    default:
      return source.format satisfies never;
  }
}

function asText(columns: readonly string[]): string {
  const types = columns.map((name) => `${quoteText(name)}: 'VARCHAR'`);
  return types.length === 0 ? '' : `, types = {${types.join(', ')}}`;
}

function jsonOptions({ length }: readonly ReadyFile[]): string {
  return `sample_size = -1, maximum_sample_files = ${length}, compression = 'uncompressed', hive_partitioning = false`;
}
