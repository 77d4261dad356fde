import { judgeClaims } from '../check/judge-claims.js';
import { reviseClaims } from '../check/revise-claims.js';
import type { Message } from '../diagnostic/message.js';
import { fillDraft } from '../fill/fill-draft.js';
import type { ClaimRevision } from '../model/claim-revision.js';
import { importQueries } from '../parse/import-queries.js';
import { parseDraft } from '../parse/parse-draft.js';
import type { Examined } from './examine.js';
import type { ExamineOptions } from './hands.js';
import { targetsOf } from './targets-of.js';

/** Says what a draft would be if the words of its false claims followed the data. */
export function reviseDraft({ draft, answers, judged, imported }: Examined, options: ExamineOptions): ClaimRevision {
  const { source } = draft;
  const errors = (messages: readonly Message[]): number =>
    messages.filter(({ severity }) => severity === 'error').length;
  const before = errors(parseDraft(source, options).messages);
  return reviseClaims(judged, draft, (text) => {
    const { value: parsed, messages } = parseDraft({ ...source, text }, options);
    if (!parsed || errors(messages) > before) return undefined;
    const again = importQueries(parsed, imported).value;
    const filled = targetsOf(again).map((target) => fillDraft(again, answers, target).value);
    return judgeClaims(filled, again).value;
  });
}
