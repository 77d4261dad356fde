import { cutAt, cutSentences, type SentenceCut } from '../check/cut-sentences.js';
import { judgeClaims } from '../check/judge-claims.js';
import { listClaims, type DraftClaim } from '../check/list-claims.js';
import { dependenciesOf } from '../check/query-reads.js';
import { passageTexts, readSentences, type SentenceReading } from '../check/read-sentences.js';
import { locate, offsetAt } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { listWorlds } from '../engine/list-worlds.js';
import type { OpenEngine } from '../engine/open-engine.js';
import type { Outcome } from '../diagnostic/message.js';
import { fillDraft } from '../fill/fill-draft.js';
import type { Answers, SourceRecord } from '../model/answers.js';
import type { Draft } from '../model/draft.js';
import type { Figure, Story } from '../model/story.js';
import { targetName, type Target } from '../model/target.js';
import type { Mutation, Variation, VariantReason, VariedClaim, WorldFailure } from '../model/variation.js';
import { planQueries } from '../query/plan-queries.js';
import { runQueries } from '../query/run-queries.js';
import { distinctTargets } from '../vary/distinct-targets.js';
import { gatherSentences, type Reading } from '../vary/gather-sentences.js';
import { listMutations } from '../vary/list-mutations.js';
import { mutateAnswers } from '../vary/mutate-answers.js';

export interface VaryOptions {
  /** The most changes that are tried. */
  readonly limit: number;
  /** The most seconds that are spent on changes; one that has begun is finished. */
  readonly seconds: number;
  /** Changes only this query or data table, and no clock. */
  readonly query?: string | undefined;
  /** Told how many changes were tried. */
  readonly onTried?: ((tried: number, count: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a draft says, and what its queries answered. */
interface Said {
  readonly draft: Draft;
  readonly answers: Answers;
  readonly targets: readonly Target[];
}

/** What opens the data again. */
interface Data {
  readonly openEngine: () => Promise<OpenEngine>;
  readonly loadData: (draft: Draft, engine: OpenEngine) => Promise<Outcome<readonly SourceRecord[]>>;
}

/** The data as they would be. */
interface Trial {
  readonly mutation: Mutation;
  readonly draft: Draft;
  readonly answers: Answers;
}

/**
 * Says what a draft would say under other data, and which of its claims nothing makes false. The clock and the tables of
 * data are changed in the engine, where every query is asked again; an answer of a query is changed alone. No file is touched.
 */
export async function varyDraft(said: Said, data: Data, options: VaryOptions): Promise<Variation> {
  const { draft, answers } = said;
  const targets = distinctTargets(draft, said.targets);
  const now = publish(draft, answers, targets);
  const originals = now.stories.map((story) => originalOf(story, draft));
  const readings: Reading[] = originals.flatMap((original) => originalReadings(original, draft));
  const claims = listClaims(draft);
  const outcomes = new Map<string, 'false' | 'undecided'>();
  const tried: Mutation[] = [];
  const failures: WorldFailure[] = [];

  await using worlds = await openWorlds(said, data, options);
  const isWanted = ({ name }: Mutation): boolean => options.query === undefined || name === options.query;
  const mutations = listMutations(draft, answers).filter(isWanted);
  const count = worlds.count + mutations.length;
  const most = Math.min(count, options.limit);
  const end = performance.now() + options.seconds * 1000;
  const isOver = (): boolean => options.signal?.aborted === true || performance.now() >= end;
  const take = (trial: Trial): void => {
    const then = publish(trial.draft, trial.answers, targets);
    for (const [index, original] of originals.entries()) {
      const story = then.stories[index];
      const problems = then.problems[index] ?? [];
      if (story)
        readings.push(...changedReadings({ story, problems, original, before: now.problems[index] ?? [] }, trial));
    }
    for (const [key, outcome] of failedClaims(then.stories, trial.mutation))
      if (outcomes.get(key) !== 'false') outcomes.set(key, outcome);
    tried.push(trial.mutation);
    options.onTried?.(tried.length + failures.length, most);
  };
  for await (const world of worlds.ask(most)) {
    if ('reason' in world) failures.push(world);
    else take(world);
    if (isOver()) break;
  }
  for (const mutation of mutations.slice(0, Math.max(0, most - worlds.count))) {
    // Lets Ctrl-C through
    await new Promise((resolve) => setImmediate(resolve));
    if (isOver()) break;
    take({ mutation, draft, answers: mutateAnswers(answers, mutation) });
  }
  return {
    sentences: gatherSentences(readings),
    claims: claims
      .filter((claim) => options.query === undefined || sourcesOf(claim, answers).has(options.query))
      .map((claim) => variedClaim(claim, { outcomes, tried, answers })),
    tried: tried.length,
    untried: count - tried.length - failures.length,
    failures,
  };
}

interface Published {
  readonly stories: readonly Story[];
  /** By target, what would stop the build. */
  readonly problems: readonly (readonly Problem[])[];
}

interface Problem extends VariantReason {
  /** In the draft’s text. */
  readonly offset: number;
}

function publish(draft: Draft, answers: Answers, targets: readonly Target[]): Published {
  const filled = targets.map((target) => fillDraft(draft, answers, target));
  const stories = judgeClaims(
    filled.map(({ value }) => value),
    draft,
  ).value;
  return {
    stories,
    problems: stories.map((story, index) => [
      ...(filled[index]?.messages ?? []).flatMap((message) => problemOf(message, draft)),
      ...story.figures.flatMap((figure) => claimProblem(figure, draft)),
    ]),
  };
}

function problemOf({ severity, place, rule, reason }: Message, { source }: Draft): Problem[] {
  return severity === 'error' && place?.file === source.path ? [{ rule, reason, offset: offsetAt(source, place) }] : [];
}

function claimProblem({ verdict, text, place }: Figure, { source }: Draft): Problem[] {
  const offset = offsetAt(source, place);
  switch (verdict?.kind) {
    case 'false': {
      const instead = verdict.instead === undefined ? '' : `; true instead: “${verdict.instead}”`;
      return [{ rule: 'claim-false', reason: `“${text}” is false${instead}`, offset }];
    }
    case 'undecided':
      return [{ rule: 'claim-undecided', reason: `“${text}” cannot be decided, ${verdict.cause}`, offset }];
    case 'unreadable':
      return [{ rule: 'claim-words', reason: verdict.reason, offset }];
    default:
      return [];
  }
}

/** What a target says of the data as they are. */
interface Original {
  readonly target: Target;
  readonly cuts: readonly SentenceCut[];
  readonly sentences: ReadonlyMap<number, SentenceReading>;
  readonly passages: ReadonlySet<string>;
}

function originalOf(story: Story, draft: Draft): Original {
  const cuts = cutSentences(story, draft);
  const sentences = readSentences(story, draft, cuts);
  return { target: story.target, cuts, sentences, passages: passageTexts(story, draft) };
}

function originalReadings({ target, cuts, sentences }: Original, draft: Draft): Reading[] {
  return cuts.flatMap((cut, index): Reading[] => {
    const text = sentences.get(index)?.text ?? '';
    if (!cut.follows || text === '') return [];
    return [{ ...placed(cut, target, draft), before: text, text, mutation: undefined, kind: 'same', reasons: [] }];
  });
}

function placed({ seen }: SentenceCut, target: Target, { source }: Draft): Pick<Reading, 'place' | 'target'> {
  return { place: locate(source, { start: seen, end: seen }), target: targetName(target) };
}

interface Change {
  readonly story: Story;
  readonly problems: readonly Problem[];
  readonly original: Original;
  /** What stops the build already. */
  readonly before: readonly Problem[];
}

function changedReadings({ story, problems, original, before }: Change, { mutation, draft }: Trial): Reading[] {
  const { cuts, sentences, passages, target } = original;
  const then = readSentences(story, draft, cuts, passages);
  const known = new Set(before.map(problemKey));
  const found = problems.filter((problem) => !known.has(problemKey(problem)));
  return cuts.flatMap((cut, index): Reading[] => {
    if (!cut.follows) return [];
    const was = sentences.get(index);
    const is = then.get(index);
    const [beforeText, text] = [was?.text ?? '', is?.text ?? ''];
    const place = { ...placed(cut, target, draft), before: beforeText, mutation };
    const wrong = found.filter(({ offset }) => cutAt(cuts, offset) === index);
    if (wrong.length > 0) return [{ ...place, kind: 'failed', text, reasons: reasonsOf(wrong) }];
    if (text === beforeText) {
      return text !== '' && isRead(cut, mutation) ? [{ ...place, kind: 'same', text, reasons: [] }] : [];
    }
    if (text === '') return [{ ...place, kind: 'gone', text, reasons: [] }];
    const rules = new Set(was?.findings.map(({ rule }) => rule));
    const lints = (is?.findings ?? []).filter(({ rule }) => !rules.has(rule));
    return [{ ...place, kind: lints.length > 0 ? 'disliked' : 'said', text, reasons: reasonsOf(lints) }];
  });
}

function isRead({ reads }: SentenceCut, mutation: Mutation): boolean {
  if (mutation.kind !== 'result') return false;
  const columns = reads.get(mutation.name);
  const { column } = mutation;
  return column === undefined
    ? columns !== undefined
    : (columns?.has('*') || columns?.has(column.toLowerCase())) === true;
}

function problemKey({ rule, reason, offset }: Problem): string {
  return `${rule} ${offset} ${reason}`;
}

/** Each rule once, with the first that it says. */
function reasonsOf(found: readonly VariantReason[]): readonly VariantReason[] {
  const firsts = new Map(found.toReversed().map(({ rule, reason }) => [rule, { rule, reason }]));
  return [...firsts.values()].toReversed();
}

function failedClaims(stories: readonly Story[], mutation: Mutation): [string, 'false' | 'undecided'][] {
  // A verdict that is turned around by hand shows nothing of the query that gives it
  if (mutation.kind === 'result' && mutation.change === 'flipped') return [];
  return stories
    .flatMap(({ figures }) => figures)
    .flatMap((figure): [string, 'false' | 'undecided'][] => {
      const { verdict } = figure;
      if (verdict?.kind === 'false' || verdict?.kind === 'unreadable') return [[claimKey(figure), 'false']];
      // An answer that is taken away by hand neither
      return verdict?.kind === 'undecided' && mutation.kind !== 'result' ? [[claimKey(figure), 'undecided']] : [];
    });
}

function claimKey({ place, expression }: Pick<Figure, 'place' | 'expression'>): string {
  return `${place.line}:${place.column} ${expression.replace(/^check:?\s*/, '')}`;
}

function variedClaim(
  claim: DraftClaim,
  {
    outcomes,
    tried,
    answers,
  }: {
    readonly outcomes: ReadonlyMap<string, 'false' | 'undecided'>;
    readonly tried: readonly Mutation[];
    readonly answers: Answers;
  },
): VariedClaim {
  const { place, text, expression, reads } = claim;
  const names = sourcesOf(claim, answers);
  const touches = (mutation: Mutation): boolean =>
    mutation.kind === 'clock' || (mutation.kind === 'data' ? names.has(mutation.name) : reads.includes(mutation.name));
  return {
    place,
    text,
    expression,
    outcome: outcomes.get(claimKey(claim)) ?? 'never',
    tried: tried.filter(touches),
  };
}

/** The queries and data tables that a claim depends on. */
function sourcesOf({ reads }: DraftClaim, answers: Answers): ReadonlySet<string> {
  return new Set([...reads, ...dependenciesOf(reads, answers).flatMap((query) => query.reads)]);
}

interface Worlds extends AsyncDisposable {
  readonly count: number;
  readonly ask: (most: number) => AsyncGenerator<Trial | WorldFailure>;
}

/** The worlds in which every query is asked again, one engine for all of them. */
async function openWorlds({ draft, answers }: Said, data: Data, { query, signal }: VaryOptions): Promise<Worlds> {
  const names = draft.frontMatter.data.map(({ name }) => name);
  if (answers.queries.length === 0 || (query !== undefined && !names.includes(query)))
    return { count: 0, ask: async function* () {}, [Symbol.asyncDispose]: () => Promise.resolve() };
  const engine = await data.openEngine();
  const { value: sources } = await data.loadData(draft, engine);
  const { value: plan } = await planQueries(draft, engine, sources);
  const worlds = (await listWorlds(draft, engine, sources)).filter(
    ({ mutation }) => query === undefined || mutation.name === query,
  );
  return {
    count: worlds.length,
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
    ask: async function* (most) {
      for (const world of worlds.slice(0, most)) {
        if (signal?.aborted) return;
        const { mutation, asOf } = world;
        const restarted = await engine.restart(world);
        if (restarted.kind === 'problem') {
          yield { mutation, reason: 'The data cannot be changed so' };
          continue;
        }
        const { value, messages } = await runQueries(plan, engine);
        const broken = [...value.failed].find((name) => !answers.failed.has(name));
        if (broken !== undefined) {
          const why = messages.find(({ severity }) => severity === 'error')?.reason ?? '';
          yield { mutation, reason: why === '' ? `The query \`${broken}\` fails` : why };
          continue;
        }
        yield { mutation, draft: { ...draft, frontMatter: { ...draft.frontMatter, asOf } }, answers: value };
      }
    },
  };
}
