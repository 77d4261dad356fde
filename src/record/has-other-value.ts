import type { LockedFigure, LockedInput } from './lock.js';

/**
 * True where a figure was made of other values. One that changed below what is printed has changed all the same: the next
 * may not stay below.
 */
export function hasOtherValue({ inputs: before }: LockedFigure, { inputs: after }: LockedFigure): boolean {
  return before.length !== after.length || before.some((input, index) => isOther(input, after[index]));
}

/** True for another cell. Its row is none of it: what a key or a loop finds moves where other rows come or go. */
export function isOther(before: LockedInput, after: LockedInput | undefined): boolean {
  return before.query !== after?.query || before.column !== after.column || before.value !== after.value;
}
