import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { findConfig } from '../config/find-config.js';
import { isInside } from '../config/is-inside.js';
import { createMessage, messageFor } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { errorCode } from './error-code.js';
import { slugOf } from './slug-of.js';

/** A draft's file and the name of its output folder. */
export interface DraftFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it: relative to the working folder where that is shorter. */
  readonly name: string;
  /** The root of its project, absolute. */
  readonly root: string;
  /** As outputs name it: relative to the root, with `/`, wherever the command was given. */
  readonly file: string;
  readonly slug: string;
}

/** Folders that a search for drafts passes over, besides names that start with `.` or `_`. */
const SKIPPED = new Set(['out', 'node_modules']);

/**
 * Finds the drafts that a command means: the files and folders it names, without any `content/` if there is one,
 * else the working folder. Slugs count from the `content/` of a draft's project, or from its root.
 *
 * @param cwd The working folder, absolute.
 */
export async function findDrafts(named: readonly string[], cwd: string): Promise<Outcome<readonly DraftFile[]>> {
  const messages: Message[] = [];
  const found = new Map<string, DraftFile>();
  const home = await homeOf(cwd);
  for (const name of named.length > 0 ? named : [home]) {
    const path = resolve(cwd, name);
    const kind = await kindOf(path);
    if (kind === undefined) {
      messages.push(
        messageFor(name, 'file-missing', `The file or folder \`${name}\` does not exist`, await nearbyNote(path)),
      );
      continue;
    }
    const files = kind === 'folder' ? await draftsBelow(path, cwd, messages) : [path];
    const folder = kind === 'folder' ? path : dirname(path);
    for (const file of files) found.set(file, await draftOf(file, folder, cwd));
  }
  const drafts = [...found.values()];
  if (drafts.length === 0 && messages.length === 0) {
    const where =
      named.length > 0 ? named.map((name) => `\`${name}\``).join(', ') : `\`${displayName(cwd, home) || '.'}\``;
    messages.push(
      createMessage(
        'draft-none',
        undefined,
        `Found no draft in ${where}, expected files that end in \`.md\``,
        'README.md and names that start with `.` or `_` are passed over',
      ),
    );
  }
  messages.push(...clashes(drafts));
  return { value: drafts, messages };
}

/** Names one draft as a command would that was given it, whether its file exists or not. */
export async function draftAt(name: string, cwd: string): Promise<DraftFile> {
  const path = resolve(cwd, name);
  return draftOf(path, dirname(path), cwd);
}

/** @param folder The folder that was named, or that of the file: its project where no other is. */
async function draftOf(path: string, folder: string, cwd: string): Promise<DraftFile> {
  const config = await findConfig(dirname(path));
  const root = config !== undefined ? dirname(config.file) : isInside(cwd, path) ? cwd : folder;
  const content = join(root, 'content');
  const base = isInside(content, path) ? content : root;
  return {
    path,
    name: displayName(cwd, path),
    root,
    file: relative(root, path).split(sep).join('/'),
    slug: slugOf(relative(base, path)),
  };
}

/** The folder that is meant when none is named. */
export async function homeOf(cwd: string): Promise<string> {
  const content = join(cwd, 'content');
  return (await kindOf(content)) === 'folder' ? content : cwd;
}

async function draftsBelow(folder: string, cwd: string, messages: Message[]): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const name = displayName(cwd, folder);
    messages.push(messageFor(name, 'file-unreadable', `The folder \`${name}\` cannot be read: ${errorCode(error)}`));
    return [];
  }
  const found: string[] = [];
  for (const { name, isFolder } of entries
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^[._]/.test(name) || SKIPPED.has(name) || name.toLowerCase() === 'readme.md') continue;
    const path = join(folder, name);
    // Whatever has a draft's name is taken for one, so that a pipe or a link to nothing is told and not passed over
    if (extname(name).toLowerCase() === '.md') found.push(path);
    // A linked folder could lead back to where it stands
    else if (isFolder) found.push(...(await draftsBelow(path, cwd, messages)));
  }
  return found;
}

function clashes(drafts: readonly DraftFile[]): Message[] {
  const first = new Map<string, DraftFile>();
  return drafts.flatMap((draft) => {
    const earlier = first.get(draft.slug);
    if (earlier)
      return [
        messageFor(
          draft.name,
          'slug-clash',
          `Unexpected slug \`${draft.slug}\`, \`${earlier.name}\` has it already`,
          'Two drafts cannot share an output folder; rename one',
        ),
      ];
    first.set(draft.slug, draft);
    return [];
  });
}

/** A link to nothing is a file, one that cannot be read. */
async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return (await isThere(path)) ? 'file' : undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

async function nearbyNote(path: string): Promise<string | undefined> {
  try {
    const near = nearestName(basename(path), await readdir(dirname(path)));
    return near && `Did you mean \`${near}\`?`;
  } catch {
    return undefined;
  }
}

function displayName(cwd: string, path: string): string {
  const name = relative(cwd, path);
  return name.startsWith('..') || isAbsolute(name) ? path : name.split(sep).join('/');
}
