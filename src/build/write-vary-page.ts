import { relative, resolve } from 'node:path';
import { packageRoot } from '../child/package-root.js';
import { readConfig } from '../config/read-config.js';
import type { Message } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { fontFaces } from '../draw/fonts.js';
import { renderVary } from '../render/page/render-vary.js';
import { varyEntry } from '../vary/vary-entry.js';
import { readTemplates } from './read-templates.js';
import { replaceFile } from './replace-file.js';
import type { VariedDraft } from './vary-drafts.js';

/** Writes what drafts would say under other data as a page. */
export async function writeVaryPage(
  file: string,
  drafts: readonly VariedDraft[],
  cwd: string,
): Promise<readonly Message[]> {
  const { value: project } = await readConfig(cwd);
  const { value: templates, messages: reading } = await readTemplates(project.root, packageRoot());
  const entries = drafts.flatMap(({ draft, variation }) => (variation ? [varyEntry(variation, draft.name)] : []));
  const { value: html, messages: rendering } = await renderVary(entries, templates, fontFaces);
  const messages = [...reading, ...rendering];
  if (hasErrors(messages)) return messages;
  const path = resolve(cwd, file);
  const written = await replaceFile(path, relative(cwd, path) || file, html);
  return [...messages, ...written.messages];
}
