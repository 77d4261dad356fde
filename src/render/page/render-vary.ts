import type { Outcome } from '../../diagnostic/message.js';
import type { PageParts, Spoken, Templates, VaryEntry, VarySentence, VaryVariant } from '../../model/page.js';
import { textDirection } from '../../figure/text-direction.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
import type { TemplateData } from './template-data.js';
import { editorWords, type EditorWords } from '../words/editor-words.js';
import { sharedLanguage } from '../words/shared-language.js';

/**
 * Renders the page that tells what drafts would say under other data, each draft’s sentences in its language.
 *
 * @param own The project’s language.
 */
export async function renderVary(
  entries: readonly (VaryEntry & Spoken)[],
  templates: Templates,
  fontFaces: PageParts['fontFaces'],
  own: string,
): Promise<Outcome<string>> {
  const { words, ...frame } = editorWords(
    sharedLanguage(
      entries.map(({ lang }) => lang),
      own,
    ),
  );
  const drafts = entries.map(({ name, lang, count, sentences, idle, failures }) => ({
    name,
    lang,
    dir: textDirection(lang),
    count,
    sentences: sentences.map((sentence) => sentenceData(sentence, words)),
    idle: idle.map((claim) => ({ ...claim, tried: plain(claim.tried) })),
    failures: failures.map(({ change, reason }) => ({ change: plain(change), reason: plain(reason) })),
  }));
  const { value, messages } = await finishPage(
    { drafts, words, frame },
    { name: 'vary', templates, fontFaces, scope: emptyScope() },
  );
  return { value: value.html, messages };
}

function sentenceData({ line, text, variants }: VarySentence, words: EditorWords): TemplateData {
  return { line, text, variants: variants.map((variant) => variantData(variant, words)) };
}

function variantData({ kind, text, reason, changes }: VaryVariant, words: EditorWords): TemplateData {
  const sign = words[kind === 'gone' ? 'left' : kind];
  return { kind, sign, text: kind === 'same' ? '' : text, reason: plain(reason), changes: plain(changes) };
}

/** Backticks are for terminals. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
