import { join, relative, resolve, sep } from 'node:path';
import { createMessage } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import { openPrinter } from '../browser/open-printer.js';
import { readConfig } from '../config/read-config.js';
import { openDrawer } from '../draw/open-drawer.js';
import { lookOf } from '../draw/look.js';
import { plainText } from '../fill/fill-inline.js';
import type { SourceFile } from '../model/position.js';
import type { Publication } from '../model/publication.js';
import type { Step } from '../model/step.js';
import { OUTPUTS } from '../model/target.js';
import type { BrowserOptions, DraftOptions } from './draft-options.js';
import { errorCode } from './error-code.js';
import { findDrafts, type DraftFile } from './find-drafts.js';
import { leadFigure } from './lead-figure.js';
import { leadPicture } from './lead-picture.js';
import { readManifest, type Manifest } from './manifest.js';
import { frozenReview } from './frozen-review.js';
import { outputFiles, partsOf } from './output-files.js';
import { PlaceTaken } from './output-place.js';
import { pruneDrafts } from './prune-drafts.js';
import { publishFile, type Tools } from './publish-file.js';
import { readSource } from './read-source.js';
import { readLook } from './read-look.js';
import { templateSources } from './read-templates.js';
import { writeIndex } from './write-index.js';
import { writeOutputs } from './write-outputs.js';

export interface BuildOptions extends DraftOptions, BrowserOptions {
  /** Files and folders. Default: the project's own, as the command finds them. */
  readonly drafts?: readonly string[] | undefined;
  /** Output folder; relative to the working folder. Default: `out` in the project's root. */
  readonly out?: string | undefined;
  /** Whether what a lock does not say is an error. */
  readonly frozen?: boolean | undefined;
  readonly progress?: BuildProgress | undefined;
}

/** Told how a build goes. */
export interface BuildProgress {
  readonly step?: (draft: string, step: Step, index: number, count: number) => void;
  readonly done?: (result: DraftResult) => void;
}

/** What became of one draft. */
export interface DraftResult {
  readonly draft: DraftFile;
  readonly messages: readonly Message[];
  /** Without one, the outputs of its last good build are as they were. */
  readonly manifest: Manifest | undefined;
  readonly publication: Publication | undefined;
}

/** A fault of this tool's own while it built a draft, with what was thrown. */
export interface Fault {
  readonly draft: DraftFile;
  readonly error: unknown;
}

export interface BuildResult {
  readonly drafts: readonly DraftResult[];
  /** Drafts that were not built through no fault of theirs; the others were built all the same. */
  readonly faults: readonly Fault[];
  /** The output folder, absolute. */
  readonly out: string;
  /** Every message, the drafts' too. */
  readonly messages: readonly Message[];
  /** The files that messages point into, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Builds drafts: each goes through the pipeline, and its outputs are written only when nothing in it is wrong. */
export async function buildDrafts(options: BuildOptions): Promise<BuildResult> {
  const { drafts = [], signal } = options;
  const cwd = resolve(options.cwd ?? '');
  const sources = new Map<string, SourceFile>();
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const project = take(await readConfig(cwd));
  const out = options.out === undefined ? join(project.root, 'out') : resolve(cwd, options.out);
  const files = take(await findDrafts(drafts, cwd));
  const faults: Fault[] = [];
  const stop = (results: readonly DraftResult[]): BuildResult => ({
    drafts: results,
    faults,
    out,
    messages: tidyMessages([...messages, ...results.flatMap((result) => result.messages)]),
    sources,
  });
  if (project.configFile) sources.set(project.configFile.path, project.configFile);
  if (project.themeFile) sources.set(project.themeFile.path, project.themeFile);
  const templates = take(await readLook(project));
  for (const [path, one] of templateSources(templates)) sources.set(path, one);
  if (hasErrors(messages)) return stop([]);

  await using drawer = openDrawer({ signal, look: lookOf(project.theme) });
  await using printer = openPrinter({ browser: options.browser, kind: project.browser, cwd, signal });
  const results: DraftResult[] = [];
  for (const [index, file] of files.entries()) {
    if (signal?.aborted) break;
    const workshop = { project, out, drawer, printer, templates, sources, index, count: files.length };
    try {
      const result = await buildDraft(file, workshop, options);
      results.push(result);
      options.progress?.done?.(result);
    } catch (error) {
      if (signal?.aborted) throw error;
      faults.push({ draft: file, error });
    }
  }
  // Only a build of everything into the project's own folder knows which drafts are gone
  if (drafts.length === 0 && options.out === undefined && !signal?.aborted) {
    messages.push(...(await guarded(out, () => pruned(out, project.root))).messages);
  }
  if (results.some(({ manifest }) => manifest) && !signal?.aborted) {
    messages.push(...(await guarded(out, () => writeIndex(out, templates, project))).messages);
  }
  return stop(results);
}

interface Workshop extends Tools {
  readonly out: string;
  readonly sources: Map<string, SourceFile>;
  readonly index: number;
  readonly count: number;
}

async function buildDraft(file: DraftFile, workshop: Workshop, options: BuildOptions): Promise<DraftResult> {
  const { out, sources, index, count } = workshop;
  const failed = (messages: readonly Message[]): DraftResult => ({
    draft: file,
    messages,
    manifest: undefined,
    publication: undefined,
  });
  const { value: source, messages: reading } = await readSource(file);
  if (!source) return failed(reading);
  sources.set(source.path, source);
  const onStep = (step: Step): void => options.progress?.step?.(file.name, step, index, count);
  const review = options.frozen === true ? await frozenReview(file, sources) : undefined;
  const kept = (await readManifest(out, file.slug))?.files ?? [];
  const beside = OUTPUTS.filter((output) => kept.some(({ part }) => part === output));
  const { value, messages } = await publishFile(file, source, workshop, { ...options, onStep, review, beside });
  if (!value || options.signal?.aborted) return failed(messages);
  const { publication, origin } = value;
  const written = await guarded(out, async () => ({
    value: await writeOutputs(
      out,
      headOf(publication, file, workshop.project.root),
      outputFiles(publication, origin),
      partsOf(options.only ?? OUTPUTS),
    ),
    messages: [],
  }));
  return { draft: file, messages: [...messages, ...written.messages], manifest: written.value, publication };
}

function headOf(publication: Publication, file: DraftFile, root: string): Omit<Manifest, 'version' | 'files'> {
  const { draft, stories, answers } = publication;
  const story = stories.find(({ target }) => target.kind !== 'thread') ?? stories[0];
  const picture = leadPicture(publication);
  const figure = story && leadFigure(story);
  return {
    slug: file.slug,
    // From the root that a build of everything prunes by, which a nearer configuration does not change
    draft: relative(root, file.path).split(sep).join('/'),
    title: story ? plainText(story.title) : file.slug,
    standfirst: story?.standfirst ? plainText(story.standfirst) : null,
    date: draft.frontMatter.date,
    lang: draft.frontMatter.lang,
    illustrative: answers.sources.some(({ illustrative }) => illustrative),
    ...(draft.frontMatter.status === 'draft' && { isDraft: true }),
    ...(picture && { picture }),
    ...(figure && { figure }),
  };
}

async function pruned(out: string, root: string): Promise<Outcome<undefined>> {
  await pruneDrafts(out, root);
  return { value: undefined, messages: [] };
}

/** Turns what the file system refuses into a message. */
async function guarded<T>(out: string, write: () => Promise<Outcome<T>>): Promise<Outcome<T | undefined>> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof PlaceTaken) {
      const reason = `Unexpected link or folder \`${error.path}\`, expected nothing or a file of ours`;
      const note = 'Move it away; what an earlier build made is as it was';
      return { value: undefined, messages: [createMessage('file-unwritable', undefined, reason, note)] };
    }
    const code = errorCode(error);
    if (!/^E[A-Z]+$/.test(code)) throw error;
    return {
      value: undefined,
      messages: [
        createMessage(
          'file-unwritable',
          undefined,
          `The output folder \`${out}\` cannot be written: ${code}`,
          'Name another with `--out`, or make room and give permission',
        ),
      ],
    };
  }
}
