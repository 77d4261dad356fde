import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.js';

/** The programs that run as children, by their path below `src`. */
export type ChildEntry = 'engine/child' | 'draw/child';

/**
 * Finds a child's compiled program, `dist/ENTRY.js` in this package.
 * Node 20 cannot run TypeScript, so sources that run uncompiled (under vitest) start the compiled child too:
 * compile before testing.
 */
export function entryPath(entry: ChildEntry): string {
  const path = join(packageRoot(), 'dist', `${entry}.js`);
  if (!existsSync(path)) throw new Error(`${path} does not exist: run \`npm run build\` first`);
  return path;
}
