import type { DataSource } from '../model/draft.js';
import { distinctEntries } from './open-mapping.js';
import { quote, refuse, report, type ReadContext } from './read-context.js';
import { readDataSource } from './read-data-source.js';
import type { YamlEntry, YamlValue } from './yaml-value.js';

/** Reads the data files of a draft or a project. */
export function readData(context: ReadContext, value: YamlValue): DataSource[] | undefined {
  if (value.kind !== 'mapping') {
    refuse(context, value, '`name: path` for each data file');
    return undefined;
  }
  const seen = new Map<string, string>();
  return distinctEntries(context, value.entries).flatMap((entry) => {
    if (!isTableName(context, entry, seen)) return [];
    const source = readDataSource(context, entry);
    return source ? [source] : [];
  });
}

/** Queries use the name as a table, in any case. */
function isTableName(context: ReadContext, { key, keySpan }: YamlEntry, seen: Map<string, string>): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) {
    const better = key.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?=\p{N})/u, '_');
    const note = /\p{L}/u.test(better) ? `Write \`${better}\`` : undefined;
    const reason = `Unexpected data name ${quote(key)}, expected letters, digits and \`_\`, no digit first`;
    report(context, context.rules.value, keySpan, reason, note);
    return false;
  }
  const same = seen.get(key.toLowerCase());
  if (same !== undefined) {
    const reason = `Unexpected second data name ${quote(key)}, expected names that differ by more than case`;
    report(context, context.rules.value, keySpan, reason, `The first is \`${same}\``);
    return false;
  }
  seen.set(key.toLowerCase(), key);
  return true;
}
