import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileKind } from '../diagnostic/file-kind.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { DataSource } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';

export interface ProjectFolders {
  /** The project's root, absolute. */
  readonly root: string;
  /** The draft's folder, absolute. */
  readonly folder: string;
}

/** A data file that may be read. */
export interface DataFile {
  /** Its real path, links resolved. */
  readonly path: string;
  /** Relative to the root, with `/`. */
  readonly name: string;
  /** As the draft writes it, or would. */
  readonly written: string;
  readonly bytes: number;
}

/** A path that a draft or the configuration writes. */
export interface WrittenPath extends Pick<DataSource, 'file' | 'declaredIn'> {
  /** What messages call it. Default: `data file`. */
  readonly noun?: string;
}

/** Finds a source's file, and refuses what lies outside the project or in a hidden folder. */
export async function resolveDataPath(
  { file, declaredIn, noun = 'data file' }: WrittenPath,
  { root, folder }: ProjectFolders,
): Promise<DataFile | DataProblem> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) {
    return { rule: 'data-path', reason: `Unexpected address \`${file}\`, expected a file of the project`, note: FETCH };
  }
  const { root: realRoot, folder: base } = await dataFolder({ file, declaredIn }, { root, folder });
  const wanted = resolve(base, `.${sep}${file}`);
  // Said before anything is looked up, so that no message tells what exists outside.
  if (!isInside(realRoot, wanted)) return outside(file);
  let path: string;
  try {
    path = await realpath(wanted);
  } catch {
    return await missing(file, wanted, noun);
  }
  if (!isInside(realRoot, path)) return outside(file, 'It is a link that leads out of the project');
  const name = relative(realRoot, path).split(sep).join('/');
  const hidden = name.split('/').find((part) => part.startsWith('.'));
  if (hidden !== undefined) {
    return { rule: 'data-path', reason: `Unexpected hidden file or folder \`${hidden}\` in the path \`${file}\`` };
  }
  const found = await stat(path);
  if (!found.isFile()) {
    return { rule: 'data-unreadable', reason: `Unexpected ${fileKind(found)} \`${file}\`, expected a file` };
  }
  return { path, name, written: file, bytes: found.size };
}

/** The root and the folder that a path starts from, links resolved. */
export async function dataFolder(
  { file, declaredIn }: Pick<DataSource, 'file' | 'declaredIn'>,
  { root, folder }: ProjectFolders,
): Promise<ProjectFolders> {
  const realRoot = await realpath(root);
  const isRooted = declaredIn === 'config' || file.startsWith('/');
  return { root: realRoot, folder: isRooted ? realRoot : await realpath(folder) };
}

const FETCH = 'Download the file into the project and name it here';

/** Whether a path is a folder or lies in it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(
  file: string,
  note = 'A draft reads files of its project; a leading `/` is the project’s folder',
): DataProblem {
  return { rule: 'data-path', reason: `Unexpected path \`${file}\`, expected one inside the project`, note };
}

async function missing(file: string, wanted: string, noun: string): Promise<DataProblem> {
  const names = await visibleNames(dirname(wanted));
  // Nobody means a draft
  const others = names.filter((name) => extname(name) !== '.md');
  if (names.includes(basename(wanted)))
    return { rule: 'data-missing', reason: `Unexpected link to nothing \`${file}\`, expected a file` };
  // Without their endings, which would make short names alike.
  const nearStem = nearestName(stem(wanted), others.map(stem));
  const near = others.find((name) => stem(name) === nearStem);
  const meant = near === undefined ? undefined : join(dirname(file), near).split(sep).join('/');
  return {
    rule: 'data-missing',
    reason: `The ${noun} \`${file}\` does not exist`,
    note: meant === undefined ? undefined : `Did you mean \`${meant}\`?`,
  };
}

function stem(path: string): string {
  return basename(path).replace(/\.[^.]*$/, '');
}

async function visibleNames(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch {
    return [];
  }
}
