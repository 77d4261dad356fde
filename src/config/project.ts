import type { BrowserKind } from '../model/browser-kind.js';
import type { DraftDefaults } from '../model/defaults.js';
import type { SourceFile } from '../model/position.js';
import type { Theme } from '../model/theme.js';

/** The folder that drafts belong to, and what its configuration says. */
export interface Project {
  /** Absolute; data and images must lie under it. */
  readonly root: string;
  /** `undefined` when there is no configuration. Spans of `defaults.data` are in it. */
  readonly configFile: SourceFile | undefined;
  readonly defaults: DraftDefaults;
  /** Which browser prints; `undefined` for the first that works. */
  readonly browser: BrowserKind | undefined;
  readonly limits: ProjectLimits;
  /** What it changes of the look. */
  readonly theme: Theme | undefined;
  /** The file that says so, for messages. */
  readonly themeFile: SourceFile | undefined;
}

/** What one query may use; a limit that is left out is the engine's own. */
export interface ProjectLimits {
  readonly timeMs?: number;
  readonly memoryMb?: number;
  readonly maxRows?: number;
}
