import type { Answers, SourceRecord } from '../model/answers.js';
import { localePack } from './locale-pack.js';

/**
 * `Source: Harbour log; Port office`: names where the data of a picture comes from, each source once, and says where it is
 * illustrative; empty where there is nothing to say.
 *
 * @param queries those that the picture shows; what they read in turn counts too
 * @param written the writer's own words for the sources, which go before those of the data; empty for none
 */
export function sourceLine(queries: Iterable<string>, answers: Answers, lang: string, written?: string): string {
  const sources = sourcesOf(queries, answers);
  const { source, illustrative } = localePack(lang).phrases.table;
  const names = written ?? [...new Set(sources.flatMap((each) => each.source ?? []))].join('; ');
  const line = names === '' || LABELLED.test(names) ? names : source(names);
  const notice = sources.some((each) => each.illustrative) ? [illustrative] : [];
  return [...(line === '' ? [] : [line]), ...notice].join('. ');
}

/** Words that say themselves what they are: `Source: …`, `Data: …`. */
const LABELLED = /^\p{L}+:\s/u;

function sourcesOf(queries: Iterable<string>, answers: Answers): readonly SourceRecord[] {
  const read = new Set(queries);
  // Grows while it is gone through
  for (const name of read)
    for (const below of answers.queries.find((each) => each.name === name)?.reads ?? []) read.add(below);
  return answers.sources.filter(({ name }) => read.has(name));
}
