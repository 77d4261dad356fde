/**
 * The browsers that may print, in the order in which they are tried. A project can name one of these and no program:
 * its configuration is written by whoever wrote the drafts, and must run nothing of theirs.
 */
export const BROWSER_KINDS = ['packaged', 'headless-shell', 'chrome', 'chromium', 'edge'] as const;

export type BrowserKind = (typeof BROWSER_KINDS)[number];
