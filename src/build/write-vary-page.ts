import { relative, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import type { Message } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { facesWith } from '../draw/fonts.js';
import { renderVary } from '../render/page/render-vary.js';
import { varyEntry } from '../vary/vary-entry.js';
import { readLook } from './read-look.js';
import { replaceFile } from './replace-file.js';
import type { VariedDraft } from './vary-drafts.js';

/** Writes what drafts would say under other data as a page. */
export async function writeVaryPage(
  file: string,
  drafts: readonly VariedDraft[],
  cwd: string,
): Promise<readonly Message[]> {
  const { value: project } = await readConfig(cwd);
  const { value: templates, messages: reading } = await readLook(project);
  const entries = drafts.flatMap(({ draft, variation }) => (variation ? [varyEntry(variation, draft.name)] : []));
  const { value: html, messages: rendering } = await renderVary(
    entries,
    templates,
    facesWith(project.theme?.fonts ?? []),
  );
  const messages = [...reading, ...rendering];
  if (hasErrors(messages)) return messages;
  const path = resolve(cwd, file);
  const written = await replaceFile(path, relative(cwd, path) || file, html);
  return [...messages, ...written.messages];
}
