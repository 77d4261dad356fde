import { delimiter, isAbsolute, sep } from 'node:path';

/**
 * The folders of `PATH` that programs may be run from. `npx` puts the project's own `node_modules/.bin` in front, and
 * a relative folder means whatever project is open: neither is the machine's.
 */
export function safeFolders(env: NodeJS.ProcessEnv): readonly string[] {
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !folder.split(/[\\/]/).includes('node_modules'))
    .map((folder) => (folder.length > 1 && folder.endsWith(sep) ? folder.slice(0, -1) : folder));
}
