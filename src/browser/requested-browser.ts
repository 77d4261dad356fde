import { resolve } from 'node:path';
import { BROWSER_KINDS, type BrowserKind } from '../model/browser-kind.js';

export interface BrowserChoice {
  /** What `--browser` says: a file or a kind. */
  readonly browser?: string | undefined;
  /** What the project's configuration says. */
  readonly kind?: BrowserKind | undefined;
  /** Where a relative file is looked for. Default: the process's own. */
  readonly cwd?: string | undefined;
}

/** A browser that was asked for, with the words that asked for it. */
export type BrowserRequest =
  { readonly by: string; readonly path: string } | { readonly by: string; readonly kind: BrowserKind };

/** Reads which browser was asked for, by option, environment or configuration, in this order; `undefined` for none. */
export function requestedBrowser(choice: BrowserChoice, env: NodeJS.ProcessEnv): BrowserRequest | undefined {
  const asked = [['--browser', choice.browser] as const, ...VARIABLES.map((name) => [name, env[name]] as const)];
  for (const [by, text] of asked) {
    if (!text) continue;
    const kind = BROWSER_KINDS.find((word) => word === text);
    return kind ? { by, kind } : { by, path: resolve(choice.cwd ?? '', text) };
  }
  return choice.kind && { by: 'browser', kind: choice.kind };
}

/** Ours, and those of the tools that people have already told where their browser is. */
const VARIABLES = ['THREADWRIGHT_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;
