import type { TextValue } from '../model/value.js';
import { describeValue } from './describe-value.js';
import type { HelperContext, HelperResult, Problem } from './helper.js';
import { problem } from './problem.js';

/** Apostrophes, quotes and full stops: they go without a trace, `Qur’an` and `U.S.` are one word. */
const SILENT = /['’‘ʼ`´"“”.]/gu;
/** Spaces, dashes and what joins words without a space in Persian. */
const BETWEEN = /[\s\p{Pd}_\u200c\u200d]+/u;
const UPPER_OR_LOWER = /^[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Makes a name a hashtag in a thread and leaves it plain on a page; what cannot be a hashtag is a problem everywhere. */
export function hashtag(
  name: TextValue,
  context: Pick<HelperContext, 'target'>,
  at: Problem['at'],
): HelperResult<TextValue> {
  const plain = name.value.trim().replace(/^[#＃]/u, '');
  const words = plain
    .replace(SILENT, '')
    .split(BETWEEN)
    .filter((word) => word !== '');
  const odd = /[^\p{L}\p{M}\p{Nd}]/u.exec(words.join(''))?.[0];
  if (odd !== undefined) {
    const reason = `Unexpected \`${odd}\` in \`${plain}\`, expected letters, digits, spaces and hyphens in a hashtag`;
    return problem('helper-arguments', at, reason, 'Give the hashtag its own column, without the mark');
  }
  if (!/\p{L}/u.test(words.join(''))) {
    const reason = `Unexpected ${describeValue(name)}, expected at least one letter in a hashtag`;
    return problem('helper-arguments', at, reason);
  }
  if (context.target === 'brief' || context.target === 'report') return { value: { ...name, value: plain } };
  return { value: { kind: 'text', value: `#${joinWords(words)}`, origin: 'tag' } };
}

/** `north-west` is NorthWest; a script without capitals keeps its words apart with `_`. */
function joinWords(words: readonly string[]): string {
  if (words.length === 1) return words.join('');
  return words.map((word, index) => (index > 0 && isCaseless(word) ? `_${word}` : capitalised(word))).join('');
}

function isCaseless(word: string): boolean {
  return !UPPER_OR_LOWER.test(word) && !/^\p{Nd}/u.test(word);
}

/** Without a locale: a hashtag is the same for everybody. */
function capitalised(word: string): string {
  const [first = '', ...rest] = Array.from(word);
  return first.toUpperCase() + rest.join('');
}
