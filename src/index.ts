/** The public API: what the commands do, for programs. */
export {
  buildDrafts,
  type BuildOptions,
  type BuildProgress,
  type BuildResult,
  type DraftResult,
} from './build/build-drafts.js';
export { queryDraft, type NamedPeek, type QueryOptions, type QueryResult } from './build/query-draft.js';
export { formatJson } from './diagnostic/format-json.js';
export { formatText, type FormatTextOptions } from './diagnostic/format-text.js';
export type { Message } from './diagnostic/message.js';
export { RULES, type RuleId, type Severity } from './diagnostic/rules.js';
