import type { HelperContext } from '../../src/figure/helper.js';
import { localePack } from '../../src/figure/locale-pack.js';
import { DEFAULT_STYLE, mergeStyles, type PartialStyle } from '../../src/model/style.js';

/** The guide's own day and style, in a thread on X, inside a sentence. */
export const CONTEXT: HelperContext = {
  locale: localePack('en-GB'),
  style: DEFAULT_STYLE,
  date: '2021-09-24',
  asOf: '2021-09-23',
  target: 'x',
  spellNumbers: false,
};

/** The same at the start of a body sentence. */
export const START: HelperContext = { ...CONTEXT, spellNumbers: true };

/** The same in another house style. */
export function styled(style: PartialStyle, context = CONTEXT): HelperContext {
  return { ...context, style: mergeStyles(context.style, style) };
}
