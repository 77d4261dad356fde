/**
 * The public API: what the commands do, for programs.
 *
 * A draft's mistakes come back as messages; only a fault of the caller or of this package is thrown.
 */
export {
  buildDrafts,
  type BuildOptions,
  type BuildProgress,
  type BuildResult,
  type DraftResult,
  type Fault,
} from './build/build-drafts.js';
export {
  checkDrafts,
  type CheckedDraft,
  type CheckOptions,
  type CheckResult,
  type DraftRevision,
} from './build/check-drafts.js';
export type { FigureCounts } from './build/count-figures.js';
export {
  diffDrafts,
  lockDrafts,
  type ComparedDraft,
  type DiffOptions,
  type DiffResult,
  type LockResult,
} from './build/diff-drafts.js';
export type { DraftFile } from './build/find-drafts.js';
export type { Manifest, ManifestFile, Part } from './build/manifest.js';
export { publishDraft, type PublishDraftOptions, type PublishDraftResult } from './build/publish-draft.js';
export { queryDraft, type NamedPeek, type QueryOptions, type QueryResult } from './build/query-draft.js';
export { varyDrafts, type VariedDraft, type VaryOptions, type VaryResult } from './build/vary-drafts.js';
export type { OutputFile } from './build/write-outputs.js';
export { formatJson } from './diagnostic/format-json.js';
export { formatText, type FormatTextOptions } from './diagnostic/format-text.js';
export type { Message } from './diagnostic/message.js';
export { RULES, type RuleId, type Severity } from './diagnostic/rules.js';
export { hasErrors } from './diagnostic/tidy-messages.js';
export type { Picture } from './model/picture.js';
export type { Place, SourceFile, Span } from './model/position.js';
export type { ImageFile, Publication } from './model/publication.js';
export type { Figure, Input, Story } from './model/story.js';
export type { Recorded } from './model/recorded.js';
export type { Step } from './model/step.js';
export type { Output, PlatformId, Target, TargetName } from './model/target.js';
export type { Entity, PostPart, Split, Thread, ThreadMedia, ThreadPost } from './model/thread.js';
export type { Cell, Column } from './model/value.js';
export type {
  Mutation,
  Variant,
  VariantReason,
  Variation,
  VariedClaim,
  VariedSentence,
  WorldFailure,
} from './model/variation.js';
export type { Cause, Change } from './record/change.js';
export type { Difference, PlacedChange, ToldSentence } from './record/difference.js';
export type { Lock, LockedFigure } from './record/lock.js';
