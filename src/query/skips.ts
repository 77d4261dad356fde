import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { QueryBlock } from '../model/draft.js';
import { quoteList } from './quote-list.js';

/** Queries that were not run, told once for each cause. */
export class Skips {
  /** Skipped queries by the words for their cause. */
  readonly #byCause = new Map<string, QueryBlock[]>();
  /** By the name, in lower case, of what failed or was skipped. */
  readonly #causeOf = new Map<string, string>();

  /** Marks a query, or a table of data, whose own failure was told already. */
  fail(name: string, cause: string): void {
    this.#causeOf.set(name.toLowerCase(), cause);
  }

  /** Skips a query when something it reads failed, and says whether it did. */
  skipIfNeeded(query: QueryBlock, reads: readonly string[]): boolean {
    for (const name of reads) {
      const cause = this.#causeOf.get(name.toLowerCase());
      if (cause === undefined) continue;
      this.skip(query, cause);
      return true;
    }
    return false;
  }

  /** Skips a query for a cause. */
  skip(query: QueryBlock, cause: string): void {
    this.fail(query.name, cause);
    this.#byCause.set(cause, [...(this.#byCause.get(cause) ?? []), query]);
  }

  /** One message a cause, at the first query it kept from running. */
  messages(): readonly Message[] {
    return [...this.#byCause].flatMap(([cause, queries]) => {
      const [first] = queries;
      if (!first) return [];
      const were = queries.length === 1 ? 'was' : 'were';
      const reason = `${quoteList(queries.map(({ name }) => name))} ${were} not run, because ${cause}`;
      return [messageAt(first.source, first.nameSpan, 'query-skipped', reason)];
    });
  }
}

/** Why everything after an engine's end is skipped. */
export const ENGINE_ENDED = 'the engine had to be stopped';
