import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Tells each note where it is called and which note stands before it, so that a wide page can set it beside its line,
 * below the one above it; the style does that, and without its support the notes stand at the end as ever.
 */
export function anchorNotes(page: Root): void {
  const called: string[] = [];
  visit(page, 'element', (element) => {
    const id = element.properties['href'];
    if (!('dataFootnoteRef' in element.properties) || typeof id !== 'string' || called.includes(id)) return;
    called.push(id);
    element.properties['style'] = `anchor-name:--call-${called.length}`;
  });
  visit(page, { tagName: 'li' }, (node) => {
    const note = node;
    const number = called.indexOf(`#${String(note.properties['id'])}`) + 1;
    if (number > 0)
      note.properties['style'] = `anchor-name:--note-${number};--call:--call-${number};--above:--note-${number - 1}`;
  });
}
