import type { PhrasingContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { ClaimNode, Spanned } from '../model/draft.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { parseExpression } from './parse-tag.js';

/** Where a claim says what checks it. */
export interface ClaimAddress {
  /** As written, `check:` included. */
  readonly address: Embedded;
  /** The quoted words behind the address, which Markdown takes for a title. */
  readonly title: Spanned | undefined;
}

/** Parses the address of a `check:` link; `children` are the words that it checks. */
export function parseClaim(
  source: SourceFile,
  { address, title }: ClaimAddress,
  children: PhrasingContent[],
  span: Span,
): { node?: ClaimNode; messages: readonly Message[] } {
  const prefix = 'check:'.length;
  const text = address.text.slice(prefix);
  const inner: Embedded = {
    text,
    lineOffsets: [(address.lineOffsets[0] ?? span.start) + prefix, ...address.lineOffsets.slice(1)],
  };
  const claim = (parsed: ClaimNode['claim'], written: string): { node: ClaimNode; messages: readonly Message[] } => ({
    node: {
      type: 'claim',
      claim: parsed,
      source: written,
      children,
      wordsSpan: wordsSpan(source, span, inner.lineOffsets[0] ?? span.end),
      span,
    },
    messages: [],
  });
  const refuse = (at: Span, reason: string, note: string): { messages: readonly Message[] } => ({
    messages: [messageAt(source, at, 'tag-syntax', reason, note)],
  });
  const spoken = /^(ack|said)(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*$/.exec(text);
  const kind = spoken?.[1] === 'said' ? 'said' : 'ack';
  const inAddress = spoken?.[2] ?? spoken?.[3];
  if (title && (!spoken || inAddress !== undefined))
    return refuse(
      title.span,
      `Unexpected \`"${title.text}"\` behind the address of a claim, which Markdown takes for a title`,
      spoken
        ? `Give one reason: \`[words](<${address.text.trim()}>)\``
        : `Put all of the expression into angle brackets: \`[words](<${address.text.trim()} "${title.text}">)\``,
    );
  if (spoken) {
    const reason = (inAddress ?? title?.text ?? '').trim();
    if (reason !== '') return claim({ kind, reason }, title ? `${kind} "${title.text}"` : text.trim());
    return refuse(
      span,
      `Unexpected \`check:${kind}\` without a reason`,
      `Say why in quotes: \`[words](<check:${kind} "a name">)\``,
    );
  }
  if (text.trim() === '')
    return refuse(span, 'Unexpected empty `check:`, expected an expression', 'Write `[words](check:query.column)`');
  const { expression, messages } = parseExpression(source, inner, span);
  if (expression?.type === 'call' && (expression.name === 'ack' || expression.name === 'said'))
    return refuse(
      expression.span,
      `Unexpected \`${text.trim()}\`, expected one reason in quotes`,
      `Say why: \`[words](<check:${expression.name} "a name">)\``,
    );
  return expression ? claim({ kind: 'expression', expression }, text.trim()) : { messages };
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
