/** What stands between two marks that belong together, the marks included. */
export interface Pair {
  readonly kind: 'quotation' | 'bracket';
  readonly start: number;
  readonly end: number;
}

const BRACKETS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '【': '】',
  '〔': '〕',
  // Marks of direction, which a cut would leave open
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
  '\u202A': '\u202C',
  '\u202B': '\u202C',
};
const CLOSING = new Set(Object.values(BRACKETS));

/** For each sign that may close a quotation, those that may have opened it. */
const CLOSES: Readonly<Record<string, string>> = {
  '”': '“„”',
  '“': '„',
  '»': '«»',
  '«': '»',
  '›': '‹›',
  '‹': '›',
  '」': '「',
  '』': '『',
  '》': '《',
  '’': '‘‚',
  '‘': '‚',
  '"': '"',
};
const OPENS = '“„”«»‹›「『《‘‚"';
/** These open one wherever they stand. */
const ALWAYS_OPENS = '“„«‹「『《';

/** Finds quotations and brackets that are closed, as English and its neighbours, French, German, Swedish and Chinese write them. */
export function findPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  const brackets: { readonly closing: string; readonly start: number }[] = [];
  const quotes: { readonly sign: string; readonly start: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const closing = BRACKETS[sign];
    if (closing !== undefined) brackets.push({ closing, start: at });
    else if (CLOSING.has(sign)) {
      const index = brackets.findLastIndex((one) => one.closing === sign);
      const [open] = index < 0 ? [] : brackets.splice(index);
      if (open) pairs.push({ kind: 'bracket', start: open.start, end: at + 1 });
    } else if (OPENS.includes(sign) || CLOSES[sign] !== undefined) {
      const index = quotes.findLastIndex((one) => CLOSES[sign]?.includes(one.sign));
      if (index >= 0 && !isInWord(text, at)) {
        const [open] = quotes.splice(index);
        if (open) pairs.push({ kind: 'quotation', start: open.start, end: at + 1 });
      } else if (canOpen(text, at) && !quotes.some((one) => one.sign === sign)) quotes.push({ sign, start: at });
    }
  }
  return pairs;
}

/** An apostrophe. */
function isInWord(text: string, at: number): boolean {
  return text.charAt(at) === '’' && /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3));
}

function canOpen(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (!OPENS.includes(sign)) return false;
  return ALWAYS_OPENS.includes(sign) || /(?:^|[\s\p{Ps}\p{Pi}—–"'])$/u.test(text.slice(Math.max(0, at - 1), at));
}
