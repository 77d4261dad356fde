import { openChild, type Child } from '../child/open-child.js';
import type { Params, Reply, Result } from '../child/protocol.js';
import type {
  Engine,
  EngineLimits,
  EngineProblem,
  EngineResult,
  Rows,
  StatementTree,
  Vocabulary,
} from '../query/engine.js';
import type { Cell, Column } from '../model/value.js';
import { clockStatements } from './clock-statements.js';
import { decodeCell, decodeColumn } from './decode-cell.js';
import type { DataProblem } from './data-problem.js';
import type { EngineProgram, WireRows } from './protocol.js';
import { quoteName } from './quote.js';
import type { WorkbookParams } from './read-workbooks.js';
import { readSqlError } from './read-sql-error.js';
import { readSyntaxTree } from './read-syntax-tree.js';

export interface EngineOptions extends EngineLimits {
  /** For reading one data file, milliseconds. */
  readonly loadMs: number;
  /** Aborting ends the engine and every call. */
  readonly signal: AbortSignal;
}

/** An engine with what it takes to load data; `loadData` uses that and then locks it. */
export interface OpenEngine extends Engine, AsyncDisposable {
  /** Runs our own statements, before the lock only. */
  execute(sql: string): Promise<EngineResult<undefined>>;
  /** Runs our own SELECT, before the lock only, and returns its cells as text. */
  select(sql: string): Promise<EngineResult<readonly (readonly (string | null)[])[]>>;
  /** Makes a table of one sheet of each workbook, before the lock only. */
  loadWorkbooks(params: WorkbookParams & { readonly table: string }): Promise<EngineResult<DataProblem | null>>;
  /** Ends loading: from here on only a writer's queries run. */
  lock(statements: string): Promise<EngineResult<undefined>>;
  /** Forgets every query, and lets those that follow look at other data; what was loaded stays. */
  restart(world: World): Promise<EngineResult<undefined>>;
}

/** What queries look at in place of the data as it was loaded. */
export interface World {
  /** The last day of data, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Our own SELECT for each data table that is another. */
  readonly tables: ReadonlyMap<string, string>;
}

const DEFAULT_LIMITS = { timeMs: 30_000, memoryMb: 1024, maxRows: 100_000, loadMs: 300_000 };

/** The watchdog's cap above DuckDB's own: results, constant folding and Node itself are not under DuckDB's limit. */
const WATCHDOG_MARGIN_MB = 512;

/** The client makes an object of each struct, where without this a key `__proto__` would be no key. */
const NODE_ARGS = ['--disable-proto=delete'];

/** Starts DuckDB in a process of its own; throws when it cannot start. */
export async function openEngine(options: Partial<EngineOptions> = {}): Promise<OpenEngine> {
  const { signal, ...given } = options;
  const { loadMs, ...limits } = { ...DEFAULT_LIMITS, ...given };
  const memoryMb = limits.memoryMb + WATCHDOG_MARGIN_MB;
  const child = openChild<EngineProgram>({ entry: 'engine/child', nodeArgs: NODE_ARGS, memoryMb, signal });
  const opened = await child.call('open', { memoryMb: limits.memoryMb }, { timeoutMs: loadMs });
  if (opened.kind === 'answer') return new DuckDbEngine(child, `DuckDB ${opened.value}`, limits, loadMs);
  await child[Symbol.asyncDispose]();
  throw new Error('The database engine did not start', { cause: opened });
}

class DuckDbEngine implements OpenEngine {
  #locked = false;
  #vocabulary: Promise<EngineResult<Vocabulary>> | undefined;

  constructor(
    readonly child: Child<EngineProgram>,
    readonly name: string,
    readonly limits: EngineLimits,
    readonly loadMs: number,
  ) {}

  async execute(sql: string): Promise<EngineResult<undefined>> {
    this.#assert(false);
    return mapValue(await this.#call('run', { sql }, sql, { timeoutMs: this.loadMs }), () => undefined);
  }

  async select(sql: string): Promise<EngineResult<readonly (readonly (string | null)[])[]>> {
    this.#assert(false);
    const read = await this.#call('read', { sql, maxRows: this.limits.maxRows }, sql, { timeoutMs: this.loadMs });
    return mapValue(read, ({ rows }) => rows.map((row) => row.map((wire) => (wire === null ? null : String(wire)))));
  }

  async loadWorkbooks(params: WorkbookParams & { readonly table: string }): Promise<EngineResult<DataProblem | null>> {
    this.#assert(false);
    return await this.#call('loadWorkbooks', params, '', { timeoutMs: this.loadMs });
  }

  async lock(statements: string): Promise<EngineResult<undefined>> {
    const locked = await this.execute(statements);
    this.#locked = true;
    return locked;
  }

  async restart({ asOf, tables }: World): Promise<EngineResult<undefined>> {
    const made = await this.read(TEMPORARY);
    if (made.kind === 'problem') return made;
    const drops = made.value.rows.map(([kind, name]) => `DROP ${textOf(kind)} temp.main.${quoteName(textOf(name))}`);
    const sql = [...drops, ...clockStatements(asOf)].join('; ');
    const cleared = await this.#call('run', { sql }, '');
    if (cleared.kind === 'problem') return cleared;
    for (const [name, select] of tables) {
      // A temporary table hides the one that was loaded
      const created = await this.#create(`CREATE TEMP TABLE ${quoteName(name)} AS `, select);
      if (created.kind === 'problem') return created;
    }
    return { kind: 'ok', value: undefined };
  }

  async parse(sql: string): Promise<EngineResult<readonly StatementTree[]>> {
    const read = await this.#call('read', { sql: SERIALIZE, values: [sql], maxRows: 1 }, sql);
    if (read.kind === 'problem') return read;
    const tree = readSyntaxTree(String(read.value.rows[0]?.[0]), sql);
    return 'kind' in tree ? { kind: 'problem', problem: tree } : { kind: 'ok', value: tree };
  }

  vocabulary(): Promise<EngineResult<Vocabulary>> {
    return (this.#vocabulary ??= this.#readVocabulary());
  }

  async describe(sql: string): Promise<EngineResult<readonly Column[]>> {
    this.#assert(true);
    return mapValue(await this.#call('prepare', { sql }, sql), (columns) => columns.map(decodeColumn));
  }

  async createView(name: string, sql: string): Promise<EngineResult<undefined>> {
    this.#assert(true);
    return this.#create(`CREATE OR REPLACE TEMP VIEW ${quoteName(name)} AS `, sql);
  }

  async createTable(name: string, sql: string): Promise<EngineResult<undefined>> {
    this.#assert(true);
    const quoted = quoteName(name);
    const dropped = await this.#call('run', { sql: `DROP VIEW IF EXISTS ${quoted}` }, '');
    if (dropped.kind === 'problem') return dropped;
    return this.#create(`CREATE TEMP TABLE ${quoted} AS `, sql);
  }

  async read(sql: string): Promise<EngineResult<Rows>> {
    this.#assert(true);
    const read = await this.#call('read', { sql, maxRows: this.limits.maxRows }, sql);
    if (read.kind === 'problem') return read;
    const { over } = read.value;
    if (over) return { kind: 'problem', problem: { kind: 'limit', what: over } };
    return { kind: 'ok', value: decodeRows(read.value) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.child[Symbol.asyncDispose]();
  }

  async #create(prefix: string, sql: string): Promise<EngineResult<undefined>> {
    const created = await this.#call('run', { sql: prefix + sql }, sql, { prefix });
    return mapValue(created, () => undefined);
  }

  async #readVocabulary(): Promise<EngineResult<Vocabulary>> {
    const read = await this.#call('read', { sql: UNSTABLE_FUNCTIONS, maxRows: this.limits.maxRows }, '');
    return mapValue(read, ({ rows }) => ({ unstableFunctions: new Set(rows.map((row) => String(row[0]))) }));
  }

  async #call<M extends keyof EngineProgram>(
    method: M,
    params: Params<EngineProgram, M>,
    sql: string,
    { timeoutMs = this.limits.timeMs, prefix = '' } = {},
  ): Promise<EngineResult<Result<EngineProgram, M>>> {
    if (this.child.death) {
      const cause = this.child.death.cause === 'aborted' ? 'aborted' : 'earlier';
      return { kind: 'problem', problem: { kind: 'ended', cause } };
    }
    const reply = await this.child.call(method, params, { timeoutMs, onTimeout: 'interrupt' });
    if (reply.kind === 'answer') return { kind: 'ok', value: reply.value };
    return { kind: 'problem', problem: problemOf(reply, sql, prefix) };
  }

  /** The order load, lock, query is what keeps a draft away from the disk. */
  #assert(locked: boolean): void {
    if (this.#locked !== locked) throw new Error(locked ? 'The engine is not locked yet' : 'The engine is locked');
  }
}

/** What queries have left. */
const TEMPORARY = `
  SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary AND NOT internal
  UNION ALL
  SELECT 'TABLE', table_name FROM duckdb_tables() WHERE temporary AND NOT internal`;

function textOf(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.value : '';
}

const SERIALIZE = 'SELECT json_serialize_sql($1::VARCHAR)';

const UNSTABLE_FUNCTIONS = `
  SELECT DISTINCT lower(function_name) FROM duckdb_functions()
  WHERE function_type = 'scalar' AND stability <> 'CONSISTENT'`;

function problemOf(reply: Exclude<Reply<unknown>, { kind: 'answer' }>, sql: string, prefix: string): EngineProblem {
  switch (reply.kind) {
    case 'timeout':
      return { kind: 'limit', what: 'time' };
    case 'dead':
      if (reply.death.cause === 'memory') return { kind: 'limit', what: 'memory' };
      if (reply.death.cause === 'crash') return { kind: 'ended', cause: 'crash' };
      return { kind: 'ended', cause: reply.death.cause === 'aborted' ? 'aborted' : 'earlier' };
    case 'thrown': {
      const error = readSqlError(reply.message, sql, prefix);
      return error.type === 'out of memory' ? { kind: 'limit', what: 'memory' } : error;
    }
  }
}

function decodeRows({ columns, rows }: WireRows): Rows {
  return {
    columns: columns.map(decodeColumn),
    rows: rows.map((row) => row.map((wire, index) => decodeCell(wire, columns[index]?.shape ?? 'text'))),
  };
}

function mapValue<T, U>(result: EngineResult<T>, to: (value: T) => U): EngineResult<U> {
  return result.kind === 'ok' ? { kind: 'ok', value: to(result.value) } : result;
}
