import { nearestName } from '../diagnostic/nearest-name.js';
import { locate } from '../diagnostic/locate.js';
import type { Span } from '../model/position.js';
import { keysUnder } from './front-matter-keys.js';
import { alternatives, quote, refuse, report, reportBroken, type ReadContext, type Reader } from './read-context.js';
import type { YamlEntry, YamlValue } from './yaml-value.js';

/** The keys of a mapping, checked against the table of keys and ready to be read. */
export interface Fields {
  readonly read: <T>(key: string, reader: Reader<T>) => T | undefined;
  /** Says that a key has to be there; true when it is. */
  readonly need: (key: string, note: string) => boolean;
  readonly spanOf: (key: string) => Span | undefined;
}

/** Opens a mapping of known keys: unknown, second and empty keys are reported here. */
export function openMapping(context: ReadContext, value: YamlValue, path: string): Fields | undefined {
  const rules = keysUnder(path, context.where);
  const names = rules.map(({ name }) => name);
  const shown = names.length > 6 ? 'keys and values' : `a mapping of ${alternatives(names)}`;
  if (value.kind !== 'mapping') {
    refuse(context, value, shown);
    return undefined;
  }
  const known = new Map<string, YamlEntry>();
  for (const entry of distinctEntries(context, value.entries)) {
    const rule = rules.find(({ name }) => name === entry.key);
    if (!rule) reportUnknown(context, entry, names, path);
    else if (!isEmpty(context, entry)) known.set(entry.key, entry);
  }
  // A whole front matter is no place to look at; its first key is
  const place = path === '' ? (value.entries[0]?.keySpan ?? value.span) : value.span;
  return {
    read: (key, reader) => {
      const entry = known.get(key);
      return entry && reader(context, entry.value, key);
    },
    need: (key, note) => {
      if (!known.has(key)) report(context, context.rules.missing, place, `Missing \`${key}\``, note);
      return known.has(key);
    },
    spanOf: (key) => known.get(key)?.value.span,
  };
}

/** The entries of a mapping whose keys are the writer's own names; a second one of the same name is reported. */
export function distinctEntries(context: ReadContext, entries: readonly YamlEntry[]): YamlEntry[] {
  const first = new Map<string, YamlEntry>();
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (!earlier) first.set(entry.key, entry);
    else {
      const { line } = locate(context.source, earlier.keySpan);
      const reason = `Unexpected second ${quote(entry.key)}, expected each key once`;
      report(context, context.rules.key, entry.keySpan, reason, `The first stands on line ${line}`);
    }
  }
  return [...first.values()];
}

function reportUnknown(context: ReadContext, entry: YamlEntry, names: readonly string[], path: string): void {
  const elsewhere = context.where === 'draft' ? 'project' : 'draft';
  if (
    (context.where === 'draft' || context.where === 'project') &&
    keysUnder(path, elsewhere).some(({ name }) => name === entry.key)
  ) {
    const reason = `Unexpected key ${quote(entry.key)}, expected it in ${elsewhere === 'draft' ? 'a draft' : 'the configuration'}`;
    report(context, context.rules.key, entry.keySpan, reason);
    return;
  }
  const near = nearestName(entry.key.replaceAll('-', '_'), names);
  const place = path === '' ? '' : ` in \`${path.replaceAll('.*', '')}\``;
  const expected = names.length > 6 ? 'one that the guide lists' : alternatives(names);
  const reason = `Unexpected key ${quote(entry.key)}${place}, expected ${expected}`;
  report(context, context.rules.key, entry.keySpan, reason, near && `Did you mean \`${near}\`?`);
  if (entry.value.kind === 'broken') reportBroken(context, entry.value);
}

/** An empty key is left from a template, more often than not: it counts as not written. */
function isEmpty(context: ReadContext, { key, keySpan, value }: YamlEntry): boolean {
  if (value.kind !== 'null') return false;
  if (value.lost) {
    const note = `In YAML \`#\` starts a comment. Put single quotes around it: \`${key}: '…'\``;
    report(context, context.rules.value, value.lost, `Unexpected \`#\` at the start of \`${key}\``, note);
  } else {
    report(
      context,
      context.rules.hint,
      keySpan,
      `Unexpected empty \`${key}\`, which is ignored`,
      'Give it a value, or remove it',
    );
  }
  return true;
}
