import type { Output } from '../model/target.js';

/** What every way of looking at drafts may be told. */
export interface DraftOptions {
  /** Working folder. Default: that of the process. */
  readonly cwd?: string | undefined;
  /** The outputs to make, among those a draft asks for. Default: all. */
  readonly only?: readonly Output[] | undefined;
  /** Publication day (`YYYY-MM-DD`), in place of the draft's. */
  readonly date?: string | undefined;
  /** Last day of data (`YYYY-MM-DD`), in place of the draft's. */
  readonly asOf?: string | undefined;
  /** Stops the work; outputs stay as they were. */
  readonly signal?: AbortSignal | undefined;
}

/** What a report is printed with. */
export interface BrowserOptions {
  /** A browser to print with, in place of the one that is found. */
  readonly browser?: string | undefined;
}
