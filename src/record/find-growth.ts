import type { Growth } from '../model/growth.js';
import type { Recorded } from '../model/recorded.js';
import { compareLocks } from './compare-locks.js';
import type { Lock } from './lock.js';
import { makeLock } from './make-lock.js';

/** Finds the figures and claims that are longer in a target than the lock has them. */
export function findGrowth(lock: Lock, recorded: Recorded, tool: string): Growth[] {
  const old = new Map(
    compareLocks(lock, makeLock(recorded, tool)).flatMap((change) =>
      change.kind === 'changed' ? [[change.after.id, change.before.texts] as const] : [],
    ),
  );
  return recorded.stories.flatMap(({ figures }) =>
    figures.flatMap(({ id, target, text }): Growth[] => {
      const texts = old.get(id);
      const before = typeof texts === 'string' ? texts : texts?.[target];
      return before !== undefined && before.length < text.length ? [{ id, target, before, after: text }] : [];
    }),
  );
}
