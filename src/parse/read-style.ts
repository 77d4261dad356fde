import type { Style, PartialStyle } from '../model/style.js';
import { OUTPUTS, PLATFORM_IDS, type TargetName } from '../model/target.js';
import { alternatives, refuse, report, type ReadContext } from './read-context.js';
import { distinctEntries, openMapping, type Fields } from './open-mapping.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import { choice, readBoolean, wholeNumber } from './read-simple.js';
import { readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Reads the keys of house style, `numbers`, `lists` and `dates`, out of an open mapping. */
export function readStyle(fields: Fields | undefined): PartialStyle {
  return withoutGaps({
    numbers: fields?.read('numbers', readNumbers),
    lists: fields?.read('lists', readLists),
    dates: fields?.read('dates', readDates),
  });
}

/** Reads `for`: house style by target. */
export function readStyles(
  context: ReadContext,
  value: YamlValue,
): Partial<Readonly<Record<TargetName, PartialStyle>>> | undefined {
  if (value.kind !== 'mapping') {
    refuse(context, value, `a mapping of ${alternatives(TARGETS)}`);
    return undefined;
  }
  const styles: Partial<Record<TargetName, PartialStyle>> = {};
  for (const { key, keySpan, value: style } of distinctEntries(context, value.entries)) {
    const target = TARGETS.find((name) => name === key);
    if (target) styles[target] = readStyle(openMapping(context, style, 'for.*'));
    else {
      const near = nearestName(key, TARGETS);
      const reason = `Unexpected \`${key}\` in \`for\`, expected ${alternatives(TARGETS)}`;
      report(context, context.rules.key, keySpan, reason, near && `Did you mean \`${near}\`?`);
    }
  }
  return styles;
}

const TARGETS: readonly TargetName[] = [...PLATFORM_IDS, ...OUTPUTS.filter((output) => output !== 'thread')];

function readNumbers(context: ReadContext, value: YamlValue): Partial<Style['numbers']> | undefined {
  const fields = openMapping(context, value, 'numbers');
  return (
    fields &&
    withoutGaps({
      wordsTo: fields.read('words_to', wholeNumber(0, 99)),
      sentenceStart: fields.read('sentence_start', choice(['words', 'digits'])),
      group: fields.read('group', readGroup),
      percent: fields.read('percent', readText),
      digits: fields.read('digits', choice(['latn', 'arab'])),
    })
  );
}

function readLists(context: ReadContext, value: YamlValue): Partial<Style['lists']> | undefined {
  const fields = openMapping(context, value, 'lists');
  return fields && withoutGaps({ serialComma: fields.read('serial_comma', readBoolean) });
}

function readDates(context: ReadContext, value: YamlValue): Partial<Style['dates']> | undefined {
  const fields = openMapping(context, value, 'dates');
  return fields && withoutGaps({ weekStarts: fields.read('week_starts', choice(['monday', 'sunday'])) });
}

/** One sign that is no digit; an empty text is none. */
function readGroup(context: ReadContext, value: YamlValue): string | undefined {
  if (value.kind === 'text' && /^\D?$/u.test(value.text)) return value.text;
  refuse(context, value, "one sign, or `''` for none");
  return undefined;
}

/** A layer over a style may lack a key, but a key that is there and undefined would hide the one below. */
function withoutGaps<T extends object>(layer: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(layer).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
