import { relative, resolve } from 'node:path';
import { readConfig } from '../config/read-config.js';
import type { Message } from '../diagnostic/message.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { facesWith } from '../draw/fonts.js';
import { diffEntry } from '../record/diff-entry.js';
import { renderDiff } from '../render/page/render-diff.js';
import type { ComparedDraft } from './diff-drafts.js';
import { readLook } from './read-look.js';
import { replaceFile } from './replace-file.js';

/** Writes what changed as a page. */
export async function writeDiffPage(
  file: string,
  drafts: readonly ComparedDraft[],
  cwd: string,
): Promise<readonly Message[]> {
  const { value: project } = await readConfig(cwd);
  const { value: templates, messages: reading } = await readLook(project);
  const entries = drafts.flatMap(({ draft, difference, date }) =>
    difference ? [diffEntry(difference, draft.name, date ?? '')] : [],
  );
  const { value: html, messages: rendering } = await renderDiff(
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
