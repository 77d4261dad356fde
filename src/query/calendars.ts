import type { Column } from '../model/value.js';
import { calendarTables, type CalendarTable } from './calendar-sql.js';
import { checkCalendar } from './check-calendar.js';
import type { Coverage } from './coverage-of.js';
import type { Engine } from './engine.js';
import type { MacroCall, MacroFault } from './macro-calls.js';
import type { QueryReading } from './read-queries.js';

/** The calendars of a plan: one for each query that a macro looks at, and nothing for all others. */
export class Calendars {
  /** By the name of the query, in lower case. */
  readonly #tables = new Map<string, readonly CalendarTable[]>();

  constructor(
    readonly engine: Pick<Engine, 'createView'>,
    readonly coverageOf: (query: string) => Coverage | undefined,
  ) {}

  /** Gives the calendars that a query looks at their views; returns what keeps them from it. */
  async make(
    { macroCalls }: Pick<QueryReading, 'macroCalls'>,
    columns: ReadonlyMap<string, readonly Column[]>,
  ): Promise<readonly MacroFault[]> {
    const faults: MacroFault[] = [];
    for (const call of macroCalls) {
      const folded = call.query.toLowerCase();
      if (this.#tables.has(folded)) continue;
      const name = [...columns.keys()].find((each) => each.toLowerCase() === folded);
      const fault = checkCalendar(call, name === undefined ? undefined : columns.get(name));
      if (fault) faults.push(fault);
      else if (name !== undefined) await this.#add(name, folded);
    }
    return faults;
  }

  /** The tables that calls read, in the order in which they can be computed. */
  neededBy(calls: readonly MacroCall[]): readonly CalendarTable[] {
    const needed = calls.flatMap(({ macro, query }) => {
      const tables = this.#tables.get(query.toLowerCase()) ?? [];
      return tables.filter(({ kind }) => kind === 'days' || kind === macro.reads);
    });
    return [...new Set(needed)];
  }

  async #add(name: string, folded: string): Promise<void> {
    const tables = calendarTables(name, this.coverageOf(name));
    this.#tables.set(folded, tables);
    // An engine that has ended says so at the query itself
    for (const table of tables) await this.engine.createView(table.name, table.sql);
  }
}
