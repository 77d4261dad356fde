import { graphemes } from '../../platform/graphemes.js';
import { replace, slice, traced, join, type TracedText } from './traced-text.js';

/** Control characters, the byte order mark and non-characters, which a platform refuses or drops. */
const REFUSED = /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** Unicode NFC, no spaces at the end of a line, at most one empty line in a row, none at the ends; quotes and dashes as typed. */
export function tidyText(text: TracedText): TracedText {
  const clean = replace(
    replace(
      replace(text, /\r\n?|[\u0085\u2028\u2029]/g, () => '\n'),
      REFUSED,
      () => '',
    ),
    LONE_SURROGATE,
    () => '\uFFFD',
  );
  const lines = replace(composed(apartAddresses(clean)), /(?<![ \t])[ \t]+(?=\n|$)/g, () => '');
  return trimmed(replace(lines, /\n{3,}/g, () => '\n\n'));
}

/** NFC, a grapheme at a time, so that every character keeps its place. */
function composed(text: TracedText): TracedText {
  if (text.text.normalize('NFC') === text.text) return text;
  const starts: number[] = [];
  let at = 0;
  for (const grapheme of graphemes(text.text)) {
    starts.push(at);
    at += grapheme.length;
  }
  return join(
    starts.map((start, index) => {
      const one = slice(text, start, starts[index + 1]);
      return replace(one, /[^]+/g, (grapheme) => grapheme.normalize('NFC'));
    }),
  );
}

/** What may follow an address without becoming part of it. */
const AFTER = /^(?:[.,;:!?…)\]}”’»"']*(?:\s|$))/;
/** What may stand right before an address. */
const BEFORE = /(?:^|[\s(["“‘«„—:])$/;

/** Puts a space between an address and the word that would become part of it. */
function apartAddresses(text: TracedText): TracedText {
  const parts: TracedText[] = [];
  let at = 0;
  for (let index = 1; index <= text.text.length; index += 1) {
    const before = text.marks[index - 1]?.address;
    const after = text.marks[index]?.address;
    if (before === after) continue;
    const glued =
      (before !== undefined && !AFTER.test(text.text.slice(index))) ||
      (after !== undefined && !BEFORE.test(text.text.slice(0, index)));
    if (!glued) continue;
    parts.push(slice(text, at, index), traced(' ', { origin: 'draft', span: text.marks[index - 1]?.span ?? NOWHERE }));
    at = index;
  }
  return join([...parts, slice(text, at)]);
}

const NOWHERE = { start: 0, end: 0 };

function trimmed(text: TracedText): TracedText {
  const start = /^\s*/.exec(text.text)?.[0].length ?? 0;
  const end = text.text.trimEnd().length;
  return start >= end ? slice(text, 0, 0) : slice(text, start, end);
}
