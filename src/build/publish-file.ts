import { dirname } from 'node:path';
import type { Printer } from '../browser/open-printer.js';
import type { Project } from '../config/project.js';
import type { Outcome } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { fontFaces, missingCharacters } from '../draw/fonts.js';
import type { Drawer } from '../draw/open-drawer.js';
import { loadData } from '../engine/load-data.js';
import { openEngine } from '../engine/open-engine.js';
import type { Templates } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import type { Origin, Publication } from '../model/publication.js';
import type { Step } from '../model/step.js';
import { OUTPUTS, type Output } from '../model/target.js';
import { publish, type Hands } from '../pipeline.js';
import type { DraftFile } from './find-drafts.js';
import { projectOf } from './project-of.js';
import { readImages } from './read-images.js';
import { readTool } from './read-tool.js';

/** What the drafts of one command share. */
export interface Tools {
  /** The project of the folder the command was given in. */
  readonly project: Project;
  readonly drawer: Drawer;
  readonly printer: Printer;
  readonly templates: Templates;
}

interface PublishFileOptions {
  readonly only?: readonly Output[] | undefined;
  readonly date?: string | undefined;
  readonly asOf?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: Step) => void) | undefined;
}

/** A publication and where it comes from. */
interface Published {
  readonly publication: Publication;
  readonly origin: Origin;
}

/** Takes a draft through the pipeline as a part of its project; writes nothing. */
export async function publishFile(
  file: DraftFile,
  source: SourceFile,
  tools: Tools,
  options: PublishFileOptions,
): Promise<Outcome<Published | undefined>> {
  const { value: project, messages: configuring } = await projectOf(file, tools.project);
  if (hasErrors(configuring)) return { value: undefined, messages: configuring };
  const { only = OUTPUTS, date, asOf, signal, onStep } = options;
  const tool = readTool();
  const { value, messages } = await publish(source, handsFor(file, project, tools, signal), {
    slug: file.slug,
    defaults: project.defaults,
    date,
    asOf,
    only,
    tool,
    onStep,
  });
  const origin: Origin = { draft: file.file, tool };
  return { value: value && { publication: value, origin }, messages };
}

function handsFor(
  file: DraftFile,
  project: Project,
  { drawer, printer, templates }: Tools,
  signal: AbortSignal | undefined,
): Hands {
  const folders = { root: project.root, folder: dirname(file.path) };
  return {
    openEngine: () => openEngine({ ...project.limits, ...(signal ? { signal } : {}) }),
    loadData: (draft, engine) => loadData(draft, engine, { ...folders, config: project.configFile }),
    readImages: (draft, media) => readImages(draft, media, folders),
    drawer,
    printer,
    templates,
    fontFaces,
    missingCharacters,
  };
}
