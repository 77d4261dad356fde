import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readTextFile } from '../config/read-text-file.js';
import { messageFor } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Templates } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import { errorCode } from './error-code.js';

/** A page's frame; what is larger is no template. */
const MOST_BYTES = 1_000_000;

/** Reads the page templates: each file from the project's `templates/` where it has one, else from the package's. */
export async function readTemplates(root: string, packageRoot: string): Promise<Outcome<Templates>> {
  const shipped = await readFolder(packageRoot);
  const own = await readFolder(root);
  return { value: new Map([...shipped.value, ...own.value]), messages: [...shipped.messages, ...own.messages] };
}

/** The templates as files that messages point into. */
export function templateSources(templates: Templates): [string, SourceFile][] {
  return [...templates]
    .filter(([path]) => path.endsWith('.hbs'))
    .map(([name, text]) => {
      const path = `templates/${name}`;
      return [path, { path, text }];
    });
}

/** The templates of a project's own, by their path in `templates/`; those that are as they ship are none. */
export async function ownTemplates(root: string, packageRoot: string): Promise<readonly string[]> {
  const shipped = await readFolder(packageRoot);
  const own = await readFolder(root);
  return [...own.value]
    .filter(([path, text]) => shipped.value.get(path) !== text)
    .map(([path]) => path)
    .sort();
}

async function readFolder(root: string): Promise<Outcome<Map<string, string>>> {
  const folder = join(root, 'templates');
  const files = new Map<string, string>();
  const messages: Message[] = [];
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT')
      messages.push(messageFor('templates', 'file-unreadable', `The folder \`templates\` cannot be read: ${code}`));
    return { value: files, messages };
  }
  for (const entry of entries) {
    if (!/\.(hbs|css|js)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join('/');
    const read = await readTextFile(path, name, { root, mostBytes: MOST_BYTES });
    if ('text' in read) files.set(name.slice('templates/'.length), read.text);
    else messages.push(messageFor(name, 'file-unreadable', read.reason, read.note));
  }
  return { value: files, messages };
}
