import type { Heading, PhrasingContent } from 'mdast';

/** A heading's id: made of its typed words, not of its figures, so that links to it survive new data. */
export function headingId(heading: Heading, taken: Set<string>): string {
  const words = typedText(heading.children).normalize('NFC').toLowerCase();
  const slug = words.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-|-$/g, '');
  return takeId(slug || 'section', taken);
}

/** Returns the first id of this stem that is free, and takes it. */
export function takeId(stem: string, taken: Set<string>): string {
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}-${count}`;
  taken.add(id);
  return id;
}

function typedText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      return 'children' in node ? typedText(node.children) : ' ';
    })
    .join('');
}
