import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Spanned } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';

/** What the words behind a fence's language, or behind `-- name:`, say of a block. */
export interface Head {
  readonly name: string;
  readonly nameSpan: Span;
  readonly key: string | undefined;
  readonly expectNone: boolean;
}

export interface HeadOptions {
  readonly source: SourceFile;
  readonly lang: string;
  /** Where to point when there is no name, and what to say. */
  readonly line: Span;
  readonly missing: string;
  /** How the line with a name is written. */
  readonly example: string;
}

/** Reads the name of a block and, of a query, `key=COLUMN` and `expect-none`. */
export function readHead(
  words: readonly Spanned[],
  { source, lang, line, missing, example }: HeadOptions,
): Outcome<Head | undefined> {
  const [first, ...rest] = words;
  const refuse = (span: Span, reason: string, note?: string): Message =>
    messageAt(source, span, 'block-name', reason, note);
  if (!first || first.text.includes('=')) {
    return { value: undefined, messages: [refuse(line, missing, `Write the name right after it: ${example}`)] };
  }
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(first.text)) {
    const reason = `Unexpected name \`${first.text}\`, expected letters, digits and \`_\`, a letter first`;
    return {
      value: undefined,
      messages: [refuse(first.span, reason, `For example \`${suggestName(first.text)}\``)],
    };
  }
  const messages: Message[] = [];
  let key: string | undefined;
  let expectNone = false;
  for (const { text, span } of rest) {
    const column = /^key=(.+)$/.exec(text)?.[1];
    if (lang === 'sql' && column !== undefined && key === undefined) key = column;
    else if (lang === 'sql' && column !== undefined) {
      const reason = `Unexpected second key \`${column}\` of \`${first.text}\`, expected one column`;
      messages.push(refuse(span, reason, 'Put the two together in a column of the query, and name that'));
    } else if (lang === 'sql' && text === 'expect-none') expectNone = true;
    else {
      const near = lang === 'sql' && text !== 'key=' ? nearestName(text, ['expect-none']) : undefined;
      const hint = lang === 'sql' ? 'A query takes `key=COLUMN` or `expect-none`' : undefined;
      const reason = `Unexpected \`${text}\` after the name \`${first.text}\``;
      messages.push(refuse(span, reason, near ? `Did you mean \`${near}\`?` : hint));
    }
  }
  return { value: { name: first.text, nameSpan: first.span, key, expectNone }, messages };
}

/** The words of a part of a text, each with its place. */
export function wordsIn(text: string, { start, end }: Span): readonly Spanned[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map((match) => {
    const from = start + match.index;
    return { text: match[0], span: { start: from, end: from + match[0].length } };
  });
}

function suggestName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
  return /^[\p{L}_]/u.test(safe) ? safe : `q_${safe}`;
}
