import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { createMessage, messageFor } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Message, Outcome } from '../diagnostic/message.js';

/** A draft's file and the name of its output folder. */
export interface DraftFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it: relative to the working folder where that is shorter. */
  readonly name: string;
  readonly slug: string;
}

/** Folders that a search for drafts passes over, besides names that start with `.` or `_`. */
const SKIPPED = new Set(['out', 'node_modules']);

/**
 * Finds the drafts that a command means: the files and folders it names, without any `content/` if there is one,
 * else the working folder.
 *
 * @param cwd The working folder, absolute.
 */
export async function findDrafts(named: readonly string[], cwd: string): Promise<Outcome<readonly DraftFile[]>> {
  const home = await homeOf(cwd);
  const messages: Message[] = [];
  const found = new Map<string, DraftFile>();
  for (const name of named.length > 0 ? named : [home]) {
    const path = resolve(cwd, name);
    const kind = await kindOf(path);
    if (kind === undefined) {
      messages.push(
        messageFor(name, 'file-missing', `The file or folder \`${name}\` does not exist`, await nearbyNote(path)),
      );
      continue;
    }
    const files = kind === 'folder' ? await draftsBelow(path) : [path];
    const base = baseOf(home, path, kind);
    for (const file of files)
      found.set(file, { path: file, name: displayName(cwd, file), slug: slugOf(relative(base, file)) });
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
  const base = baseOf(await homeOf(cwd), path, 'file');
  return { path, name: displayName(cwd, path), slug: slugOf(relative(base, path)) };
}

async function homeOf(cwd: string): Promise<string> {
  const content = join(cwd, 'content');
  return (await kindOf(content)) === 'folder' ? content : cwd;
}

/** The folder that a draft's slug counts from. */
function baseOf(home: string, path: string, kind: 'file' | 'folder'): string {
  if (isInside(home, path)) return home;
  return kind === 'folder' ? path : dirname(path);
}

async function draftsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (/^[._]/.test(entry.name) || SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    // A linked folder could lead back to where it stands
    if (entry.isDirectory()) found.push(...(await draftsBelow(path)));
    else if (
      extname(entry.name).toLowerCase() === '.md' &&
      entry.name.toLowerCase() !== 'readme.md' &&
      (await kindOf(path)) === 'file'
    )
      found.push(path);
  }
  return found;
}

/** A name for a folder and an address: the path without its ending, in letters, digits, `-` and `_`. */
export function slugOf(path: string): string {
  const plain = path.replace(/\.md$/i, '').normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '') || 'draft';
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

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
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

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
