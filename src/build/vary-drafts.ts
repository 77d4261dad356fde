import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { SourceFile } from '../model/position.js';
import type { Variation } from '../model/variation.js';
import type { Fault } from './build-drafts.js';
import { checkDrafts, type CheckedDraft, type CheckOptions, type DraftVaryOptions } from './check-drafts.js';
import type { DraftFile } from './find-drafts.js';

export interface VaryOptions extends Pick<CheckOptions, 'drafts' | 'cwd' | 'date' | 'asOf' | 'signal' | 'onStep'> {
  /** The most changes that are tried of a draft. Default: 2000. */
  readonly limit?: number | undefined;
  /** The most seconds that are spent on the changes of a draft. Default: 300. */
  readonly seconds?: number | undefined;
  /** Changes only this query or data table. */
  readonly query?: string | undefined;
  /** Told how far it has come with a draft. */
  readonly onTried?: DraftVaryOptions['onTried'];
}

/** What a draft would say under other data; `undefined` where it could not be read. */
export interface VariedDraft {
  readonly draft: DraftFile;
  readonly variation: Variation | undefined;
  readonly lang: string | undefined;
}

export interface VaryResult {
  readonly drafts: readonly VariedDraft[];
  readonly faults: readonly Fault[];
  /** Errors that the drafts have as they are. */
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

const MOST_CHANGES = 2000;
const MOST_SECONDS = 300;

/** Says what drafts would publish under other data, and which of their claims nothing makes false; makes nothing. */
export async function varyDrafts({
  limit = MOST_CHANGES,
  seconds = MOST_SECONDS,
  query,
  onTried,
  ...options
}: VaryOptions): Promise<VaryResult> {
  const { drafts, faults, messages, sources } = await checkDrafts({
    ...options,
    vary: { limit, seconds, query, onTried },
  });
  const unknown = query === undefined ? [] : unknownQuery(query, drafts);
  return {
    drafts: drafts.map(({ draft, variation, recorded }) => ({
      draft,
      variation,
      lang: recorded?.draft.frontMatter.lang,
    })),
    faults,
    messages: [...messages.filter(({ severity }) => severity === 'error'), ...unknown],
    sources,
  };
}

function unknownQuery(query: string, drafts: readonly CheckedDraft[]): readonly Message[] {
  const names = drafts.flatMap(({ recorded }) =>
    recorded ? [...recorded.draft.queries, ...recorded.draft.frontMatter.data].map(({ name }) => name) : [],
  );
  if (names.length === 0 || names.includes(query)) return [];
  const near = nearestName(query, names);
  const reason = `No draft has a query or data named \`${query}\``;
  return [
    createMessage('name-unknown', undefined, reason, near === undefined ? undefined : `Did you mean \`${near}\`?`),
  ];
}
