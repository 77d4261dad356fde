import { DuckDBInstance, DuckDBTimestampTZValue, type DuckDBConnection } from '@duckdb/node-api';
import { serve } from '../child/serve.js';
import { appendRows } from './append-rows.js';
import { isDataProblem } from './data-problem.js';
import { encodeValue, shapeOf } from './encode-value.js';
import type { EngineProgram, ReadParams, Wire, WireColumn, WireRows } from './protocol.js';

/** The engine's own process: a program, not a module to import. */
let connection: DuckDBConnection | undefined;

/** What one result may weigh on its way to the parent, in characters: as JSON it must fit into one string. */
const MAX_SIZE = 64 * 1024 * 1024;

serve<EngineProgram>({
  async open({ memoryMb }) {
    const instance = await DuckDBInstance.create(':memory:', {
      // With more threads, sums of doubles and ties differ from run to run.
      threads: '1',
      memory_limit: `${memoryMb}MiB`,
      temp_directory: '',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
    });
    connection = await instance.connect();
    await connection.run("SET errors_as_json = true; SET TimeZone = 'UTC'");
    // The client prints zoned times in the host's zone, whatever the session's is.
    DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0;
    const [row] = await (await connection.run('SELECT version()')).getRows();
    return String(row?.[0]);
  },
  async run({ sql }) {
    await database().run(sql);
    return null;
  },
  async prepare({ sql }) {
    const statement = await database().prepare(sql);
    try {
      return Array.from({ length: statement.columnCount }, (_, index): WireColumn => {
        const type = statement.columnType(index);
        return { name: statement.columnName(index), type: String(type), shape: shapeOf(type) };
      });
    } finally {
      statement.destroySync();
    }
  },
  read,
  async loadWorkbooks({ table, ...params }) {
    // Its reader is loaded by drafts that have one
    const { readWorkbooks } = await import('./read-workbooks.js');
    const read = await readWorkbooks(params);
    if (isDataProblem(read)) return read;
    await appendRows(database(), table, read);
    return null;
  },
  interrupt() {
    database().interrupt();
    return null;
  },
});

async function read({ sql, values = [], maxRows }: ReadParams): Promise<WireRows> {
  const result = await database().stream(sql, [...values]);
  const types = result.columnTypes();
  const columns = types.map((type, index): WireColumn => ({
    name: result.columnName(index),
    type: String(type),
    shape: shapeOf(type),
  }));
  const rows: Wire[][] = [];
  let size = 0;
  for await (const chunk of result.yieldRows()) {
    if (rows.length + chunk.length > maxRows) return { columns, rows: [], over: 'rows' };
    for (const row of chunk) {
      const wires = row.map((value, index) => {
        const type = types[index];
        return type ? encodeValue(value, type) : null;
      });
      for (const wire of wires) size += weight(wire);
      if (size > MAX_SIZE) return { columns, rows: [], over: 'size' };
      rows.push(wires);
    }
  }
  return { columns, rows, over: undefined };
}

function weight(wire: Wire): number {
  if (wire === null || typeof wire === 'boolean') return 5;
  if (typeof wire === 'string') return wire.length + 3;
  return wire.reduce((sum: number, item) => sum + weight(item), 2);
}

function database(): DuckDBConnection {
  if (!connection) throw new Error('The database is not open');
  return connection;
}
