import { similarity } from '../diagnostic/nearest-name.js';
import type { Change } from './change.js';
import { findCauses } from './find-causes.js';
import { hasOtherValue } from './has-other-value.js';
import type { Lock, LockedFigure } from './lock.js';

/** What reads otherwise, is new or is gone, in the order of the figures as they are now. */
export function compareLocks(before: Lock, after: Lock): readonly Change[] {
  const { pairs, gone, fresh } = pairUp(before.figures, after.figures);
  return [
    ...pairs
      .filter(([old, now]) => isChanged(old, now))
      .map(([old, now]): Change => ({
        kind: 'changed',
        before: old,
        after: now,
        causes: findCauses({ figure: old, lock: before }, { figure: now, lock: after }),
      })),
    ...fresh.map((now): Change => ({ kind: 'new', after: now })),
    ...gone.map((old): Change => ({ kind: 'gone', before: old })),
  ];
}

interface Pairing {
  readonly pairs: readonly (readonly [LockedFigure, LockedFigure])[];
  readonly gone: readonly LockedFigure[];
  readonly fresh: readonly LockedFigure[];
}

/** How alike two expressions are that may be one that was edited, from 0 to 1. */
const ALIKE = 0.6;

/**
 * Finds for each figure what it was. Where an expression stands more than once its figures have ordinals, which another
 * order of the posts exchanges: among them the same text is the same figure, and the rest go by their ids. An
 * expression that is gone and one like it that is new are one that was edited.
 */
function pairUp(before: readonly LockedFigure[], after: readonly LockedFigure[]): Pairing {
  const pairs: [LockedFigure, LockedFigure][] = [];
  const old = new Set(before);
  const fresh = new Set(after);
  const pair = (match: (old: LockedFigure, now: LockedFigure) => boolean): void => {
    for (const now of fresh) {
      const found = [...old].find((figure) => match(figure, now));
      if (!found) continue;
      pairs.push([found, now]);
      old.delete(found);
      fresh.delete(now);
    }
  };
  pair((a, b) => a.id === b.id && isSame(a, b) && !isChanged(a, b));
  pair((a, b) => isSame(a, b) && !isChanged(a, b));
  pair((a, b) => a.id === b.id && isSame(a, b));
  pair(isSame);
  pair((a, b) => a.kind === b.kind && textOf(a) === textOf(b) && similarity(a.expression, b.expression) >= ALIKE);
  pair((a, b) => a.kind === b.kind && similarity(a.expression, b.expression) >= ALIKE);
  const order = new Map(after.map((figure, index) => [figure, index]));
  const place = (figure: LockedFigure): number => order.get(figure) ?? 0;
  return {
    pairs: pairs.sort(([, a], [, b]) => place(a) - place(b)),
    gone: [...old],
    fresh: [...fresh],
  };
}

function isSame(a: LockedFigure, b: LockedFigure): boolean {
  return a.kind === b.kind && a.expression === b.expression;
}

function isChanged(before: LockedFigure, after: LockedFigure): boolean {
  return (
    before.expression !== after.expression ||
    before.verdict !== after.verdict ||
    hasOtherText(before, after) ||
    hasOtherValue(before, after)
  );
}

/** Only targets that both have are compared: a platform that was added says nothing new. */
function hasOtherText({ texts: before }: LockedFigure, { texts: after }: LockedFigure): boolean {
  if (typeof before === 'string' && typeof after === 'string') return before !== after;
  const targets = Object.keys(typeof before === 'string' ? after : before);
  return targets.some((target) => {
    const [old, now] = [textFor(before, target), textFor(after, target)];
    return old !== undefined && now !== undefined && old !== now;
  });
}

function textFor(texts: LockedFigure['texts'], target: string): string | undefined {
  return typeof texts === 'string' ? texts : texts[target];
}

/** The text of a figure; of several, the first. */
export function textOf({ texts }: LockedFigure): string {
  return typeof texts === 'string' ? texts : (Object.values(texts)[0] ?? '');
}
