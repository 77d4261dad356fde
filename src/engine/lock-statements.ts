import { tableMacroStatements } from '../query/table-macros.js';
import { clockStatements } from './clock-statements.js';
import { exactPath, quoteText } from './quote.js';

/**
 * The statements between loading and the writer's queries: a clock that stands still at `as_of`, then no way out.
 * The files may still be read, because a Parquet file is read by each query; `allowed_paths` must come first.
 */
export function lockStatements(asOf: string, files: readonly string[]): string {
  return [
    ...clockStatements(asOf),
    ...tableMacroStatements(),
    // A path is looked at as the view spells it, then as the file is called
    `SET allowed_paths = [${files
      .flatMap((file) => [exactPath(file), file])
      .map(quoteText)
      .join(', ')}]`,
    `SET temp_directory = ''`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ].join('; ');
}
