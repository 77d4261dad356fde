import type { Message } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import type { SourceFile } from '../model/position.js';
import type { Difference } from '../record/difference.js';
import { findDifference } from '../record/find-difference.js';
import { isBroken } from '../record/is-broken.js';
import type { Lock } from '../record/lock.js';
import { makeLock } from '../record/make-lock.js';
import type { Fault } from './build-drafts.js';
import { checkDrafts, type CheckedDraft, type CheckOptions } from './check-drafts.js';
import type { DraftFile } from './find-drafts.js';
import { readLock, writeLock } from './lock-file.js';
import { locksAlone, tellLockAlone } from './locks-alone.js';
import { readTool } from './read-tool.js';

export type DiffOptions = Omit<CheckOptions, 'only' | 'frozen'>;

/** A draft beside its lock. */
export interface ComparedDraft {
  readonly draft: DraftFile;
  readonly messages: readonly Message[];
  /** `undefined` where the draft has no lock, or one of the two could not be read. */
  readonly difference: Difference | undefined;
  /** What the draft says now; `undefined` where it has errors, or its lock is not to be written over. */
  readonly lock: Lock | undefined;
  /** Publication day of the draft as it is now. */
  readonly date: string | undefined;
  readonly lang: string | undefined;
}

export interface DiffResult {
  readonly drafts: readonly ComparedDraft[];
  readonly faults: readonly Fault[];
  readonly messages: readonly Message[];
  readonly sources: ReadonlyMap<string, SourceFile>;
}

export interface LockResult extends DiffResult {
  /** Drafts whose locks were written. */
  readonly locked: readonly DraftFile[];
}

/** Says of each draft what changed since its lock was written, and why; makes nothing. */
export async function diffDrafts(options: DiffOptions): Promise<DiffResult> {
  const checked = await checkDrafts(options);
  const sources = new Map(checked.sources);
  const drafts: ComparedDraft[] = [];
  for (const draft of checked.drafts) drafts.push(await compare(draft, sources));
  const ofLocks = drafts.flatMap(({ messages }, index) =>
    messages.slice(checked.drafts[index]?.messages.length ?? messages.length),
  );
  return { drafts, faults: checked.faults, messages: [...checked.messages, ...ofLocks], sources };
}

/** Accepts what drafts say now: writes their locks. A draft with an error keeps the lock it has, as does one whose lock a later tool wrote. */
export async function lockDrafts(options: DiffOptions): Promise<LockResult> {
  const result = await diffDrafts(options);
  const locked: DraftFile[] = [];
  const kept = new Set(result.drafts.flatMap(({ lock, messages }) => (lock ? [] : messages)));
  const messages = result.messages.filter((message) => message.rule !== 'lock-unreadable' || kept.has(message));
  for (const { draft, lock } of result.drafts) {
    if (!lock || options.signal?.aborted) continue;
    const written = await writeLock(draft, lock);
    messages.push(...written.messages);
    if (written.value) locked.push(draft);
  }
  return { ...result, messages, locked };
}

async function compare(
  { draft, recorded, messages }: CheckedDraft,
  sources: Map<string, SourceFile>,
): Promise<ComparedDraft> {
  const { value: before, messages: reading } = await readLock(draft, sources);
  const isNewer = before === 'newer';
  const tool = readTool();
  const isMissing = before === undefined && reading.length === 0;
  const alone = recorded && isMissing ? tellLockAlone(await locksAlone(draft), draft, makeLock(recorded, tool)) : [];
  return {
    draft,
    messages: [...messages, ...reading, ...alone],
    difference:
      before && !isNewer && recorded
        ? findDifference(before, recorded, { tool, isBroken: isBroken(messages) })
        : undefined,
    lock: recorded && !isNewer && !hasErrors(messages) ? makeLock(recorded, tool) : undefined,
    date: recorded?.draft.frontMatter.date,
    lang: recorded?.draft.frontMatter.lang,
  };
}
