import { openEngine, type EngineOptions } from './open-engine.js';

/** The engine, for people. */
export interface EngineDescription {
  /** E.g. `DuckDB v1.5.6`. */
  readonly name: string;
  readonly threads: number;
  /** As the engine says it, e.g. `1.0 GiB`. */
  readonly memoryLimit: string;
  /** What one query may take, in seconds. */
  readonly seconds: number;
  /** What one query may answer, in rows. */
  readonly rows: number;
}

/** Starts an engine and asks it what it is; throws when it does not start. */
export async function describeEngine(options: Partial<EngineOptions>): Promise<EngineDescription> {
  await using engine = await openEngine(options);
  const asked = await engine.select(SETTINGS);
  if (asked.kind === 'problem') throw new Error('The database engine does not answer', { cause: asked.problem });
  const [threads, memoryLimit] = asked.value[0] ?? [];
  return {
    name: engine.name,
    threads: Number(threads),
    memoryLimit: memoryLimit ?? '',
    seconds: engine.limits.timeMs / 1000,
    rows: engine.limits.maxRows,
  };
}

const SETTINGS = "SELECT current_setting('threads')::VARCHAR, current_setting('memory_limit')";
