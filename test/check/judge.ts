import { judgeClaims } from '../../src/check/judge-claims.js';
import type { Message } from '../../src/diagnostic/message.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Story } from '../../src/model/story.js';
import type { Target } from '../../src/model/target.js';
import { answersOf, draftOf, X, type Data, type FillOptions } from '../fill/fill-input.js';

export interface Judged {
  readonly stories: readonly Story[];
  readonly messages: readonly Message[];
}

/** Fills a text for some targets and judges its claims. */
export function judge(
  text: string,
  data: Data,
  options: FillOptions & { readonly targets?: readonly Target[] } = {},
): Judged {
  const draft = draftOf(text, data, options);
  const filled = (options.targets ?? [options.target ?? X]).map((target) => fillDraft(draft, answersOf(data), target));
  const { value, messages } = judgeClaims(
    filled.map((outcome) => outcome.value),
    draft,
  );
  return { stories: value, messages: [...filled.flatMap((outcome) => outcome.messages), ...messages] };
}

/** The verdicts of a text's claims, each with what is true instead or the cause, or the messages of what is no claim. */
export function verdicts(text: string, data: Data, options: FillOptions = {}): string {
  const { stories, messages } = judge(text, data, options);
  const claims = stories.flatMap(({ figures }) => figures.filter(({ kind }) => kind === 'claim'));
  if (claims.some(({ verdict }) => verdict === undefined)) return messages.map(said).join('; ');
  return claims
    .map(({ verdict }) => {
      if (verdict?.kind === 'false') return `false: ${verdict.instead ?? '-'}`;
      if (verdict?.kind === 'undecided') return `undecided: ${verdict.cause}`;
      return verdict && 'reason' in verdict ? `${verdict.kind}: ${verdict.reason}` : verdict?.kind;
    })
    .join('; ');
}

export function messagesOf(judged: Judged): string[] {
  return judged.messages.map((message) => `${said(message)}${message.note === undefined ? '' : ` → ${message.note}`}`);
}

function said({ place, rule, reason }: Message): string {
  return `${place ? `${place.line - 5}:${place.column} ` : ''}${rule}: ${reason}`;
}
