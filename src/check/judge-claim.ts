import { commaGroups } from '../figure/comma-groups.js';
import { comparableWords } from '../figure/comparable-words.js';
import { parseDecimal } from '../figure/decimal.js';
import type { LocalePack, NumberReading } from '../figure/locale.js';
import { isInRange, rangeOf } from '../figure/number-range.js';
import { rationalOf } from '../figure/rational.js';
import type { Finding, Verdict } from '../model/claim.js';

/** How the words of claims are read. */
export interface Reading {
  readonly locale: LocalePack;
  /** What parts thousands in any of the draft's styles. */
  readonly groups: ReadonlySet<string>;
}

/** Says whether words are borne out by what the data says. */
export function judgeClaim(words: string, finding: Finding, reading: Reading): Verdict {
  switch (finding.kind) {
    case 'verdict':
      return finding.holds ? { kind: 'true' } : { kind: 'false', instead: finding.instead };
    case 'words':
      return isSaid(words, finding.texts, reading.locale)
        ? { kind: 'true' }
        : { kind: 'false', instead: finding.texts[0] };
    case 'amount':
      return judgeAmount(words, finding, reading);
    case 'undecided':
      return finding;
    case 'ack':
    case 'said':
      return { kind: finding.kind === 'ack' ? 'acknowledged' : 'said', reason: finding.reason };
    default:
      return finding satisfies never;
  }
}

function isSaid(words: string, texts: readonly string[], locale: LocalePack): boolean {
  const said = comparableWords(words, locale);
  return texts.some((text) => comparableWords(text, locale) === said);
}

function judgeAmount(words: string, finding: Finding & { kind: 'amount' }, { locale, groups }: Reading): Verdict {
  if (isSaid(words, [finding.text], locale)) return { kind: 'true' };
  const reading = locale.reading.number(comparableWords(commaGroups(words, groups), locale));
  if (reading.problem !== undefined) return unreadable(words, reading.problem, finding.text);
  const { stated, hedge, rest, isRatio } = reading;
  if (finding.nouns === undefined && locale.reading.isUnclear(rest)) return unreadable(words, 'many', finding.text);
  const isNoun = finding.nouns === undefined || isSaid(rest, finding.nouns, locale);
  const isHedged = !finding.isLeast || hedge === 'at-least' || hedge === 'more-than';
  const value = rationalOf(parseDecimal(finding.value));
  const holds = isNoun && isHedged && !(isRatio && finding.isCount) && isInRange(value, rangeOf(stated, hedge));
  return holds ? { kind: 'true' } : { kind: 'false', instead: finding.text };
}

function unreadable(words: string, problem: NonNullable<NumberReading['problem']>, text: string): Verdict {
  const found = { none: 'without a number', many: 'with more than one number', before: 'before a number' }[problem];
  return {
    kind: 'unreadable',
    reason: `Unexpected words ${found} in the claim “${words}”, expected one number and its noun`,
    note: `Link the words of the number alone, like “${text}”; before it may stand \`just\`, \`only\` or a hedge like \`more than\``,
  };
}
