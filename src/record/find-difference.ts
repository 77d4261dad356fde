import type { Recorded } from '../model/recorded.js';
import type { Place } from '../model/position.js';
import type { Story } from '../model/story.js';
import type { Change } from './change.js';
import { compareLocks } from './compare-locks.js';
import type { Difference, ToldSentence } from './difference.js';
import { findBlocks } from './find-blocks.js';
import { changedNames } from './find-causes.js';
import { findSentences, type Sentence } from './find-sentences.js';
import type { Lock } from './lock.js';
import { chartId, makeLock } from './make-lock.js';
import { presenceCauses } from './presence-causes.js';
import { tellSentence } from './tell-sentence.js';

export interface DifferenceOptions {
  /** The tool's name and version. */
  readonly tool: string;
  /** Whether errors may have kept figures out of what the draft says. */
  readonly isBroken: boolean;
}

/** Holds what a draft says now against its lock. */
export function findDifference(lock: Lock, recorded: Recorded, options: DifferenceOptions): Difference {
  const now = makeLock(recorded, options.tool);
  const all = compareLocks(lock, now);
  const changes = all.filter((change) => isComparable(change, recorded, options));
  const places = placesOf(recorded);
  const known = { before: lock, after: now, draft: recorded.draft, places };
  const sentenceOf = tellerOf(changes, recorded);
  const sources = new Map([...lock.sources, ...now.sources].map(({ name, file }) => [name, file]));
  // What an error kept from being read has not changed for that
  const declared = new Set([...recorded.draft.frontMatter.data, ...recorded.draft.queries].map(({ name }) => name));
  const read = new Set([...now.sources, ...now.queries].map(({ name }) => name));
  const isRead = (name: string): boolean => read.has(name) || !declared.has(name);
  return {
    changes: changes
      .map((change) => {
        const id = change.kind === 'gone' ? undefined : change.after.id;
        return {
          change,
          causes: change.kind === 'changed' ? change.causes : presenceCauses(change, known),
          place: id === undefined ? undefined : places.get(id),
          sentence: id === undefined ? undefined : sentenceOf(id),
        };
      })
      .sort((a, b) => order(a.place) - order(b.place) || (idOf(a.change) < idOf(b.change) ? -1 : 1)),
    data: changedNames(lock.sources, now.sources)
      .filter(isRead)
      .map((name) => sources.get(name) ?? name),
    queries: changedNames(lock.queries, now.queries).filter(isRead),
    uncompared: all.length - changes.length,
  };
}

/** False where an error stands in the way: a query failed, a tag could not be filled, a claim not be asked. */
function isComparable(change: Change, { draft, answers }: Recorded, { isBroken }: DifferenceOptions): boolean {
  if (!isBroken) return true;
  const figures = [
    ...(change.kind === 'new' ? [] : [change.before]),
    ...(change.kind === 'gone' ? [] : [change.after]),
  ];
  const isAsked = (query: string): boolean =>
    answers.tables.has(query) || !draft.queries.some(({ name }) => name === query);
  if (!figures.every(({ inputs }) => inputs.every(({ query }) => isAsked(query)))) return false;
  if (change.kind === 'gone') return !draft.source.text.includes(change.before.expression);
  return change.kind === 'new' || change.before.verdict === undefined || change.after.verdict !== undefined;
}

/** Tells the sentence of a figure that changed or is new; the same object for all of one sentence. */
function tellerOf(changes: readonly Change[], { draft, stories }: Recorded): (id: string) => ToldSentence | undefined {
  const sentences = findSentences(readersFirst(stories));
  const byId = new Map(
    changes.flatMap((change) => (change.kind === 'gone' ? [] : [[change.after.id, change] as const])),
  );
  const known = { source: draft.source, blocks: findBlocks(draft), changes: byId };
  const told = new Map<Sentence, ToldSentence>();
  return (id) => {
    const sentence = sentences.get(id);
    if (!sentence) return undefined;
    const one = told.get(sentence) ?? tellSentence(sentence, known);
    told.set(sentence, one);
    return one;
  };
}

/** Sentences are told as a reader of the page finds them: posts leave headings out. */
function readersFirst(stories: readonly Story[]): Story[] {
  return [...stories].sort((a, b) => Number(a.target.kind === 'thread') - Number(b.target.kind === 'thread'));
}

function placesOf({ stories, charts }: Recorded): ReadonlyMap<string, Place> {
  const ofFigures = stories.flatMap(({ figures }) => figures.map(({ id, place }) => [id, place] as const));
  return new Map([...ofFigures, ...charts.map((chart) => [chartId(chart), chart.place] as const)]);
}

function order(place: Place | undefined): number {
  return place ? place.line * 100_000 + place.column : Infinity;
}

function idOf(change: Change): string {
  return change.kind === 'gone' ? change.before.id : change.after.id;
}
