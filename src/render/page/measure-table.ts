import type { Element, ElementContent } from 'hast';

/** Letters of a table's type that fit across a sheet, and lines below each other: A4 at 9 pt, upright and turned. */
const SHEETS = { upright: { letters: 84, lines: 55 }, turned: { letters: 134, lines: 34 } };

/** What parts two columns, in letters. */
const GAP = 2;

/** What is known of a table before it is printed. */
export interface TableMeasure {
  /** False when its columns cannot stand beside each other without breaking words. */
  readonly fitsAcross: boolean;
  /** False when a row of it needs more lines than a page has. */
  readonly fitsDown: boolean;
}

/** Measures a table against a sheet, upright or turned. Text wraps at its spaces and hyphens, numbers and dates do not. */
export function measureTable(table: Element, landscape: boolean): TableMeasure {
  const { letters, lines } = landscape ? SHEETS.turned : SHEETS.upright;
  const rows = elementsOf(table).flatMap((group) => elementsOf(group).map(elementsOf));
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, index) =>
    Math.max(0, ...rows.map((row) => narrowest(row[index]))),
  );
  const least = columns.reduce((sum, width) => sum + width + GAP, -GAP);
  const fitsAcross = least <= letters;
  // No column gets more than what the others leave at the least; those that do not fit share the sheet
  const widthOf = (index: number): number =>
    fitsAcross ? letters - least + (columns[index] ?? 0) : letters / columns.length;
  const fitsDown = rows.every((row) =>
    row.every((cell, index) => lettersOf(textOf(cell)) <= lines * Math.max(1, widthOf(index))),
  );
  return { fitsAcross, fitsDown };
}

/** The letters that must stand beside each other in a cell. */
function narrowest(cell: Element | undefined): number {
  if (!cell) return 0;
  const text = textOf(cell);
  return isUnbroken(cell) ? lettersOf(text) : Math.max(...text.split(BREAK).map(lettersOf));
}

/** Where a line may end: at a space that is none of those that bind, and after a hyphen. */
const BREAK = /[^\S\u00a0\u202f]+|(?<=-)/u;

/** As the style sheets have it: numbers at the right, and dates. */
function isUnbroken({ tagName, properties, children }: Element): boolean {
  const [only, ...more] = children;
  if (only?.type === 'slot' && only.fill.tagName === 'time' && more.length === 0) return true;
  const { className, align } = properties;
  return tagName === 'td' && (align === 'right' || (Array.isArray(className) && className.includes('right')));
}

/** Without the line breaks between rows and cells. */
function elementsOf({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === 'element');
}

function lettersOf(text: string): number {
  return Array.from(text.trim()).length;
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
