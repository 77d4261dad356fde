import type { Cell } from './value.js';

/** A cell as the database would print it: exact digits, NULL by its name; for people who read rows, not for prose. */
export function plainCell(cell: Cell): string {
  switch (cell.kind) {
    case 'null':
      return 'NULL';
    case 'number':
      return cell.exact;
    case 'list':
      return `[${cell.items.map((item) => plainCell(item as Cell)).join(', ')}]`;
    default:
      return String(cell.value);
  }
}
