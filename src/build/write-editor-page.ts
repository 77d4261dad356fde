import { relative, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { facesWith } from '../draw/fonts.js';
import type { PageParts, Templates } from '../model/page.js';
import { readLook } from './read-look.js';
import { replaceFile } from './replace-file.js';

/**
 * Writes a page for the editor, in the project's look.
 *
 * @param file Where, from `cwd`.
 */
export async function writeEditorPage(
  file: string,
  cwd: string,
  render: (templates: Templates, fontFaces: PageParts['fontFaces'], lang: string) => Promise<Outcome<string>>,
): Promise<readonly Message[]> {
  const { value: project } = await readConfig(cwd);
  const { value: templates, messages: reading } = await readLook(project);
  const { value: html, messages: rendering } = await render(
    templates,
    facesWith(project.theme?.fonts ?? []),
    project.defaults.lang,
  );
  const messages = [...reading, ...rendering];
  if (hasErrors(messages)) return messages;
  const path = resolve(cwd, file);
  const written = await replaceFile(path, relative(cwd, path) || file, html);
  return [...messages, ...written.messages];
}
