import type { Parents, Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';

/** A loop's tag whose bars part cells, since no backslash stands before them. */
const LOOP = /\{\{#(?<name>each|with)\b[^}\n]*?(?<!\\)\|[^}\n]*(?:\}\})?/;

/**
 * Refuses a loop around the rows of a table with one message: Markdown takes its tags for rows and the bars of `as |row|`
 * for the sides of cells. The table is emptied, so that nothing else is said of what is left of the tags.
 */
export function refuseRowLoops(root: Root, source: SourceFile): Message[] {
  const messages: Message[] = [];
  visit(root, 'table', (table, index, parent) => {
    const start = table.position?.start.offset ?? 0;
    const end = table.position?.end.offset ?? start;
    const written = source.text.slice(start, end);
    const loop = LOOP.exec(written);
    const name = loop?.groups?.['name'];
    if (!loop || name === undefined) return;
    const span = { start: start + loop.index, end: start + loop.index + loop[0].length };
    const reason = `Unexpected \`{{#${name}}}\` in a table, where tags make no rows`;
    const note = 'Write a `table` block, which makes a row of each row of a query: ```table NAME';
    messages.push(messageAt(source, span, 'block-unclosed', reason, note));
    table.children = [];
    if (root.data?.texts) root.data.texts = root.data.texts.filter((text) => text.start < start || text.end > end);
    dropClosingTag(table, index, parent, { source, name });
  });
  return messages;
}

/** The loop's end may stand below an empty line. */
function dropClosingTag(
  table: Table,
  index: number | undefined,
  parent: Parents | undefined,
  { source, name }: { readonly source: SourceFile; readonly name: string },
): void {
  const end = table.position?.end.offset ?? 0;
  const written = source.text.slice(table.position?.start.offset ?? 0, end);
  const below = parent?.children[(index ?? 0) + 1];
  if (!parent || index === undefined || below?.type !== 'paragraph' || written.includes(`{{/${name}}}`)) return;
  const text = source.text.slice(below.position?.start.offset ?? 0, below.position?.end.offset ?? 0);
  if (text.trim() === `{{/${name}}}`) parent.children.splice(index + 1, 1);
}
