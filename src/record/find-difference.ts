import type { Recorded } from '../model/recorded.js';
import type { Place } from '../model/position.js';
import type { Story } from '../model/story.js';
import type { Change } from './change.js';
import { compareLocks, textOf } from './compare-locks.js';
import type { Difference } from './difference.js';
import { changedNames } from './find-causes.js';
import { findSentences, type Sentence } from './find-sentences.js';
import type { Lock } from './lock.js';
import { chartId, makeLock } from './make-lock.js';

/** Holds what a draft says now against its lock. */
export function findDifference(lock: Lock, recorded: Recorded, tool: string): Difference {
  const now = makeLock(recorded, tool);
  const changes = compareLocks(lock, now);
  const places = placesOf(recorded);
  const sentences = findSentences(readersFirst(recorded.stories));
  const before = new Map(
    changes.flatMap((change) => (change.kind === 'changed' ? [[change.after.id, textOf(change.before)] as const] : [])),
  );
  const sources = new Map([...lock.sources, ...now.sources].map(({ name, file }) => [name, file]));
  return {
    changes: changes
      .map((change) => {
        const id = change.kind === 'gone' ? undefined : change.after.id;
        const sentence = id === undefined ? undefined : sentences.get(id);
        return {
          change,
          place: id === undefined ? undefined : places.get(id),
          sentence: sentence && change.kind === 'changed' ? told(sentence, before) : undefined,
        };
      })
      .sort((a, b) => order(a.place) - order(b.place) || (idOf(a.change) < idOf(b.change) ? -1 : 1)),
    data: changedNames(lock.sources, now.sources).map((name) => sources.get(name) ?? name),
    queries: changedNames(lock.queries, now.queries),
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

function told(sentence: Sentence, before: ReadonlyMap<string, string>): { before: string; after: string } {
  const join = (text: (part: Sentence[number]) => string): string => sentence.map(text).join('').trim();
  return {
    before: join(({ id, text }) => (id === undefined ? text : (before.get(id) ?? text))),
    after: join(({ text }) => text),
  };
}

function order(place: Place | undefined): number {
  return place ? place.line * 100_000 + place.column : Infinity;
}

function idOf(change: Change): string {
  return change.kind === 'gone' ? change.before.id : change.after.id;
}
