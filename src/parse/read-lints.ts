import { nearestName } from '../diagnostic/nearest-name.js';
import { isLint, isRule, LINTS } from '../diagnostic/rules.js';
import { LINT_LEVELS, type LintLevel, type LintLevels } from '../model/lints.js';
import { distinctEntries } from './open-mapping.js';
import { quote, refuse, report, type ReadContext } from './read-context.js';
import { choice } from './read-simple.js';
import type { YamlEntry, YamlValue } from './yaml-value.js';

const readLevel = choice(LINT_LEVELS, { meant: { warning: 'warn', false: 'off', ignore: 'off', none: 'off' } });

/** Reads how loud lints are; only a lint can be set, and an error stays one. */
export function readLints(context: ReadContext, value: YamlValue): LintLevels | undefined {
  if (value.kind !== 'mapping') {
    refuse(context, value, 'a mapping of lints to `off`, `warn` or `error`');
    return undefined;
  }
  const levels = new Map<string, LintLevel>();
  for (const entry of distinctEntries(context, value.entries)) {
    if (!isLint(entry.key)) {
      reportUnknown(context, entry);
      continue;
    }
    const level = readLevel(context, entry.value, entry.key);
    if (level !== undefined) levels.set(entry.key, level);
  }
  return levels;
}

function reportUnknown(context: ReadContext, { key, keySpan }: YamlEntry): void {
  const near = nearestName(key.replaceAll('_', '-'), LINTS);
  const note = isRule(key)
    ? 'How loud other rules are cannot be set; the guide lists the lints'
    : near
      ? `Did you mean \`${near}\`?`
      : 'The guide lists the lints';
  report(
    context,
    context.rules.key,
    keySpan,
    `Unexpected ${quote(key)} in \`lints\`, expected the name of a lint`,
    note,
  );
}
