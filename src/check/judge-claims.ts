import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { commaGroups } from '../figure/comma-groups.js';
import { comparableWords } from '../figure/comparable-words.js';
import { parseDecimal } from '../figure/decimal.js';
import type { Finding } from '../model/claim.js';
import type { Draft } from '../model/draft.js';
import type { Figure, Input, Story } from '../model/story.js';
import { beyondHedge } from './beyond-hedge.js';
import { judgeClaim } from './judge-claim.js';
import { sharePrinter } from './number-printer.js';
import { readingOf, rewordingOf } from './rewording.js';

/** Gives every claim its verdict. What fails in several targets is said once, what fails for one cause together. */
export function judgeClaims(stories: readonly Story[], draft: Draft): Outcome<readonly Story[]> {
  const reading = readingOf(draft);
  const said = textsOf(stories);
  const judge = (figure: Figure): Figure => {
    const { finding } = figure;
    if (!finding) return figure;
    const texts = finding.kind === 'words' ? [...finding.texts, ...(said.get(figure.id) ?? [])] : [];
    const [first, ...others] = texts;
    const asked: Finding = first === undefined ? finding : { kind: 'words', texts: [first, ...others] };
    return { ...figure, verdict: judgeClaim(figure.text, asked, reading) };
  };
  const value = stories.map((story) => ({ ...story, figures: story.figures.map(judge) }));
  return {
    value,
    messages: claimMessages(
      value.flatMap(({ figures }) => figures),
      draft,
    ),
  };
}

/** Typed words are the same in every output, so that what one style says bears them out in all. */
function textsOf(stories: readonly Story[]): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, readonly string[]>();
  for (const { id, finding } of stories.flatMap(({ figures }) => figures))
    if (finding?.kind === 'words') said.set(id, [...(said.get(id) ?? []), ...finding.texts]);
  return said;
}

function claimMessages(figures: readonly Figure[], draft: Draft): Message[] {
  const failed = new Map<string, Figure>();
  for (const figure of figures) {
    const { kind } = figure.verdict ?? {};
    const fails = kind === 'false' || kind === 'undecided' || kind === 'unreadable';
    if (fails && !failed.has(figure.id)) failed.set(figure.id, figure);
  }
  const places = byPlace(failed.values());
  const firsts = [...places.values()].flatMap((rounds) => rounds.slice(0, 1));
  const asked = byPlace(new Map(figures.map((figure) => [figure.id, figure])).values());
  return [
    ...[...places].flatMap(([key, rounds]) => ownMessage(rounds, asked.get(key)?.length ?? 0, draft)),
    ...causeMessages(firsts),
  ];
}

/** The rounds of a loop are one place in the draft; where a string is escaped, two of its claims may have one place. */
function byPlace(claims: Iterable<Figure>): Map<string, Figure[]> {
  const places = new Map<string, Figure[]>();
  for (const claim of claims) {
    const { place, expression } = claim;
    const key = `${place.file} ${place.line} ${place.column} ${expression}`;
    places.set(key, [...(places.get(key) ?? []), claim]);
  }
  return places;
}

/** Says of a claim in a loop in how many of its rounds it is false. */
function ownMessage(rounds: readonly Figure[], asked: number, draft: Draft): Message[] {
  const unreadable = rounds.find(({ verdict }) => verdict?.kind === 'unreadable');
  if (unreadable?.verdict?.kind === 'unreadable')
    return [createMessage('claim-words', unreadable.place, unreadable.verdict.reason, unreadable.verdict.note)];
  const wrong = rounds.filter(({ verdict }) => verdict?.kind === 'false');
  const [claim] = wrong;
  if (!claim) return [];
  const truths = new Set(wrong.flatMap((round) => truthOf(round, draft) ?? []));
  const instead = truths.size === 0 ? '' : `; true instead: ${truthList([...truths])}`;
  const evidence = claim.finding?.kind === 'verdict' ? evidenceNote(claim.finding.evidence) : beyondHedge(claim, draft);
  const often = asked > 1 ? ` in ${wrong.length} of ${asked} rounds` : '';
  return [createMessage('claim-false', claim.place, `“${claim.text}” is false${often}${instead}`, evidence)];
}

function truthOf(claim: Figure, draft: Draft): string | undefined {
  const { verdict } = claim;
  return verdict?.kind === 'false' ? (shareText(claim, draft) ?? verdict.instead) : undefined;
}

/** A reader of a message looks at a few rounds. */
const MOST_TRUTHS = 3;

function truthList(truths: readonly string[]): string {
  const shown = truths.slice(0, MOST_TRUTHS).map((truth) => `“${truth}”`);
  const more = truths.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A share as the writer says it, `half` or `50%`, where the data has 0.5. */
function shareText(claim: Figure, draft: Draft): string | undefined {
  const { text, finding } = claim;
  if (finding?.kind !== 'amount' || finding.nouns) return undefined;
  const rewording = rewordingOf(claim, draft);
  const { locale, groups } = rewording.reading;
  const stated = locale.reading.number(comparableWords(commaGroups(text, groups), locale));
  const print = stated.problem === undefined ? sharePrinter(stated, rewording) : undefined;
  return print?.(parseDecimal(finding.value)) || undefined;
}

/** A reader of a message looks at a few values; `figures.json` has them all. */
const MOST_SHOWN = 6;

function evidenceNote(evidence: readonly Input[]): string | undefined {
  const shown = evidence.filter(({ column }) => column !== undefined).slice(0, MOST_SHOWN);
  if (shown.length === 0) return undefined;
  const cells = shown.map(({ query, column, value }) => `\`${query}.${column ?? ''}\` is ${cellText(value)}`);
  const more = evidence.length > shown.length ? `, and ${evidence.length - shown.length} more` : '';
  return `${cells.join(', ')}${more}`.replace(/^./, (first) => first.toUpperCase());
}

function cellText(value: Input['value']): string {
  return value === null || value === undefined ? 'NULL' : `\`${String(value)}\``;
}

/** One message for all claims that the same cause leaves undecided. */
function causeMessages(claims: readonly Figure[]): Message[] {
  const causes = new Map<string, Figure[]>();
  for (const claim of claims) {
    if (claim.verdict?.kind !== 'undecided') continue;
    const { cause } = claim.verdict;
    causes.set(cause, [...(causes.get(cause) ?? []), claim]);
  }
  return [...causes].flatMap(([cause, group]) => {
    const [first, ...others] = group;
    if (!first) return [];
    const what = others.length === 0 ? `“${first.text}” cannot be decided` : 'Claims cannot be decided';
    const places = others.length === 0 ? '' : `: ${group.length} places`;
    return [createMessage('claim-undecided', first.place, `${what}, ${cause}${places}`, undecidedNote(others))];
  });
}

function undecidedNote(others: readonly Figure[]): string {
  const fix = 'let the query give one row without NULL, or guard the sentence: `{{#if …}}…{{else}}…{{/if}}`';
  if (others.length === 0) return fix.replace(/^l/, 'L');
  const places = others.map(({ place }) => `${place.line}:${place.column}`).join(', ');
  return `Also at ${places}; ${fix}`;
}
