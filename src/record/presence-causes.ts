import { offsetAt } from '../diagnostic/locate.js';
import type { Draft } from '../model/draft.js';
import type { Place } from '../model/position.js';
import type { Cause, Change } from './change.js';
import { findBlocks } from './find-blocks.js';
import { changeCauses, valueCauses } from './find-causes.js';
import type { Lock } from './lock.js';

/** Both sides of a comparison, and the draft as it is now. */
interface Sides {
  readonly before: Lock;
  readonly after: Lock;
  readonly draft: Draft;
  /** Where figures stand now, by their ids. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Why a figure is new or gone. A lock keeps no words of the draft: what stands in no block was typed or taken out; what
 * has another round in the lock came with rows, and of the rest of a block nobody knows whether it was there.
 */
export function presenceCauses(change: Exclude<Change, { kind: 'changed' }>, sides: Sides): readonly Cause[] {
  const { before, after, draft, places } = sides;
  const figure = change.kind === 'new' ? change.after : change.before;
  const other = change.kind === 'new' ? before : after;
  const isElsewhere = other.figures.some(
    ({ kind, expression }) => kind === figure.kind && expression === figure.expression,
  );
  const isThere =
    change.kind === 'new' ? isInBlock(places.get(figure.id), draft) : draft.source.text.includes(figure.expression);
  if (!isThere) return [{ kind: 'draft' }];
  const ofFigure = valueCauses({ figure, lock: before }, { figure, lock: after });
  const ofData = ofFigure.length > 0 ? ofFigure : changeCauses(before, after);
  if (ofData.length === 0) return [{ kind: 'draft' }];
  return [{ kind: isElsewhere || change.kind === 'gone' ? 'block' : 'draft-or-block' }, ...ofData];
}

function isInBlock(place: Place | undefined, draft: Draft): boolean {
  if (place?.file !== draft.source.path) return false;
  const start = offsetAt(draft.source, place);
  return findBlocks(draft).some((block) => block.start <= start && start < block.end);
}
