import { dirname, resolve } from 'node:path';
import { messageAt, messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import { tidyMessages } from '../diagnostic/tidy-messages.js';
import { readConfig } from '../config/read-config.js';
import { loadData } from '../engine/load-data.js';
import { openEngine } from '../engine/open-engine.js';
import type { Draft } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';
import { importQueries } from '../parse/import-queries.js';
import { parseDraft } from '../parse/parse-draft.js';
import type { Engine, EngineProblem } from '../query/engine.js';
import { explainProblem } from '../query/explain-problem.js';
import { peekQuery, type Peek } from '../query/peek-query.js';
import { planQueries } from '../query/plan-queries.js';
import { findDrafts } from './find-drafts.js';
import { projectOf } from './project-of.js';
import { readImports } from './read-imports.js';
import { readSource } from './read-source.js';

export interface QueryOptions {
  /** The draft's file, relative to the working folder. */
  readonly draft: string;
  /** A query or a data table; without it, every query. */
  readonly name?: string | undefined;
  /** Rows to bring of each. Default: 10. */
  readonly rows?: number | undefined;
  /** Publication day (`YYYY-MM-DD`), in place of the draft's. */
  readonly date?: string | undefined;
  /** Last day of data (`YYYY-MM-DD`), in place of the draft's. */
  readonly asOf?: string | undefined;
  /** Working folder. Default: that of the process. */
  readonly cwd?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a query or a data table holds. */
export interface NamedPeek extends Peek {
  readonly name: string;
}

export interface QueryResult {
  readonly peeks: readonly NamedPeek[];
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Runs a draft's queries, whatever is wrong with its text, and brings what they answer. */
export async function queryDraft(options: QueryOptions): Promise<QueryResult> {
  const cwd = resolve(options.cwd ?? '');
  const sources = new Map<string, SourceFile>();
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const result = (peeks: readonly NamedPeek[]): QueryResult => ({ peeks, messages: tidyMessages(messages), sources });
  const [file] = take(await findDrafts([options.draft], cwd));
  const source = file && take(await readSource(file));
  if (!file || !source) return result([]);
  sources.set(source.path, source);
  const here = take(await readConfig(cwd));
  const project = take(await projectOf(file, here));
  if (project.configFile) sources.set(project.configFile.path, project.configFile);
  const { value: parsed, messages: parsing } = parseDraft(source, {
    slug: file.slug,
    defaults: project.defaults,
    date: options.date,
    asOf: options.asOf,
  });
  if (!parsed) {
    messages.push(...parsing);
    return result([]);
  }
  const folders = { root: project.root, folder: dirname(file.path), config: project.configFile };
  const files = take(await readImports(parsed, folders));
  if (!files) return result([]);
  for (const one of files) sources.set(one.source.path, one.source);
  const draft = take(importQueries(parsed, files));
  const names = [...draft.queries, ...draft.frontMatter.data].map(({ name }) => name);
  const { name } = options;
  if (name !== undefined && !names.includes(name)) {
    messages.push(unknownName(name, names, source));
    return result([]);
  }
  await using engine = await openEngine({ ...project.limits, ...(options.signal ? { signal: options.signal } : {}) });
  const records = take(await loadData(draft, engine, folders));
  const plan = take(await planQueries({ ...draft, wanted: name }, engine, records));
  const readable = [...draft.queries.filter((query) => plan.columns.has(query.name)), ...records];
  const peeks: NamedPeek[] = [];
  for (const each of name === undefined ? plan.queries : readable.filter((one) => one.name === name)) {
    if (!readable.includes(each)) continue;
    const peek = await peekQuery(each.name, engine, options.rows ?? 10);
    if (peek.kind === 'ok') peeks.push({ name: each.name, ...peek.value });
    else messages.push(failure(each, peek.problem, draft, engine));
  }
  // What is wrong with other queries is not what was asked, unless it is why there is no answer
  return name !== undefined && peeks.length > 0 ? { peeks, messages: [], sources } : result(peeks);
}

function failure(
  { name }: { readonly name: string },
  problem: EngineProblem,
  { queries, source }: Draft,
  engine: Engine,
): Message {
  const query = queries.find((one) => one.name === name);
  if (query) return explainProblem(problem, { query, limits: engine.limits, tables: [] });
  return messageFor(source.path, 'query-failed', `The data \`${name}\` cannot be read`);
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
