import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Holds the arrow that leads back from a note with the note's last word, so that no line has it alone. */
export function bindBackrefs(page: Root): void {
  visit(page, 'element', (element, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    if ('dataFootnoteBackref' in element.properties && before?.type === 'text')
      before.value = before.value.replace(/ $/, '\u00a0');
  });
}
