import type { DataSource } from '../model/draft.js';
import { distinctEntries, openMapping } from './open-mapping.js';
import { quote, refuse, report, type ReadContext } from './read-context.js';
import { readDay } from './read-day.js';
import { choice, readBoolean } from './read-simple.js';
import { readText } from './read-text.js';
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
    const source = readSource(context, entry);
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

function readSource(context: ReadContext, { key: name, keySpan, value }: YamlEntry): DataSource | undefined {
  const declaredIn = context.where === 'draft' ? 'draft' : 'config';
  const base = { name, declaredIn, illustrative: false, datedBy: undefined, covers: undefined } as const;
  if (value.kind === 'text' || value.kind === 'broken') {
    const file = readFile(context, value, name);
    return file && { ...base, ...file, source: undefined, licence: undefined, span: value.span };
  }
  if (value.kind !== 'mapping') {
    const at = value.kind === 'null' ? { ...value, span: keySpan } : value;
    refuse(context, at, 'a path, or a mapping with `file`');
    return undefined;
  }
  const fields = openMapping(context, value, 'data.*');
  if (!fields?.need('file', `Write \`${name}: {file: data/${name}.csv}\``)) return undefined;
  const details = {
    datedBy: fields.read('dated_by', readText),
    covers: fields.read('covers', readCovers),
    source: fields.read('source', readText),
    licence: fields.read('licence', readText),
    illustrative: fields.read('illustrative', readBoolean) ?? false,
  };
  fields.read('undated', choice(['keep', 'drop']));
  const file = fields.read('file', readFile);
  return file && { ...base, ...details, ...file, span: fields.spanOf('file') ?? value.span };
}

const FORMATS = { csv: 'csv', json: 'json', parquet: 'parquet' } as const;

/** Only how a path is written is checked here; whether it may be read is known where files are. */
function readFile(
  context: ReadContext,
  value: YamlValue,
  key: string,
): Pick<DataSource, 'file' | 'format'> | undefined {
  const file = readText(context, value, key);
  if (file === undefined) return undefined;
  const complain = (reason: string, note?: string): void => {
    report(context, context.rules.value, value.span, reason, note);
  };
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(file)) {
    complain(
      `Unexpected address ${quote(file)}, expected a file of the project`,
      'Download it first: a build uses no network',
    );
    return undefined;
  }
  if (file.includes('\\') || /^[a-z]:/iu.test(file)) {
    const better = file.replaceAll('\\', '/');
    complain(
      `Unexpected path ${quote(file)}, expected \`/\` between folders`,
      /^[a-z]:/iu.test(file) ? 'A path is relative to the draft; a leading `/` is the project' : `Write \`${better}\``,
    );
    return undefined;
  }
  const ending = /\.([^./]+)$/u.exec(file)?.[1]?.toLowerCase();
  const format = Object.entries(FORMATS).find(([known]) => known === ending)?.[1];
  if (!format) {
    const what = ending === undefined ? 'a file without an ending' : `\`.${ending}\``;
    complain(
      `Unexpected ${ending === undefined ? `path ${quote(file)}` : what}, expected \`.csv\`, \`.json\` or \`.parquet\``,
      ending === undefined ? undefined : `Files that end in ${what} are not read yet`,
    );
    return undefined;
  }
  if (/[*?]/u.test(file)) {
    report(
      context,
      'not-yet',
      value.span,
      `Unexpected ${quote(file)} for several files, which is not built yet`,
      'Name one file',
    );
  }
  return { file, format };
}

function readCovers(context: ReadContext, value: YamlValue): readonly [string, string] | undefined {
  const expected = 'two days, as in `[2019-01-01, 2021-09-23]`';
  if (value.kind !== 'list') {
    refuse(context, value, expected);
    return undefined;
  }
  const [first, last, ...more] = value.items;
  if (!first || !last || more.length > 0) {
    report(context, context.rules.value, value.span, `Unexpected list of ${value.items.length}, expected ${expected}`);
    return undefined;
  }
  const [from, to] = [readDay(context, first, 'covers'), readDay(context, last, 'covers')];
  if (from === undefined || to === undefined) return undefined;
  if (from > to) {
    const note = `Write \`[${to}, ${from}]\``;
    report(
      context,
      context.rules.value,
      value.span,
      `Unexpected \`${from}\` before \`${to}\`, expected the earlier day first`,
      note,
    );
    return undefined;
  }
  return [from, to];
}
