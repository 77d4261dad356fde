import type { Outcome } from '../../diagnostic/message.js';
import type { DiffChange, DiffEntry, PageParts, Spoken, Templates } from '../../model/page.js';
import { textDirection } from '../../figure/text-direction.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
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
  const [old, now] = before === '' && after === '' ? [NOTHING, NOTHING] : mark(before, after);
  return { line, before: old, after: now, words, sentence, causes: causes.map((cause) => cause.replaceAll('`', '')) };
}

const NOTHING: TemplateData = { start: '', middle: '', end: '' };

/** Parts two sentences into the words they begin with together, those that differ, and those they end with. */
function mark(before: string, after: string): [TemplateData, TemplateData] {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)/)) as [string[], string[]];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (words: readonly string[]): TemplateData => {
    const differs = words.slice(start, words.length - end).join('');
    const middle = differs.trimEnd();
    return {
      start: words.slice(0, start).join(''),
      middle,
      end: differs.slice(middle.length) + words.slice(words.length - end).join(''),
    };
  };
  return [part(old), part(now)];
}
