import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Variation } from '../model/variation.js';
import type { Fault } from './build-drafts.js';
import { checkDrafts, type CheckOptions, type DraftVaryOptions } from './check-drafts.js';
import type { DraftFile } from './find-drafts.js';

export interface VaryOptions extends Pick<CheckOptions, 'drafts' | 'cwd' | 'date' | 'asOf' | 'signal' | 'onStep'> {
  /** The most changes that are tried of a draft. Default: 2000. */
  readonly limit?: number | undefined;
  /** Changes only this query or data table. */
  readonly query?: string | undefined;
  /** Told how far it has come with a draft. */
  readonly onTried?: DraftVaryOptions['onTried'];
}

/** What a draft would say under other data; `undefined` where it could not be read. */
export interface VariedDraft {
  readonly draft: DraftFile;
  readonly variation: Variation | undefined;
}

export interface VaryResult {
  readonly drafts: readonly VariedDraft[];
  readonly faults: readonly Fault[];
  /** Errors that the drafts have as they are. */
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

const MOST_CHANGES = 2000;

/** Says what drafts would publish under other data, and which of their claims nothing makes false; makes nothing. */
export async function varyDrafts({
  limit = MOST_CHANGES,
  query,
  onTried,
  ...options
}: VaryOptions): Promise<VaryResult> {
  const { drafts, faults, messages, sources } = await checkDrafts({ ...options, vary: { limit, query, onTried } });
  return {
    drafts: drafts.map(({ draft, variation }) => ({ draft, variation })),
    faults,
    messages: messages.filter(({ severity }) => severity === 'error'),
    sources,
  };
}
