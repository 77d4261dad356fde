import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeadFigure } from './lead-figure.js';
import type { LeadPicture } from './lead-picture.js';
import { slugOf } from './slug-of.js';

/** Our own folder inside the output folder: manifests, and the stage on which files are written first. */
export const OWN_FOLDER = '.threadwright';

/** What one draft's last good build left behind. */
export interface Manifest {
  readonly version: 1;
  readonly slug: string;
  /** The draft's file, relative to the project's root. */
  readonly draft: string;
  readonly title: string;
  readonly standfirst: string | null;
  readonly date: string;
  readonly lang: string;
  readonly illustrative: boolean;
  /** True with `status: draft`. */
  readonly isDraft?: boolean | undefined;
  /** What stands for the draft in the index. */
  readonly picture?: LeadPicture | undefined;
  /** What stands in its place where there is none. */
  readonly figure?: LeadFigure | undefined;
  readonly files: readonly ManifestFile[];
}

export interface ManifestFile {
  /** Relative to the draft's output folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly hash: string;
  /** The part of a build that makes it, so that `--only` leaves the others alone. */
  readonly part: Part;
}

export type Part = 'thread' | 'brief' | 'report' | 'chart' | 'record';

/** The file a draft's manifest is kept in. */
export function manifestPath(out: string, slug: string): string {
  return join(out, OWN_FOLDER, `${slug}.json`);
}

/** Reads a draft's manifest; `undefined` when there is none that can be used. */
export async function readManifest(out: string, slug: string): Promise<Manifest | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(manifestPath(out, slug), 'utf8'));
    return isManifest(value) && value.slug === slug ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the manifests of every draft in an output folder. */
export async function readManifests(out: string): Promise<readonly Manifest[]> {
  let names: string[];
  try {
    names = await readdir(join(out, OWN_FOLDER));
  } catch {
    return [];
  }
  const slugs = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const manifests = await Promise.all(slugs.sort().map((slug) => readManifest(out, slug)));
  return manifests.filter((manifest) => manifest !== undefined);
}

/** What stands in an output folder may have come from anywhere, and what a manifest lists may be removed. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { version, slug, draft, title, standfirst, date, lang, illustrative, isDraft, picture, figure, files } =
    value as Record<string, unknown>;
  return (
    version === 1 &&
    [draft, title].every((text) => typeof text === 'string') &&
    (standfirst === null || typeof standfirst === 'string') &&
    typeof illustrative === 'boolean' &&
    (isDraft === undefined || typeof isDraft === 'boolean') &&
    typeof slug === 'string' &&
    slugOf(slug) === slug &&
    typeof date === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    typeof lang === 'string' &&
    isLanguage(lang) &&
    Array.isArray(files) &&
    files.every(isOwnFile) &&
    (picture === undefined || isPictureOf(picture, files)) &&
    (figure === undefined || isFigure(figure))
  );
}

const PARTS: readonly unknown[] = ['thread', 'brief', 'report', 'chart', 'record'];

function isOwnFile(value: unknown): value is ManifestFile {
  if (typeof value !== 'object' || value === null) return false;
  const { path, bytes, hash, part } = value as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    path !== '' &&
    !path.includes('\\') &&
    path.split('/').every((step) => step !== '' && !step.startsWith('.')) &&
    typeof bytes === 'number' &&
    typeof hash === 'string' &&
    PARTS.includes(part)
  );
}

function isPictureOf(value: unknown, files: readonly ManifestFile[]): value is LeadPicture {
  if (typeof value !== 'object' || value === null) return false;
  const { path, width, height } = value as Record<string, unknown>;
  return files.some((file) => file.path === path) && [width, height].every((size) => Number(size) > 0);
}

function isFigure(value: unknown): value is LeadFigure {
  if (typeof value !== 'object' || value === null) return false;
  const { value: said, label } = value as Record<string, unknown>;
  return typeof said === 'string' && typeof label === 'string';
}

function isLanguage(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
