import type { Heading, List } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { spanOf, type InlineContext } from './inline-context.js';

/** True for a heading that a line of dashes or equals signs below it made. */
export function isSetext(node: Heading, context: InlineContext): boolean {
  return context.source.text[spanOf(node, context).start] !== '#';
}

/** Reports the line that made a heading of the one above; true when it was meant to part two posts. */
export function reportSetext(node: Heading, context: InlineContext): boolean {
  const { end } = spanOf(node, context);
  const before = context.source.text.slice(0, end);
  const mark = /(?:=+|-+)$/.exec(before)?.[0] ?? '';
  const isBreak = mark.startsWith('-');
  context.messages.push(
    messageAt(
      context.source,
      { start: end - mark.length, end },
      'setext-heading',
      `Unexpected \`${mark}\` directly under a line of text, which makes that line a heading`,
      isBreak
        ? 'Put an empty line above `---` to part two posts; write `## Heading` for a heading'
        : 'Write `## Heading` for a heading',
    ),
  );
  return isBreak;
}

/** From this number on, a list was hardly meant: `2021. It began`. */
const FIRST_UNLIKELY_NUMBER = 100;

/** Reports sentences that start with a number and became items of a list, their numbers lost. */
export function reportListAccidents(node: List, context: InlineContext): void {
  const { start } = node;
  if (typeof start !== 'number') return;
  for (const [index, item] of node.children.entries()) {
    const span = spanOf(item, context);
    const [mark = '', digits = ''] = /^(\d+)[.)]/.exec(context.source.text.slice(span.start, span.end)) ?? [];
    const number = Number(digits);
    if (number < FIRST_UNLIKELY_NUMBER || (index > 0 && number === start + index)) continue;
    context.messages.push(
      messageAt(
        context.source,
        { start: span.start, end: span.start + mark.length },
        'list-accident',
        `Unexpected \`${mark}\` at the start of a line, which makes it a list`,
        `Write \`${digits}\\${mark.slice(-1)}\` or put another word first`,
      ),
    );
  }
}
