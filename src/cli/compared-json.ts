import type { ComparedDraft } from '../build/diff-drafts.js';
import { lockFileOf } from '../build/lock-file.js';
import { describeCauses } from '../record/describe-causes.js';
import { formatCorrections, type CorrectionOptions } from '../record/correction.js';
import type { Difference, PlacedChange } from '../record/difference.js';
import type { LockedFigure } from '../record/lock.js';

/** A draft beside its lock, as JSON values; without a lock its difference is null. */
export function comparedJson({ draft, difference, date, lang }: ComparedDraft): object {
  return {
    draft: draft.name,
    slug: draft.slug,
    lock: lockFileOf(draft).name,
    difference: difference ? differenceJson(difference, { date, lang }) : null,
  };
}

function differenceJson({ changes, data, queries, uncompared }: Difference, of: CorrectionOptions): object {
  return { changes: changes.map(changeJson), data, queries, uncompared, corrections: formatCorrections(changes, of) };
}

function changeJson({ change, causes, place, sentence }: PlacedChange): unknown {
  return {
    kind: change.kind,
    line: place?.line ?? null,
    column: place?.column ?? null,
    before: change.kind === 'new' ? null : figureJson(change.before),
    after: change.kind === 'gone' ? null : figureJson(change.after),
    sentence: sentence ? { before: sentence.before ?? null, after: sentence.after } : null,
    causes,
    why: describeCauses(causes),
  };
}

function figureJson({ id, kind, expression, texts, verdict, inputs }: LockedFigure): unknown {
  return { id, kind, expression, texts, verdict: verdict ?? null, inputs };
}
