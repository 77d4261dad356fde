import type { Message } from '../diagnostic/message.js';
import { diffEntry } from '../record/diff-entry.js';
import { renderDiff } from '../render/page/render-diff.js';
import type { ComparedDraft } from './diff-drafts.js';
import { writeEditorPage } from './write-editor-page.js';

/** Writes what changed as a page. */
export function writeDiffPage(
  file: string,
  drafts: readonly ComparedDraft[],
  cwd: string,
): Promise<readonly Message[]> {
  const entries = drafts.flatMap(({ draft, difference, date, lang = 'en' }) =>
    difference ? [{ ...diffEntry(difference, draft.name, { date, lang }), lang }] : [],
  );
  return writeEditorPage(file, cwd, (templates, fontFaces, lang) => renderDiff(entries, templates, fontFaces, lang));
}
