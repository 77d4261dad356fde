import type { LoggerInterface } from 'vega';

/** A log that keeps what makes a drawing wrong. */
export interface DrawingLog extends LoggerInterface {
  readonly problems: readonly string[];
  /** Fields in which Vega found no number, and its words. */
  readonly numberless: ReadonlyMap<string, string>;
}

/** Opens a log for one drawing: Vega only logs where it leaves a chart empty, and goes on. */
export function openLog(): DrawingLog {
  const problems: string[] = [];
  const keep = (parts: readonly unknown[]): void => {
    const problem = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
    if (!problems.includes(problem)) problems.push(problem);
  };
  const numberless = new Map<string, string>();
  const log: DrawingLog = {
    problems,
    numberless,
    level: (level?: number) => (level === undefined ? WARN : log),
    error: (...parts: unknown[]) => {
      keep(parts);
      return log;
    },
    warn: (...parts: unknown[]) => {
      const [, field] = /^Infinite extent for field "(.*?)"/s.exec(String(parts[0])) ?? [];
      if (field !== undefined) numberless.set(field, parts.map(String).join(' '));
      else if (SPOILS.test(String(parts[0])) && !HARMLESS.test(String(parts[0]))) keep(parts);
      return log;
    },
    info: () => log,
    debug: () => log,
  };
  return log;
}

const WARN = 2;
/** Warnings of Vega and Vega-Lite that say that something is left out, or drawn from nothing. */
const SPOILS =
  /Loading failed|ingestion failed|dropped|^Dropping|^Ignoring|Invalid|^Unknown|Unrecognized|Unsupported|^Cannot|^Log scale|exceed|Error/i;
/** Sizes are ours to choose: a width that fits is asked for wherever it can be had. */
const HARMLESS = /^Dropping "fit|view size/;
