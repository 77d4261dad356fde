import type { Cell, Column } from '../model/value.js';
import type { Engine, EngineResult } from './engine.js';

/** A look at a query or a data table: its columns and its first rows. */
export interface Peek {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows there are in all. */
  readonly total: number;
}

/** Reads the first rows of a planned query or of loaded data, however many there are. */
export async function peekQuery(name: string, engine: Engine, limit: number): Promise<EngineResult<Peek>> {
  const first = await engine.read(`FROM "${name}" LIMIT ${limit}`);
  if (first.kind === 'problem') return first;
  const { columns, rows } = first.value;
  if (rows.length < limit) return { kind: 'ok', value: { columns, rows, total: rows.length } };
  const counted = await engine.read(`SELECT count(*) AS n FROM "${name}"`);
  if (counted.kind === 'problem') return counted;
  const cell = counted.value.rows[0]?.[0];
  return { kind: 'ok', value: { columns, rows, total: cell?.kind === 'number' ? cell.value : rows.length } };
}
