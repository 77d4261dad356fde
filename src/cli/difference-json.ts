import { describeCauses } from '../record/describe-causes.js';
import { formatCorrections } from '../record/correction.js';
import type { Difference, PlacedChange } from '../record/difference.js';
import type { LockedFigure } from '../record/lock.js';

/** A difference as JSON values. */
export function differenceJson({ changes, data, queries }: Difference, date: string): unknown {
  return { changes: changes.map(changeJson), data, queries, corrections: formatCorrections(changes, date) };
}

function changeJson({ change, place, sentence }: PlacedChange): unknown {
  return {
    kind: change.kind,
    line: place?.line ?? null,
    column: place?.column ?? null,
    before: change.kind === 'new' ? null : figureJson(change.before),
    after: change.kind === 'gone' ? null : figureJson(change.after),
    sentence: sentence ?? null,
    causes: change.kind === 'changed' ? change.causes : [],
    why: change.kind === 'changed' ? describeCauses(change.causes) : null,
  };
}

function figureJson({ id, kind, expression, texts, verdict, inputs }: LockedFigure): unknown {
  return { id, kind, expression, texts, verdict: verdict ?? null, inputs };
}
