import type { StoryTable } from '../../model/story.js';
import { plainText } from './plain-text.js';

/** Characters that stand beside each other on an upright sheet in the type of tables. */
const MOST_CHARACTERS = 84;
/** What parts two columns, in characters. */
const GAP = 3;

/** True for a table whose columns cannot stand beside each other on an upright sheet, though text wraps at its spaces. */
export function isWide({ columns, rows, total }: StoryTable): boolean {
  const cells = [...rows, ...(total ? [total] : [])];
  const widths = columns.map(({ label, align }, index) => {
    const texts = cells.map((row) => row[index]?.text ?? '');
    return Math.max(
      longestWord(plainText(label)),
      ...texts.map((text) => (align === 'right' ? text.length : longestWord(text))),
    );
  });
  return widths.reduce((sum, width) => sum + width + GAP, -GAP) > MOST_CHARACTERS;
}

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => word.length));
}
