import { capitalise } from '../figure/capitalise.js';
import type { Finding } from '../model/claim.js';
import { judgeClaim } from './judge-claim.js';
import { rewordAmount } from './reword-amount.js';
import { rewordText } from './reword-text.js';
import type { Rewording } from './rewording.js';

/**
 * Says what is true in the style of the words that are not: digits or words, a hedge where it still holds, the same
 * form of a date, the same quotes and capitals. `undefined` where no such words bear the finding out.
 */
export function rewordClaim(
  words: string,
  finding: Finding & { kind: 'amount' | 'words' },
  rewording: Rewording,
): string | undefined {
  const { helpers, reading } = rewording;
  const { before, core, after } = undress(words);
  const isCapital = /^\p{Lu}/u.test(core);
  const candidates =
    finding.kind === 'amount' ? rewordAmount(core, finding, rewording) : rewordText(core, finding, helpers);
  for (const candidate of candidates) {
    // A name from the data inside a sentence keeps its own letters
    const raises = isCapital && (finding.kind === 'amount' || rewording.opens !== undefined);
    const bare = before === '' && after === '' ? candidate : undress(candidate).core;
    const dressed = before + (raises ? capitalise(bare, helpers.locale) : bare) + after;
    if (judgeClaim(dressed, finding, reading).kind === 'true' && !/[\r\n]/.test(dressed)) return dressed;
  }
  return undefined;
}

/** Takes off what is set aside when words are compared: quotes around them, marks at their end, a `#`. */
function undress(words: string): { readonly before: string; readonly core: string; readonly after: string } {
  const before = /^[\s"'“‘«„#([]*/u.exec(words)?.[0] ?? '';
  // A quote that was opened among the words is closed there
  const end = /["'“‘«]/u.test(before) ? /[\s"'”’»)\].,;:!?]*$/u : /[\s)\].,;:!?]*$/u;
  const core = words.slice(before.length).replace(end, '');
  return { before, core, after: words.slice(before.length + core.length) };
}
