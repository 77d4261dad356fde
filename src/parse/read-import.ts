import type { ImportPath } from '../model/draft.js';
import { quote, report, type ReadContext } from './read-context.js';
import { readDataPath } from './read-data-path.js';
import type { YamlValue } from './yaml-value.js';

/** Reads the path of one SQL file of `imports`; whether it may be read is checked where files are. */
export function readImport(context: ReadContext, value: YamlValue, key: string): ImportPath | undefined {
  const file = readDataPath(context, value, key);
  if (file === undefined) return undefined;
  if (!/\.sql$/iu.test(file)) {
    const reason = `Unexpected file ${quote(file)} in \`${key}\`, expected one that ends in \`.sql\``;
    report(context, context.rules.value, value.span, reason, 'Data files stand under `data`');
    return undefined;
  }
  return { file, declaredIn: context.where === 'draft' ? 'draft' : 'config', span: value.span };
}
