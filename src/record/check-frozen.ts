import { createMessage, messageFor } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { Recorded } from '../model/recorded.js';
import { describeCauses } from './describe-causes.js';
import { describeChange } from './describe-change.js';
import { findDifference, type DifferenceOptions } from './find-difference.js';
import type { Lock } from './lock.js';

/** Everything in a draft that its lock does not say; data that changed nothing is a note. */
export function checkFrozen(lock: Lock, recorded: Recorded, options: DifferenceOptions): Message[] {
  const { path } = recorded.draft.source;
  const { changes, data, queries, uncompared } = findDifference(lock, recorded, options);
  const accept = `\`threadwright diff ${path}\` shows it, \`threadwright lock ${path}\` accepts it`;
  if (changes.length > 0)
    return changes.map(({ change, causes, place }, index) => {
      const reason = `${describeChange(change)}: ${describeCauses(causes)}`;
      const note = index === 0 ? accept : undefined;
      return place
        ? createMessage('lock-changed', place, reason, note)
        : messageFor(path, 'lock-changed', reason, note);
    });
  if (uncompared > 0 || data.length + queries.length === 0) return [];
  const names = [...data, ...queries].map((name) => `\`${name}\``).join(', ');
  return [
    messageFor(
      path,
      'lock-stale',
      `${names} changed since the lock was written, and no figure did`,
      `\`threadwright lock ${path}\` brings the lock up to date`,
    ),
  ];
}
