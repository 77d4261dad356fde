import type { Outcome } from '../../diagnostic/message.js';
import type { DiffChange, DiffEntry, PageParts, Spoken, Templates } from '../../model/page.js';
import { textDirection } from '../../figure/text-direction.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
import { markWords } from './mark-words.js';
import type { TemplateData } from './template-data.js';
import { editorWords } from '../words/editor-words.js';
import { sharedLanguage } from '../words/shared-language.js';

/**
 * Renders the page that tells what changed since the locks were written, each draft’s sentences in its language.
 *
 * @param own The project’s language.
 */
export async function renderDiff(
  entries: readonly (DiffEntry & Spoken)[],
  templates: Templates,
  fontFaces: PageParts['fontFaces'],
  own: string,
): Promise<Outcome<string>> {
  const drafts = entries.map(({ name, lang, count, changes, stale, corrections }) => ({
    name,
    lang,
    dir: textDirection(lang),
    count,
    changes: changes.map(changeData),
    stale,
    corrections,
  }));
  const { words, ...frame } = editorWords(
    sharedLanguage(
      entries.map(({ lang }) => lang),
      own,
    ),
  );
  const { value, messages } = await finishPage(
    { drafts, words, frame },
    { name: 'diff', templates, fontFaces, scope: emptyScope() },
  );
  return { value: value.html, messages };
}

function changeData({ line, before = '', after = '', words = '', sentence = '', causes }: DiffChange): TemplateData {
  const [old, now] = markWords(before, after).map((words) => words.map((part) => ({ ...part })));
  return { line, before: old, after: now, words, sentence, causes: causes.map((cause) => cause.replaceAll('`', '')) };
}
