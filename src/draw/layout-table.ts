import type { TableAlign } from '../model/draft.js';
import type { PreparedTable } from '../model/table-picture.js';
import { measureText } from './measure-text.js';
import type { OwnFonts } from './own-fonts.js';
import { SHAPES } from './shapes.js';
import { TABLE_TYPE, type TextStyle } from './theme.js';
import { wrapText } from './wrap-text.js';

/** Where everything of a table's picture stands, in CSS pixels. */
export interface TableLayout {
  readonly width: number;
  readonly columns: readonly LaidColumn[];
  readonly head: LaidRow;
  readonly rows: readonly LaidRow[];
  readonly total: LaidRow | undefined;
  /** Of head, rows and total together. */
  readonly height: number;
}

export interface LaidColumn {
  readonly left: number;
  readonly right: number;
  readonly align: TableAlign;
}

export interface LaidRow {
  /** The lines of each cell. */
  readonly cells: readonly (readonly string[])[];
  readonly top: number;
  readonly height: number;
}

/**
 * Widths of a picture without its margin: that of a chart’s, so that words are as large; less for a small table, whose
 * cells would stand far apart; more for words that cannot be broken.
 */
export const TABLE_WIDTHS = { small: 380, usual: SHAPES.post.width, most: 760 } as const;

/** The most rows of a small table. */
const FEW_ROWS = 8;

const GAP = 22;
const PADDING = { head: 6, row: 7 } as const;

/** Lays a table out; without a value it is wider than a picture can be. */
export function layoutTable(
  { columns, rows, total, direction }: PreparedTable,
  fonts?: OwnFonts,
): TableLayout | undefined {
  const needs = columns.map(({ label }, index) =>
    needOf(
      label,
      rows.map((row) => row[index] ?? ''),
      total?.[index],
      fonts,
    ),
  );
  const gaps = GAP * (columns.length - 1);
  const sum = (of: 'least' | 'full'): number => needs.reduce((all, need) => all + need[of], gaps);
  if (sum('least') > TABLE_WIDTHS.most) return undefined;
  const isSmall = rows.length <= FEW_ROWS && sum('full') <= TABLE_WIDTHS.small;
  const width = isSmall ? TABLE_WIDTHS.small : Math.ceil(Math.max(TABLE_WIDTHS.usual, sum('least')));
  const widths = shareOut(needs, width - gaps);

  let left = 0;
  const isRtl = direction === 'rtl';
  const laid = widths.map((each, index): LaidColumn => {
    const align = columns[index]?.align ?? 'left';
    const column = isRtl
      ? { left: width - left - each, right: width - left, align: align === 'left' ? ('right' as const) : align }
      : { left, right: left + each, align };
    left += each + GAP;
    return column;
  });
  let top = 0;
  const layRow = (cells: readonly string[], style: TextStyle, padding: number): LaidRow => {
    const lines = cells.map((cell, index) => wrapText(cell, style, (widths[index] ?? 0) + SLACK, fonts));
    const height = Math.max(1, ...lines.map(({ length }) => length)) * style.line + 2 * padding;
    const row = { cells: lines, top, height };
    top += height;
    return row;
  };
  const head = layRow(
    columns.map(({ label }) => label),
    TABLE_TYPE.head,
    PADDING.head,
  );
  const body = rows.map((row) => layRow(row, TABLE_TYPE.cell, PADDING.row));
  const last = total && layRow(total, TABLE_TYPE.total, PADDING.row);
  return { width, columns: laid, head, rows: body, total: last, height: top };
}

/** Against the rounding of sums. */
const SLACK = 0.01;

interface Need {
  /** Of its longest word, or of a number with its unit. */
  readonly least: number;
  readonly full: number;
}

function needOf(label: string, cells: readonly string[], total: string | undefined, fonts: OwnFonts): Need {
  const texts: [string, TextStyle][] = [
    [label, TABLE_TYPE.head],
    ...cells.map((cell): [string, TextStyle] => [cell, TABLE_TYPE.cell]),
    ...(total === undefined ? [] : [[total, TABLE_TYPE.total] as [string, TextStyle]]),
  ];
  const widest = (split: (text: string) => readonly string[]): number =>
    Math.max(
      0,
      ...texts.flatMap(([text, { weight, size }]) => split(text).map((part) => measureText(part, weight, size, fonts))),
    );
  return { least: widest((text) => text.split(/[ \t\n]+/)), full: widest((text) => text.split('\n')) };
}

/** Gives each column what it must have, then what is left to those that want more, and what nobody wants to all. */
function shareOut(needs: readonly Need[], room: number): number[] {
  const wanted = needs.map(({ least, full }) => full - least);
  const all = wanted.reduce((sum, each) => sum + each, 0);
  const left = room - needs.reduce((sum, { least }) => sum + least, 0);
  const spare = Math.max(0, left - all) / needs.length;
  const part = all === 0 ? 0 : Math.min(1, left / all);
  return needs.map(({ least }, index) => least + (wanted[index] ?? 0) * part + spare);
}
