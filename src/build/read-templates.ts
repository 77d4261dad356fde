import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Templates } from '../model/page.js';

/** Reads the page templates: each file from the project's `templates/` where it has one, else from the package's. */
export async function readTemplates(root: string, packageRoot: string): Promise<Templates> {
  const shipped = await readFolder(join(packageRoot, 'templates'));
  const own = await readFolder(join(root, 'templates'));
  return new Map([...shipped, ...own]);
}

/** The templates of a project's own, by their path in `templates/`; those that are as they ship are none. */
export async function ownTemplates(root: string, packageRoot: string): Promise<readonly string[]> {
  const shipped = await readFolder(join(packageRoot, 'templates'));
  const own = await readFolder(join(root, 'templates'));
  return [...own]
    .filter(([path, text]) => shipped.get(path) !== text)
    .map(([path]) => path)
    .sort();
}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true, recursive: true });
  } catch {
    return files;
  }
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(hbs|css)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8'));
  }
  return files;
}
