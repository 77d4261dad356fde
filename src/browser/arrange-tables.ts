/** A place in the text where a table that lies across may stand. */
export interface TablePlace {
  /** How many blocks of the text stand before it. */
  readonly at: number;
  /** Id of a mark at the end of what stands before it. */
  readonly mark: string;
  /** True past a heading of the section that the table belongs to. */
  readonly isBeyond: boolean;
}

/** What is used of a browser's elements; the rest of the project shall not take itself for a page. */
interface Block {
  id: string;
  hidden: boolean;
  href?: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly children: Iterable<Block>;
  readonly classList: { readonly contains: (name: string) => boolean };
  readonly lastChild: { readonly nodeValue: string | null } | null;
  readonly lastElementChild: Block | null;
  readonly previousElementSibling: Block | null;
  readonly append: (child: Block) => void;
  readonly insertBefore: (child: Block, before: Block | null) => void;
  readonly matches: (selector: string) => boolean;
  readonly remove: () => void;
}

declare const document: {
  readonly body: Block;
  readonly createElement: (name: 'a' | 'span') => Block;
  readonly querySelector: (selector: string) => Block | null;
};

/**
 * Puts the tables that lie across after as many blocks of text as `places` says, each in its turn. In a trial, those without
 * a place are taken out, and marks are set where the first of them may stand, as it is written first, for a print to find;
 * else they stay where they are written. Returns the marks; none when all have their place.
 *
 * Runs in the browser, where nothing of this module is known but the function itself.
 */
export function arrangeTables(places: readonly number[], isTrial: boolean): TablePlace[] {
  const text = document.querySelector('.report .body');
  const children = [...(text?.children ?? [])];
  const isAcross = (block: Block): boolean => block.classList.contains('landscape');
  const [tables, blocks] = [children.filter(isAcross), children.filter((block) => !isAcross(block))];
  const written = tables.map(
    (table) => children.slice(0, children.indexOf(table)).filter((one) => !isAcross(one)).length,
  );
  const previous = places.at(-1) ?? 0;
  for (const [index, table] of tables.entries()) {
    table.remove();
    const place = places[index] ?? (isTrial ? undefined : Math.max(previous, written[index] ?? 0));
    if (place !== undefined) text?.insertBefore(table, blocks[place] ?? null);
  }
  const from = written[places.length];
  if (!isTrial || from === undefined) return [];
  // What follows a table across shares its sheet
  if (places.length > 0 && previous >= from) return [{ at: previous, mark: '', isBeyond: false }];
  return candidates(from).map(({ at, isBeyond }) => ({ at, mark: markEnd(at), isBeyond }));

  /** Never past another table or the notes, and past one heading of its level at most. */
  function candidates(first: number): Omit<TablePlace, 'mark'>[] {
    const depthOf = (block: Block): number => Number(/^H([2-6])$/.exec(block.tagName)?.[1] ?? Infinity);
    const level = blocks.slice(0, first).map(depthOf).filter(Number.isFinite).at(-1) ?? 2;
    const found = [{ at: first, isBeyond: false }];
    let headings = 0;
    for (const [index, block] of blocks.entries()) {
      if (index < first) continue;
      if (block.matches('.table, .footnotes')) break;
      if (depthOf(block) <= level) headings += 1;
      if (headings > 1) break;
      if (!leadsOn(block)) found.push({ at: index + 1, isBeyond: headings > 0 });
    }
    return found;
  }

  /** True for what belongs to the block after it. */
  function leadsOn(block: Block): boolean {
    return (
      /^H[1-6]$/.test(block.tagName) ||
      /[:：]\s*$/.test(block.textContent) ||
      block.matches('p:has(+ :is(ul, ol, .table, .table-scroll))')
    );
  }

  function markEnd(at: number): string {
    const mark = document.createElement('span');
    mark.id = `threadwright-end-${at.toString()}`;
    const block = blocks[at - 1] ?? text?.previousElementSibling;
    let last = block;
    // Where its last words are
    while (last?.lastElementChild && !last.lastChild?.nodeValue?.trim()) {
      if (last.lastElementChild.matches('svg, img, br, hr, input')) break;
      last = last.lastElementChild;
    }
    last?.append(mark);
    // A print knows the place of what a link leads to, even of one that nobody sees
    const link = document.createElement('a');
    link.hidden = true;
    link.href = `#${mark.id}`;
    document.body.append(link);
    return mark.id;
  }
}
