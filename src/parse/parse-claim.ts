import type { PhrasingContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { ClaimNode } from '../model/draft.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { parseExpression } from './parse-tag.js';

/** Parses the address of a `check:` link; `children` are the words that it checks. */
export function parseClaim(
  source: SourceFile,
  address: Embedded,
  children: PhrasingContent[],
  span: Span,
): { node?: ClaimNode; messages: readonly Message[] } {
  const prefix = 'check:'.length;
  const text = address.text.slice(prefix);
  const inner: Embedded = {
    text,
    lineOffsets: [(address.lineOffsets[0] ?? span.start) + prefix, ...address.lineOffsets.slice(1)],
  };
  const claim = (parsed: ClaimNode['claim']): { node: ClaimNode; messages: readonly Message[] } => ({
    node: {
      type: 'claim',
      claim: parsed,
      source: text.trim(),
      children,
      wordsSpan: wordsSpan(source, span, inner.lineOffsets[0] ?? span.end),
      span,
    },
    messages: [],
  });
  const spoken = /^(ack|said)(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*$/.exec(text);
  if (spoken) {
    const reason = (spoken[2] ?? spoken[3] ?? '').trim();
    const kind = spoken[1] === 'ack' ? 'ack' : 'said';
    if (reason !== '') return claim({ kind, reason });
    return {
      messages: [
        messageAt(
          source,
          span,
          'tag-syntax',
          `Unexpected \`check:${kind}\` without a reason`,
          `Say why in quotes: \`[words](<check:${kind} "a name">)\``,
        ),
      ],
    };
  }
  if (text.trim() === '') {
    return {
      messages: [
        messageAt(
          source,
          span,
          'tag-syntax',
          'Unexpected empty `check:`, expected an expression',
          'Write `[words](check:query.column)`',
        ),
      ],
    };
  }
  const { expression, messages } = parseExpression(source, inner, span);
  return expression ? claim({ kind: 'expression', expression }) : { messages };
}

/** What stands between the `[` and the `](` before an address, or the `]` of a link whose address is a definition's. */
function wordsSpan({ text }: SourceFile, { start, end }: Span, address: number): Span {
  if (address >= start && address <= end) {
    const close = text.slice(0, address).lastIndexOf('](');
    return close > start ? { start: start + 1, end: close } : { start, end };
  }
  // `[words][name]`, `[words][]` or `[words]`; a name holds no bracket
  const close = text.slice(start, end).lastIndexOf('][');
  return { start: start + 1, end: close > 0 ? start + close : end - 1 };
}
