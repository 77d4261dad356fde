import type { Numbering } from '../model/draft.js';
import { openMapping } from './open-mapping.js';
import { report, type ReadContext, type Reader } from './read-context.js';
import { choice, readBoolean, wholeNumber } from './read-simple.js';
import type { YamlValue } from './yaml-value.js';

/** Makes a reader of how posts are numbered: a style, or a mapping laid over `base`. */
export function numberingOver(base: Numbering): Reader<Numbering> {
  return (context, value, key) => {
    if (value.kind !== 'mapping') {
      const style = readStyle(context, value, key);
      return style && { ...base, style };
    }
    const fields = openMapping(context, value, 'numbering');
    return {
      style: fields?.read('style', readStyle) ?? base.style,
      place: fields?.read('place', choice(['start', 'end'])) ?? base.place,
      first: fields?.read('first', readBoolean) ?? base.first,
      start: fields?.read('start', wholeNumber(0, 9999)) ?? base.start,
    };
  };
}

const STYLES = ['1.', '1/', '1/n', '(1/n)', 'none'] as const;

/** `1.` without quotes is the number 1 in YAML. */
function readStyle(context: ReadContext, value: YamlValue, key: string): Numbering['style'] | undefined {
  if (value.kind === 'number' && value.value === 1) {
    const note = `Put quotes around it: \`${key}: '1.'\``;
    report(
      context,
      context.rules.hint,
      value.span,
      `Unexpected number \`${value.written.text}\`, expected text; it is read as the style \`1.\``,
      note,
    );
    return '1.';
  }
  return choice(STYLES, { meant: { 'n/n': '1/n', '1/1': '1/n', '1)': '1.', off: 'none', no: 'none' } })(
    context,
    value,
    key,
  );
}
