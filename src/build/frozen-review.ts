import { messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile } from '../model/position.js';
import type { Recorded } from '../model/recorded.js';
import { checkFrozen } from '../record/check-frozen.js';
import { isBroken } from '../record/is-broken.js';
import { makeLock } from '../record/make-lock.js';
import type { DraftFile } from './find-drafts.js';
import { lockFileOf, readLock } from './lock-file.js';
import { locksAlone, tellLockAlone } from './locks-alone.js';
import { readTool } from './read-tool.js';

/** Reads a draft's lock, to hold against it what the draft says; without one nothing passes. */
export async function frozenReview(
  file: DraftFile,
  sources: Map<string, SourceFile>,
): Promise<(recorded: Recorded, found: readonly Message[]) => readonly Message[]> {
  const { value: lock, messages } = await readLock(file, sources);
  if (lock && lock !== 'newer')
    return (recorded, found) => checkFrozen(lock, recorded, { tool: readTool(), isBroken: isBroken(found) });
  if (messages.length > 0) return () => messages;
  const reason = `Missing lock \`${lockFileOf(file).name}\`, which \`--frozen\` holds the draft against`;
  const note = `\`threadwright lock ${file.name}\` writes it; commit it beside the draft`;
  const alone = await locksAlone(file);
  return (recorded) => [
    messageFor(file.name, 'lock-missing', reason, note),
    ...tellLockAlone(alone, file, makeLock(recorded, readTool())),
  ];
}
