import { resolve } from 'node:path';
import type { Project } from '../config/project.js';
import { readConfig } from '../config/read-config.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import type { ClaimRevision } from '../model/claim-revision.js';
import type { Templates } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import type { Recorded } from '../model/recorded.js';
import type { Step } from '../model/step.js';
import { OUTPUTS } from '../model/target.js';
import type { Variation } from '../model/variation.js';
import { check } from '../pipeline.js';
import type { Fault } from './build-drafts.js';
import { countFigures, NO_FIGURES, type FigureCounts } from './count-figures.js';
import { eyesFor } from './eyes-for.js';
import type { DraftOptions } from './draft-options.js';
import { findDrafts, type DraftFile } from './find-drafts.js';
import { frozenReview } from './frozen-review.js';
import { growthFinder } from './growth-finder.js';
import { projectOf } from './project-of.js';
import { readSource } from './read-source.js';
import { readLook } from './read-look.js';
import { templateSources } from './read-templates.js';
import { readTool } from './read-tool.js';

export interface CheckOptions extends DraftOptions {
  /** Files and folders. Default: the project's own, as the command finds them. */
  readonly drafts?: readonly string[] | undefined;
  /** Also says what the words of false claims should be. */
  readonly revise?: boolean | undefined;
  /** Also says what drafts would say under other data. */
  readonly vary?: DraftVaryOptions | undefined;
  /** Whether what a lock does not say is an error. */
  readonly frozen?: boolean | undefined;
  /** Told when a step of a draft begins. */
  readonly onStep?: ((draft: string, step: Step, index: number, count: number) => void) | undefined;
}

/** What was found in one draft. */
export interface CheckedDraft {
  readonly draft: DraftFile;
  readonly messages: readonly Message[];
  /** What the draft says; `undefined` where it could not be read. */
  readonly recorded: Recorded | undefined;
  readonly counts: FigureCounts;
  /** The draft's text that was checked, and what it would be with true words; only where it was asked for. */
  readonly revision?: DraftRevision | undefined;
  /** What the draft would say under other data; only where it was asked for. */
  readonly variation?: Variation | undefined;
}

/** How much a draft is tried under other data. */
export interface DraftVaryOptions {
  /** The most changes that are tried of a draft. */
  readonly limit: number;
  /** The most seconds that are spent on them. */
  readonly seconds: number;
  /** Changes only this query or data table. */
  readonly query?: string | undefined;
  /** Told how far it has come with a draft. */
  readonly onTried?: ((draft: string, tried: number, count: number) => void) | undefined;
}

/** A draft whose false claims were given true words; nothing is written yet. */
export interface DraftRevision extends ClaimRevision {
  readonly before: string;
}

export interface CheckResult {
  readonly drafts: readonly CheckedDraft[];
  /** Drafts that were not checked through no fault of theirs; the others were checked all the same. */
  readonly faults: readonly Fault[];
  /** Every message, the drafts' too. */
  readonly messages: readonly Message[];
  /** The files that messages point into, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Finds all that is wrong with drafts; writes nothing, draws nothing and starts no browser. */
export async function checkDrafts(options: CheckOptions): Promise<CheckResult> {
  const { drafts: named = [], signal } = options;
  const cwd = resolve(options.cwd ?? '');
  const sources = new Map<string, SourceFile>();
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const project = take(await readConfig(cwd));
  if (project.configFile) sources.set(project.configFile.path, project.configFile);
  if (project.themeFile) sources.set(project.themeFile.path, project.themeFile);
  const files = take(await findDrafts(named, cwd));
  const templates = take(await readLook(project));
  for (const [path, one] of templateSources(templates)) sources.set(path, one);

  const drafts: CheckedDraft[] = [];
  const faults: Fault[] = [];
  for (const [index, draft] of files.entries()) {
    if (signal?.aborted) break;
    const onStep = (step: Step): void => options.onStep?.(draft.name, step, index, files.length);
    try {
      drafts.push(await checkDraft(draft, { project, templates, sources }, { ...options, onStep }));
    } catch (error) {
      if (signal?.aborted) throw error;
      faults.push({ draft, error });
    }
  }
  const found = [...messages, ...drafts.flatMap((draft) => draft.messages)];
  return { drafts, faults, messages: tidyMessages(found), sources };
}

interface Desk {
  /** The project of the folder the command was given in. */
  readonly project: Project;
  readonly templates: Templates;
  readonly sources: Map<string, SourceFile>;
}

async function checkDraft(
  draft: DraftFile,
  desk: Desk,
  options: Omit<CheckOptions, 'onStep'> & { readonly onStep: (step: Step) => void },
): Promise<CheckedDraft> {
  const { value: source, messages: reading } = await readSource(draft);
  if (!source) return { draft, messages: reading, recorded: undefined, counts: NO_FIGURES };
  desk.sources.set(source.path, source);
  const { value: project, messages: configuring } = await projectOf(draft, desk.project);
  if (hasErrors(configuring)) return { draft, messages: configuring, recorded: undefined, counts: NO_FIGURES };
  const { templates, sources } = desk;
  const { theme } = desk.project;
  const { signal, only = OUTPUTS, date, asOf, onStep } = options;
  const review = options.frozen === true ? await frozenReview(draft, sources) : undefined;
  const { value, messages } = await check(source, eyesFor(draft, project, { templates, sources, signal, theme }), {
    slug: draft.slug,
    defaults: project.defaults,
    date,
    asOf,
    only,
    tool: readTool(),
    onStep,
    review,
    growth: await growthFinder(draft),
  });
  const recorded = value?.recorded;
  const counts = recorded ? countFigures(recorded.stories) : NO_FIGURES;
  const revision = options.revise && value ? { before: source.text, ...value.revise() } : undefined;
  const onTried = (tried: number, count: number): void => options.vary?.onTried?.(draft.name, tried, count);
  const variation = options.vary && value ? await value.vary({ ...options.vary, onTried, signal }) : undefined;
  return { draft, messages, recorded, counts, revision, variation };
}
