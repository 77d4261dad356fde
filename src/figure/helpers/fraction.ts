import { CASE, readAgreement } from '../agreement.js';
import { numberMachine, numberOf } from '../arguments.js';
import { compareDecimals, divideRounded, wholeDecimal, type Decimal } from '../decimal.js';
import type { Helper, HelperContext } from '../helper.js';
import { number } from '../literals.js';
import type { Case, Hedge, NamedPart } from '../locale.js';
import { phrase } from '../phrase.js';
import { printPercent } from '../print-percent.js';
import { problem, wrongKind } from '../problem.js';

const PARTS: readonly { readonly part: NamedPart; readonly over: bigint; readonly under: bigint }[] = [
  { part: 'half', over: 1n, under: 2n },
  { part: 'third', over: 1n, under: 3n },
  { part: 'two-thirds', over: 2n, under: 3n },
  { part: 'quarter', over: 1n, under: 4n },
  { part: 'three-quarters', over: 3n, under: 4n },
  { part: 'fifth', over: 1n, under: 5n },
  { part: 'two-fifths', over: 2n, under: 5n },
  { part: 'three-fifths', over: 3n, under: 5n },
  { part: 'four-fifths', over: 4n, under: 5n },
  { part: 'tenth', over: 1n, under: 10n },
  { part: 'nine-tenths', over: 9n, under: 10n },
];

/** `{{fraction ied.share}}`: a share in words. */
export const fraction: Helper = {
  name: 'fraction',
  summary:
    'A share in words, to stand before "of": a part with a name within 5% of it, all or none of it, else a percentage.',
  params: [{ name: 'share', type: 'number' }],
  pairs: [CASE],
  examples: [
    { expression: 'fraction 0.5', args: [number('0.5')], gives: 'half' },
    { expression: 'fraction 0.6666666666666666', args: [number('0.6666666666666666')], gives: 'two-thirds' },
    { expression: 'fraction 0.48', args: [number('0.48')], gives: 'almost half' },
    { expression: 'fraction 0.34', args: [number('0.34')], gives: 'just over a third' },
    { expression: 'fraction 0.45', args: [number('0.45')], gives: '45%' },
    { expression: 'fraction 0.97', args: [number('0.97')], gives: 'almost all' },
    { expression: 'fraction 1', args: [number('1')], gives: 'all' },
    { expression: 'fraction 0', args: [number('0')], gives: 'none' },
  ],
  call([given], pairs, context) {
    const read = readAgreement('fraction', ['case'], pairs, context);
    if (read.problem) return { problem: read.problem };
    const share = numberOf(given);
    if (share.digits < 0n || compareDecimals(share, wholeDecimal(1n)) > 0) {
      const note = 'A share is a part of 1: 0.92 for 92 of 100; `times` and `pct` say more than the whole';
      return wrongKind({ arg: 0 }, given ?? { kind: 'null' }, 'a share from 0 to 1', note);
    }
    const words = shareWords(share, read.agreement?.case, context);
    return words === undefined ? noNone(context) : phrase(words, [], numberMachine(given));
  },
};

function shareWords(share: Decimal, kase: Case | undefined, context: HelperContext): string | undefined {
  const { phrases } = context.locale;
  const [p, q] = [share.digits, 10n ** BigInt(share.scale)];
  if (p === 0n) return phrases.shares.none;
  if (p === q) return phrases.shares.all;
  if (20n * (q - p) <= q) return phrases.shares.almostAll;
  const named = nearestPart(p, q);
  if (named) return phrases.part(named.part, named.hedge, kase);
  const percent = divideRounded(100n * p, q);
  if (percent > 0n) return phrases.shares.percent(printPercent(wholeDecimal(percent), context));
  return phrases.shares.percent(phrases.lessThan(printPercent(wholeDecimal(1n), context, 'inside')));
}

function noNone({ locale: { lang } }: HelperContext) {
  const reason = `Unexpected \`0\`, no noun of \`${lang}\` says none of something, its verb does`;
  return problem('language-helper', { arg: 0 }, reason, 'Guard it with `{{#if …}}…{{else}}…{{/if}}`');
}

/** The part nearest to p/q of those within 5% of it, both ends included. */
function nearestPart(p: bigint, q: bigint): { readonly part: NamedPart; readonly hedge: Hedge } | undefined {
  const close = PARTS.map((one) => ({ ...one, off: p * one.under - q * one.over }))
    .filter(({ off, over }) => 20n * magnitude(off) <= q * over)
    .reduce<((typeof PARTS)[number] & { readonly off: bigint }) | undefined>(
      (best, one) => (best && magnitude(best.off) * one.over <= magnitude(one.off) * best.over ? best : one),
      undefined,
    );
  if (!close) return undefined;
  // A third that the engine divided has 16 digits; it is a third all the same.
  const isExact = magnitude(close.off) * 10n ** 9n <= q * close.over;
  return { part: close.part, hedge: isExact ? 'exact' : close.off < 0n ? 'almost' : 'more' };
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}
