import type { ENGLISH_KIT } from './english-kit.js';
import type { KitSplit, KitThread } from './kit-thread.js';

/** The words of the posting kit; a name in braces stands for what is put there. */
export interface KitWords {
  /** By the name that the template calls them by. */
  readonly frame: Readonly<Record<keyof (typeof ENGLISH_KIT)['frame'], string>>;
  /** What the script says. */
  readonly script: Readonly<Record<keyof (typeof ENGLISH_KIT)['script'], string>>;
  /** `12 posts, at most 280 weighted characters each.` */
  readonly sum: (thread: KitThread) => string;
  /** `Post 2 of the draft is two posts here: 312 weighted characters, 280 fit.` */
  readonly split: (split: KitSplit) => string;
}
