import type { Message } from '../diagnostic/message.js';
import { renderVary } from '../render/page/render-vary.js';
import { varyEntry } from '../vary/vary-entry.js';
import type { VariedDraft } from './vary-drafts.js';
import { writeEditorPage } from './write-editor-page.js';

/** Writes what drafts would say under other data as a page. */
export function writeVaryPage(file: string, drafts: readonly VariedDraft[], cwd: string): Promise<readonly Message[]> {
  const entries = drafts.flatMap(({ draft, variation, lang = 'en' }) =>
    variation ? [{ ...varyEntry(variation, draft.name), lang }] : [],
  );
  return writeEditorPage(file, cwd, (templates, fontFaces, lang) => renderVary(entries, templates, fontFaces, lang));
}
