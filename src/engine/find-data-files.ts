import { readdir, realpath } from 'node:fs/promises';
import { posix, relative, sep } from 'node:path';
import type { DataSource } from '../model/draft.js';
import { isDataProblem, type DataProblem } from './data-problem.js';
import { dataFolder, isInside, resolveDataPath, type DataFile, type ProjectFolders } from './resolve-data-path.js';

/** The files of one source. */
export interface DataFiles {
  /** The path or pattern, relative to the root, with `/`. */
  readonly name: string;
  /** In the order of their paths. */
  readonly files: readonly DataFile[];
}

type Written = Pick<DataSource, 'file' | 'declaredIn'>;

/**
 * Finds the file of a source, or the files that a pattern fits: `*` stands for any signs within a name, `?` for one.
 * A file that is called just like the pattern is that file.
 */
export async function findDataFiles(source: Written, folders: ProjectFolders): Promise<DataFiles | DataProblem> {
  const exact = await resolveDataPath(source, folders);
  if (!isDataProblem(exact)) return { name: exact.name, files: [exact] };
  if (!/[*?]/.test(source.file) || exact.rule !== 'data-missing') return exact;
  if (source.file.includes('**')) {
    const reason = `Unexpected \`**\` in \`${source.file}\`, expected \`*\` for a part of one name`;
    return { rule: 'data-path', reason, note: 'Write a `*` for each folder' };
  }
  const files: DataFile[] = [];
  for (const file of await expand(source, folders)) {
    const found = await resolveDataPath({ ...source, file }, folders);
    if (isDataProblem(found)) return found;
    const twin = files.find(({ path }) => path === found.path);
    if (twin) return sameFile(source, twin, found);
    files.push(found);
  }
  if (files.length === 0) return { rule: 'data-missing', reason: `No file fits \`${source.file}\`` };
  const { root, folder } = await dataFolder(source, folders);
  const way = relative(root, folder).split(sep).join('/');
  return { name: posix.join(way, source.file.replace(/^\/+/, '')), files };
}

/** The paths that a pattern fits, spelled as the pattern is, sorted. */
async function expand(source: Written, folders: ProjectFolders): Promise<readonly string[]> {
  const { root, folder } = await dataFolder(source, folders);
  let found = [''];
  for (const part of source.file.replace(/^\/+/, '').split('/')) {
    const next: string[] = [];
    for (const way of found) {
      const names = /[*?]/.test(part) ? await fittingNames(part, { root, folder: posix.join(folder, way) }) : [part];
      next.push(...names.map((name) => (way === '' ? name : `${way}/${name}`)));
    }
    found = next;
  }
  const start = source.file.startsWith('/') ? '/' : '';
  return found.map((way) => start + way).sort();
}

async function fittingNames(pattern: string, { root, folder }: ProjectFolders): Promise<readonly string[]> {
  const fits = new RegExp(
    `^${pattern
      .replace(/[\\^$+.()|{}[\]]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'su',
  );
  try {
    if (!isInside(root, await realpath(folder))) return [];
    return (await readdir(folder)).filter((name) => !name.startsWith('.') && fits.test(name));
  } catch {
    // No such folder: nothing fits
    return [];
  }
}

function sameFile({ file }: Written, first: DataFile, second: DataFile): DataProblem {
  return {
    rule: 'data-path',
    reason: `\`${first.written}\` and \`${second.written}\`, which fit \`${file}\`, are one file`,
    note: 'One is a link to the other: its rows would count twice',
  };
}
