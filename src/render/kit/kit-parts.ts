import type { PageParts, PostFile } from '../../model/page.js';
import type { Thread } from '../../model/thread.js';

/** What a posting kit is made of, besides its title. */
export interface KitParts extends Pick<PageParts, 'draft' | 'answers' | 'templates' | 'fontFaces' | 'tool'> {
  readonly threads: readonly Thread[];
  /** The pictures of the posts, by their path in the draft's output folder. */
  readonly files: ReadonlyMap<string, PostFile>;
}
