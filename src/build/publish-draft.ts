import { resolve } from 'node:path';
import { openPrinter } from '../browser/open-printer.js';
import { readConfig } from '../config/read-config.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors, tidyMessages } from '../diagnostic/tidy-messages.js';
import { openDrawer } from '../draw/open-drawer.js';
import { lookOf } from '../draw/look.js';
import type { SourceFile } from '../model/position.js';
import type { Publication } from '../model/publication.js';
import type { Step } from '../model/step.js';
import type { BrowserOptions, DraftOptions } from './draft-options.js';
import { draftAt } from './find-drafts.js';
import { outputFiles } from './output-files.js';
import { publishFile } from './publish-file.js';
import { readSource } from './read-source.js';
import { readLook } from './read-look.js';
import { templateSources } from './read-templates.js';
import type { OutputFile } from './write-outputs.js';

export interface PublishDraftOptions extends DraftOptions, BrowserOptions {
  /** The draft's file, relative to the working folder: its data and images are looked for from there. */
  readonly draft: string;
  /** The draft's text, in place of what the file holds; the file need not exist then. */
  readonly text?: string | undefined;
  /** Told when a step begins. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

export interface PublishDraftResult {
  /** `undefined` when there is an error among the messages. */
  readonly publication: Publication | undefined;
  /** What a build would write into the draft's output folder. */
  readonly files: readonly OutputFile[];
  readonly messages: readonly Message[];
  /** The files that messages point into, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Makes everything a draft asks for in memory, and writes none of it. */
export async function publishDraft(options: PublishDraftOptions): Promise<PublishDraftResult> {
  const { draft, text, signal } = options;
  const cwd = resolve(options.cwd ?? '');
  const sources = new Map<string, SourceFile>();
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const failed = (): PublishDraftResult => ({
    publication: undefined,
    files: [],
    messages: tidyMessages(messages),
    sources,
  });
  const file = await draftAt(draft, cwd);
  const project = take(await readConfig(cwd));
  if (project.configFile) sources.set(project.configFile.path, project.configFile);
  if (project.themeFile) sources.set(project.themeFile.path, project.themeFile);
  const source =
    text === undefined ? take(await readSource(file)) : { path: file.name, text: text.replace(/^\uFEFF/, '') };
  if (!source || hasErrors(messages)) return failed();
  sources.set(source.path, source);

  await using drawer = openDrawer({ signal, look: lookOf(project.theme) });
  await using printer = openPrinter({ browser: options.browser, kind: project.browser, cwd, signal });
  const templates = take(await readLook(project));
  for (const [path, one] of templateSources(templates)) sources.set(path, one);
  if (hasErrors(messages)) return failed();
  const published = take(await publishFile(file, source, { project, drawer, printer, templates, sources }, options));
  if (!published || signal?.aborted) return failed();
  const { publication, origin } = published;
  return { publication, files: outputFiles(publication, origin), messages: tidyMessages(messages), sources };
}
