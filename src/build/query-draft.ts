import { dirname } from 'node:path';
import { messageAt, messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import { readConfig } from '../config/read-config.js';
import { loadData } from '../engine/load-data.js';
import { openEngine, type OpenEngine } from '../engine/open-engine.js';
import { quoteName } from '../engine/quote.js';
import type { SourceFile } from '../model/position.js';
import type { Cell, Column } from '../model/value.js';
import { parseDraft } from '../parse/parse-draft.js';
import { planQueries } from '../query/plan-queries.js';
import { runQueries } from '../query/run-queries.js';
import { findDrafts } from './find-drafts.js';
import { readSource } from './read-source.js';

export interface QueryOptions {
  readonly draft: string;
  /** A query or a data table; without it, every query. */
  readonly name?: string | undefined;
  /** Rows to bring of each. */
  readonly rows: number;
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
}

/** What a query or a data table holds. */
export interface Peek {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Of which `rows` are the first. */
  readonly total: number;
}

export interface QueryResult {
  readonly peeks: readonly Peek[];
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Runs a draft's queries, whatever is wrong with its text, and brings what they answer. */
export async function queryDraft(options: QueryOptions): Promise<QueryResult> {
  const sources = new Map<string, SourceFile>();
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const result = (peeks: readonly Peek[]): QueryResult => ({ peeks, messages: tidyMessages(messages), sources });
  const [file] = take(await findDrafts([options.draft], options.cwd));
  const source = file && take(await readSource(file.path, file.name));
  if (!file || !source) return result([]);
  sources.set(source.path, source);
  const project = take(await readConfig(dirname(file.path)));
  const { value: draft, messages: parsing } = parseDraft(source, {
    slug: file.slug,
    defaults: project.defaults,
    date: options.date,
    asOf: options.asOf,
  });
  if (!draft) {
    messages.push(...parsing);
    return result([]);
  }
  const names = [...draft.queries, ...draft.frontMatter.data].map(({ name }) => name);
  if (options.name !== undefined && !names.includes(options.name)) {
    messages.push(unknownName(options.name, names, source));
    return result([]);
  }
  await using engine = await openEngine({ ...project.limits, ...(options.signal ? { signal: options.signal } : {}) });
  const folders = { root: project.root, folder: dirname(file.path) };
  const records = take(await loadData(draft, engine, { ...folders, config: project.configFile }));
  const plan = take(await planQueries(draft, engine, records));
  const { value: answers, messages: running } = await runQueries(plan, engine);
  messages.push(...running);
  const peeks: Peek[] = [];
  for (const { query, columns, rows } of answers.tables.values()) {
    if (options.name === undefined || options.name === query)
      peeks.push({ name: query, columns, rows: rows.slice(0, options.rows), total: rows.length });
  }
  const record = records.find(({ name }) => name === options.name);
  if (record) peeks.push(...(await peekTable(record.name, record.rows, engine, options.rows)));
  // What is wrong with other queries is not what was asked, unless it is why there is no answer
  const wanted =
    options.name !== undefined && peeks.length > 0 && !hasErrors(messages.filter(({ place }) => place === undefined));
  return wanted ? { peeks, messages: [], sources } : result(peeks);
}

async function peekTable(name: string, total: number, engine: OpenEngine, count: number): Promise<Peek[]> {
  const read = await engine.read(`SELECT * FROM ${quoteName(name)} LIMIT ${count}`);
  return read.kind === 'ok' ? [{ name, ...read.value, total }] : [];
}

function unknownName(name: string, names: readonly string[], source: SourceFile): Message {
  const near = nearestName(name, names);
  const known =
    names.length > 0
      ? `There are ${names.map((known) => `\`${known}\``).join(', ')}`
      : 'The draft has no queries and no data';
  const reason = `The draft has no query and no data named \`${name}\``;
  return names.length > 0
    ? messageAt(source, { start: 0, end: 0 }, 'name-unknown', reason, near ? `Did you mean \`${near}\`?` : known)
    : messageFor(source.path, 'name-unknown', reason, known);
}
