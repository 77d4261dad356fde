import { styleText } from 'node:util';
import { queryDraft, type NamedPeek } from '../build/query-draft.js';
import { cutToWidth, displayWidth } from '../diagnostic/display-width.js';
import { formatJson } from '../diagnostic/format-json.js';
import { visibleLine, visibleLines } from '../diagnostic/visible-text.js';
import { plainCell } from '../model/plain-cell.js';
import type { Cell } from '../model/value.js';
import { exitCodeFor, EXIT, type ExitCode } from './exit-codes.js';
import { reportMessages } from './report-messages.js';
import type { Terminal } from './terminal.js';

export interface QueryCommand {
  readonly draft: string;
  readonly name?: string | undefined;
  readonly rows: number;
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `threadwright query`: a writer's window on the data. */
export async function runQuery(
  command: QueryCommand,
  cwd: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { peeks, messages, sources } = await queryDraft({ ...command, cwd, signal });
  if (signal.aborted) return EXIT.interrupted;
  if (command.json)
    terminal.out(
      `${visibleLines(JSON.stringify({ version: 1, tables: peeks.map(peekJson), messages: formatJson(messages) }, undefined, 2))}\n`,
    );
  else {
    terminal.out(peeks.map((peek) => formatPeek(peek, terminal.colour.out)).join('\n'));
    reportMessages(messages, sources, terminal);
  }
  return exitCodeFor(messages);
}

/** Longer cells are cut, so that a table stays a table. */
const MOST_CELL = 40;

function formatPeek({ name, columns, rows, total }: NamedPeek, colour: boolean): string {
  const paint = (style: 'bold' | 'dim', text: string): string => (colour ? styleText(style, text) : text);
  const right = columns.map(({ logical }) => logical === 'number');
  const header = columns.map((column) => columnName(column.name));
  const types = columns.map(({ type }) => cutToWidth(visibleLine(type), MOST_CELL));
  const body = rows.map((row) => row.map(cellText));
  const widths = columns.map((_, index) =>
    [header, types, ...body].reduce((most, row) => Math.max(most, displayWidth(row[index] ?? '')), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => pad(text, widths[index] ?? 0, right[index] ?? false))
      .join('  ')
      .trimEnd();
  const shown = rows.length < total ? `, the first ${rows.length} shown` : '';
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? 'row' : 'rows'}${shown}`;
  return [
    `${paint('bold', name)}  ${paint('dim', count)}`,
    `  ${line(header)}`,
    `  ${paint('dim', line(types))}`,
    ...body.map((row) => `  ${line(row)}`),
    '',
  ].join('\n');
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? `${space}${text}` : `${text}${space}`;
}

function cellText(cell: Cell): string {
  return cutToWidth(visibleLine(plainCell(cell)), MOST_CELL);
}

/** A column may have no name, or one that a terminal would obey. */
function columnName(name: string): string {
  return name.trim() === '' ? `"${name}"` : cutToWidth(visibleLine(name), MOST_CELL);
}

function peekJson({ name, columns, rows, total }: NamedPeek): unknown {
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    rows: rows.map((row) => row.map(cellJson)),
    total,
  };
}

/** Numbers keep all their digits as text where a double would round them. */
function cellJson(cell: Cell): unknown {
  switch (cell.kind) {
    case 'null':
      return null;
    case 'number':
      return Number.isFinite(cell.value) && String(cell.value) === cell.exact ? cell.value : cell.exact;
    case 'list':
      return cell.items.map((item) => cellJson(item as Cell));
    default:
      return cell.value;
  }
}
