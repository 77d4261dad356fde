import type { Printer } from '../browser/open-printer.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Drawer } from '../draw/open-drawer.js';
import type { OpenEngine } from '../engine/open-engine.js';
import type { Fitted } from '../image/fit-image.js';
import type { SourceRecord } from '../model/answers.js';
import type { CardWords } from '../model/card.js';
import type { Draft, ImportedFile } from '../model/draft.js';
import type { Growth } from '../model/growth.js';
import type { ImageLimits } from '../model/image-limits.js';
import type { MastodonInstance } from '../model/instance.js';
import type { Attachment, PageParts, PlannedAttachment, Templates } from '../model/page.js';
import type { FoundImages, ReadyImage } from '../model/publication.js';
import type { Recorded } from '../model/recorded.js';
import type { Step } from '../model/step.js';
import type { StoryMedia } from '../model/story.js';
import type { PreparedTable, TablePicture } from '../model/table-picture.js';
import type { Output } from '../model/target.js';
import type { ParseOptions } from '../parse/parse-draft.js';

export interface ExamineOptions extends ParseOptions {
  /** The outputs to make, among those the draft asks for. */
  readonly only: readonly Output[];
  /** Outputs that stand in the output folder and are not made now, to which pages may link. */
  readonly beside?: readonly Output[] | undefined;
  /** The tool's name and version, for the record. */
  readonly tool: string;
  /** Told when a step begins. */
  readonly onStep?: ((step: Step) => void) | undefined;
  /** Has a say in the words before anything is drawn; told what was found wrong with them. */
  readonly review?: ((recorded: Recorded, found: readonly Message[]) => readonly Message[]) | undefined;
  /** Says which figures have grown since somebody accepted them. */
  readonly growth?: ((recorded: Recorded) => readonly Growth[]) | undefined;
}

/** What looks at the world for the stages; each is opened when it is first needed. */
export interface Eyes {
  /** Without a value when a file of the draft's `imports` cannot be read. */
  readonly readImports: (draft: Draft) => Promise<Outcome<readonly ImportedFile[] | undefined>>;
  /** What the draft's Mastodon server says it takes, where a file with its answer is named. */
  readonly readInstance: (draft: Draft) => Promise<Outcome<MastodonInstance | undefined>>;
  readonly openEngine: () => Promise<OpenEngine>;
  readonly loadData: (draft: Draft, engine: OpenEngine) => Promise<Outcome<readonly SourceRecord[]>>;
  readonly findImages: (draft: Draft, media: readonly StoryMedia[]) => Promise<Outcome<FoundImages>>;
  /** Says which of the images that were found are damaged. */
  readonly checkImages: (draft: Draft, found: FoundImages) => Promise<Outcome<undefined>>;
  readonly templates: Templates;
  /** The characters that no bundled font has. */
  readonly missingCharacters: (characters: string) => readonly string[];
  /** Says why a table cannot be a picture. */
  readonly checkTable: (table: PreparedTable) => readonly Message[];
}

/** What makes outputs. */
export interface Hands extends Eyes {
  readonly readAttachments: (
    draft: Draft,
    planned: readonly PlannedAttachment[],
  ) => Promise<Outcome<readonly Attachment[]>>;
  readonly readImages: (
    draft: Draft,
    found: FoundImages,
    limitsOf: (name: string) => ImageLimits | undefined,
  ) => Promise<Outcome<ReadonlyMap<string, ReadyImage>>>;
  /** Makes the picture of a chart or a table smaller where a platform would refuse it. */
  readonly fitDrawing: (drawing: Pick<TablePicture, 'png' | 'pixels'>, limits: ImageLimits) => Promise<Fitted>;
  readonly drawer: Drawer;
  readonly drawCard: (words: CardWords) => Promise<Uint8Array>;
  readonly drawTable: (table: PreparedTable) => Promise<TablePicture>;
  readonly printer: Printer;
  readonly fontFaces: PageParts['fontFaces'];
}
