import { dirname } from 'node:path';
import type { Printer } from '../browser/open-printer.js';
import type { Project } from '../config/project.js';
import type { Outcome } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { drawCard } from '../draw/draw-card.js';
import { drawTable } from '../draw/draw-table.js';
import { facesWith } from '../draw/fonts.js';
import { fitDrawing } from '../image/fit-drawing.js';
import { lookOf } from '../draw/look.js';
import type { CardWords } from '../model/card.js';
import type { PreparedTable } from '../model/table-picture.js';
import type { Drawer } from '../draw/open-drawer.js';
import type { Draft } from '../model/draft.js';
import type { PlannedAttachment, Templates } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import type { Origin, Publication } from '../model/publication.js';
import type { Step } from '../model/step.js';
import { OUTPUTS } from '../model/target.js';
import { publish } from '../pipeline.js';
import type { ExamineOptions } from '../pipeline/hands.js';
import type { DraftOptions } from './draft-options.js';
import { eyesFor } from './eyes-for.js';
import type { DraftFile } from './find-drafts.js';
import { growthFinder } from './growth-finder.js';
import { projectOf } from './project-of.js';
import { readAttachments } from './read-attachments.js';
import { readImages } from './read-images.js';
import { readTool } from './read-tool.js';

/** What the drafts of one command share. */
export interface Tools {
  /** The project of the folder the command was given in. */
  readonly project: Project;
  readonly drawer: Drawer;
  readonly printer: Printer;
  readonly templates: Templates;
  /** Gets the files that messages may point into. */
  readonly sources?: Map<string, SourceFile>;
}

interface PublishFileOptions extends Omit<DraftOptions, 'cwd'> {
  /** Has a say in the words before anything is drawn. */
  readonly review?: ExamineOptions['review'];
  readonly onStep?: ((step: Step) => void) | undefined;
  /** Outputs of earlier builds that stay. */
  readonly beside?: ExamineOptions['beside'];
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
  const { only = OUTPUTS, date, asOf, signal, onStep, review, beside } = options;
  const tool = readTool();
  const { drawer, printer, templates, sources } = tools;
  const folders = { root: project.root, folder: dirname(file.path) };
  // The look is that of the folder the command was given in, for all drafts
  const { theme } = tools.project;
  const look = lookOf(theme);
  const hands = {
    ...eyesFor(file, project, { templates, sources, signal, theme }),
    readImages,
    fitDrawing,
    readAttachments: (draft: Draft, planned: readonly PlannedAttachment[]) => readAttachments(draft, planned, folders),
    drawer,
    drawTable: (table: PreparedTable) => drawTable(table, look),
    drawCard: (words: CardWords) => drawCard(words, look),
    printer,
    fontFaces: facesWith(theme?.fonts ?? []),
  };
  const { value, messages } = await publish(source, hands, {
    slug: file.slug,
    defaults: project.defaults,
    date,
    asOf,
    only,
    beside,
    tool,
    onStep,
    review,
    growth: await growthFinder(file),
  });
  const origin: Origin = { draft: file.file, tool };
  return { value: value && { publication: value, origin }, messages };
}
