import type { Finding, Verdict } from '../model/claim.js';
import type { ClaimChange, ClaimLeft, ClaimRevision } from '../model/claim-revision.js';
import type { Draft } from '../model/draft.js';
import type { Place } from '../model/position.js';
import type { Figure, Story } from '../model/story.js';
import { judgeClaim } from './judge-claim.js';
import { rewordClaim } from './reword-claim.js';
import { rewordingOf } from './rewording.js';
import { sourceEdits, type SourceEdit } from './source-edits.js';

/** A claim as it is typed once, with what came of it in every output and every round of a loop. */
type Typed = readonly [Figure, ...Figure[]];

/** Words to be changed, with the ways to write them into the source. */
interface Change extends ClaimChange {
  readonly start: number;
  readonly edits: readonly SourceEdit[];
}

/**
 * Rewrites the words of false claims whose expression yields words. Every change is read again before it counts: the
 * claim must say what was meant, and nothing else in the draft may say anything new.
 *
 * @param read Reads and judges another text of the same draft over the same data; `undefined` where it has new errors.
 */
export function reviseClaims(
  stories: readonly Story[],
  draft: Draft,
  read: (text: string) => readonly Story[] | undefined,
): ClaimRevision {
  const changes: Change[] = [];
  const left: ClaimLeft[] = [];
  for (const claim of typedClaims(stories)) {
    const [first] = claim;
    const { place, text: words } = first;
    const found = changeOf(claim, draft);
    if (typeof found === 'string') left.push({ place, words, reason: found });
    else if (found) changes.push(found);
  }
  const isSound = (chosen: readonly Chosen[]): boolean => {
    const again = read(textWith(draft.source.text, chosen));
    return again !== undefined && isMeant(stories, again, chosen);
  };
  const chosen = choose(changes, isSound, ({ place, from }) => {
    left.push({ place, words: from, reason: 'its words cannot be replaced where they stand: type what is true' });
  });
  return {
    text: textWith(draft.source.text, chosen),
    changes: chosen.map(({ change: { place, from, to } }) => ({ place, from, to })).sort(byPlace),
    left: left.sort(byPlace),
  };
}

function byPlace(a: { readonly place: Place }, b: { readonly place: Place }): number {
  return a.place.line - b.place.line || a.place.column - b.place.column;
}

function typedClaims(stories: readonly Story[]): readonly Typed[] {
  const claims = new Map<number, [Figure, ...Figure[]]>();
  for (const figure of stories.flatMap(({ figures }) => figures)) {
    if (figure.kind !== 'claim' || !figure.words) continue;
    const { start } = figure.words.span;
    const known = claims.get(start);
    if (known) known.push(figure);
    else claims.set(start, [figure]);
  }
  return [...claims.values()];
}

/** The change that a claim needs, why it is left, or nothing where it holds. */
function changeOf(claim: Typed, draft: Draft): Change | string | undefined {
  const failed = claim.find(({ verdict }) => verdict && FAILED.includes(verdict.kind));
  if (!failed?.words || !failed.verdict || !failed.finding) return undefined;
  const { verdict, finding, words, text, place } = failed;
  if (verdict.kind === 'undecided') return `the data does not decide it: ${verdict.cause}`;
  if (verdict.kind === 'unreadable') return 'its words state no single number: type what is true';
  if (finding.kind !== 'amount' && finding.kind !== 'words') return verdictReason(verdict);
  const rewording = rewordingOf(failed, draft);
  const { reading } = rewording;
  const to = rewordClaim(text, finding, rewording);
  if (to === undefined) return `no words like these say “${truth(finding)}”: type what is true`;
  const holds = ({ finding: other }: Figure): boolean => !other || judgeClaim(to, other, reading).kind === 'true';
  if (claim.some((one) => one.id !== failed.id && !holds(one)))
    return 'it stands in a loop, whose rounds need different words: compute them with `{{ }}`';
  const edits = sourceEdits(draft.source.text.slice(words.span.start, words.span.end), text, to);
  if (edits.length === 0) return 'tags or marks stand within its words: type what is true';
  return {
    place,
    from: text,
    to,
    start: words.span.start,
    edits: edits.map(({ start, end, text: put }) => ({
      start: words.span.start + start,
      end: words.span.start + end,
      text: put,
    })),
  };
}

function verdictReason(verdict: Verdict): string {
  const instead = verdict.kind === 'false' ? verdict.instead : undefined;
  const truth = instead === undefined ? 'what is true' : `what is true instead: “${instead}”`;
  return `a verdict says that it is false, and its words are the writer’s: type ${truth}`;
}

const FAILED: readonly string[] = ['false', 'undecided', 'unreadable'];

function truth(finding: Finding & { kind: 'amount' | 'words' }): string {
  return finding.kind === 'amount' ? finding.text : finding.texts[0];
}

/** A change and the way in which it is written. */
interface Chosen {
  readonly change: Change;
  readonly edit: SourceEdit;
}

/** The first way of every change where they are sound together, else one after the other in the first way that is. */
function choose(
  changes: readonly Change[],
  isSound: (chosen: readonly Chosen[]) => boolean,
  leave: (change: Change) => void,
): readonly Chosen[] {
  const first = changes.flatMap((change) => change.edits.slice(0, 1).map((edit) => ({ change, edit })));
  if (first.length === 0 || isSound(first)) return first;
  const chosen: Chosen[] = [];
  for (const change of changes) {
    const edit = change.edits.find((one) => isSound([...chosen, { change, edit: one }]));
    if (edit) chosen.push({ change, edit });
    else leave(change);
  }
  return chosen;
}

function textWith(text: string, chosen: readonly Chosen[]): string {
  return [...chosen]
    .sort((a, b) => b.edit.start - a.edit.start)
    .reduce((whole, { edit }) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

/** Says whether the changed claims say what they should and are true, and everything else says what it said. */
function isMeant(before: readonly Story[], after: readonly Story[], chosen: readonly Chosen[]): boolean {
  const meant = new Map(chosen.map(({ change }) => [change.start, change.to]));
  const [old, now] = [before, after].map((stories) => stories.flatMap(({ figures }) => figures));
  return (
    old?.length === now?.length &&
    (old ?? []).every((figure, index) => {
      const again = now?.[index];
      const to = figure.words && meant.get(figure.words.span.start);
      if (again?.id !== figure.id || again.target !== figure.target) return false;
      if (to !== undefined) return flat(again.text) === flat(to) && again.verdict?.kind === 'true';
      return again.text === figure.text && again.verdict?.kind === figure.verdict?.kind;
    })
  );
}

/** A line break in the writer's words is a space in others. */
function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
