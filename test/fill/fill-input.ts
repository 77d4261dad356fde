import type { Message } from '../../src/diagnostic/message.js';
import { checkReferences } from '../../src/fill/check-references.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import { boolean, dataText, date, number } from '../../src/figure/literals.js';
import type { Answers } from '../../src/model/answers.js';
import type { Draft } from '../../src/model/draft.js';
import type { Rich, Story } from '../../src/model/story.js';
import type { Target } from '../../src/model/target.js';
import type { Cell, Column, LogicalType, Table } from '../../src/model/value.js';
import { parseFile, show } from '../parse/draft-input.js';
import { outline } from '../parse/outline.js';

/** A cell as a test writes it: `2021-09-19` is a day, every other string a text. */
export type Plain = null | boolean | number | string | readonly Plain[];

export type Rows = readonly Readonly<Record<string, Plain>>[];

/** A query's rows, and what its block says. */
export interface Query {
  readonly rows: Rows;
  /** Needed where there is no row to tell them from. */
  readonly columns?: readonly string[];
  readonly key?: string;
  readonly ordered?: boolean;
}

/** Queries by name; a list of rows alone is a query without a key. */
export type Data = Readonly<Record<string, Rows | Query>>;

export const X: Target = { kind: 'thread', platform: 'x' };
export const BRIEF: Target = { kind: 'brief' };
export const REPORT: Target = { kind: 'report' };

export interface FillOptions {
  readonly target?: Target;
  /** Lines of front matter below `title` and `date: 2021-09-24`. */
  readonly frontMatter?: string;
  readonly title?: string;
}

/** A draft of this text, with a block for every query. */
export function draftOf(
  text: string,
  data: Data = {},
  { frontMatter = '', title = 'A title' }: FillOptions = {},
): Draft {
  const head = `---\ntitle: ${title}\ndate: 2021-09-24\nas_of: 2021-09-23\n${frontMatter}${frontMatter && '\n'}---\n`;
  const fences = Object.entries(data).map(([name, given]) => {
    const { key } = queryOf(given);
    return `\n\n\`\`\`sql ${name}${key === undefined ? '' : ` key=${key}`}\nSELECT 1\n\`\`\``;
  });
  const { draft, messages } = parseFile(`${head}${text}${fences.join('')}\n`);
  if (!draft || messages.some(({ severity }) => severity === 'error'))
    throw new Error(messages.map((message) => show(message, 0)).join('\n'));
  return draft;
}

/** Answers made by hand. */
export function answersOf(data: Data): Answers {
  const tables = new Map(Object.entries(data).map(([name, given]) => [name, tableOf(name, queryOf(given))]));
  return { tables, failed: new Set(), queries: [], sources: [], engine: 'none' };
}

/** Fills a text for X, or for another target. */
export function fill(
  text: string,
  data: Data = {},
  options: FillOptions = {},
): { story: Story; messages: readonly Message[]; draft: Draft } {
  const draft = draftOf(text, data, options);
  const { value, messages } = fillDraft(draft, answersOf(data), options.target ?? X);
  return { story: value, messages, draft };
}

/** What a text is filled to: posts parted by ` --- `, or the flow of a page; messages where there are any. */
export function filled(text: string, data: Data = {}, options: FillOptions = {}): string {
  const { story, messages } = fill(text, data, options);
  if (messages.length > 0) return messages.map(said).join('; ');
  return storyText(story);
}

export function storyText({ posts, body, target }: Story): string {
  return target.kind === 'thread' ? posts.map(({ children }) => outline(children)).join(' --- ') : outline(body);
}

/** The messages of filling, without their notes. */
export function problems(text: string, data: Data = {}, options: FillOptions = {}): string[] {
  return fill(text, data, options).messages.map(said);
}

/** The messages of the check that runs before any query does. */
export function references(text: string, data: Data = {}, options: FillOptions = {}): string[] {
  const columns = new Map([...answersOf(data).tables].map(([name, table]) => [name, table.columns]));
  return checkReferences(draftOf(text, data, options), columns).map(said);
}

export function words(rich: Rich | undefined): string {
  return outline(rich ?? []);
}

function said(message: Message): string {
  const place = message.place ? `${message.place.line - 5}:${message.place.column} ` : '';
  return `${place}${message.rule}: ${message.reason}`;
}

function queryOf(given: Rows | Query): Query {
  return 'rows' in given ? given : { rows: given };
}

function tableOf(query: string, { rows, columns, key, ordered }: Query): Table {
  const names = columns ?? Object.keys(rows[0] ?? { n: 0 });
  const cells = rows.map((row) => names.map((name) => cellOf(row[name] ?? null)));
  return {
    query,
    columns: names.map((name, index) =>
      columnOf(
        name,
        cells.map((row) => row[index]),
      ),
    ),
    rows: cells,
    key,
    ordered: ordered ?? false,
  };
}

function columnOf(name: string, cells: readonly (Cell | undefined)[]): Column {
  const kind = cells.find((cell) => cell && cell.kind !== 'null')?.kind ?? 'number';
  const logical: LogicalType = kind === 'null' ? 'other' : kind;
  const isBroken = cells.some((cell) => cell?.kind === 'number' && !Number.isInteger(cell.value));
  return { name, type: isBroken ? 'DOUBLE' : TYPES[logical], logical };
}

const TYPES: Record<LogicalType, string> = {
  boolean: 'BOOLEAN',
  number: 'BIGINT',
  date: 'DATE',
  text: 'VARCHAR',
  list: 'VARCHAR[]',
  other: 'BLOB',
};

function cellOf(value: Plain): Cell {
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) return { kind: 'list', items: (value as readonly Plain[]).map(cellOf) };
  switch (typeof value) {
    case 'boolean':
      return boolean(value);
    case 'number':
      return number(String(value));
    default:
      return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? date(String(value)) : dataText(String(value));
  }
}
