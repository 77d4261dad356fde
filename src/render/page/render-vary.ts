import type { Outcome } from '../../diagnostic/message.js';
import type { PageParts, Templates, VaryEntry, VarySentence, VaryVariant } from '../../model/page.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
import type { TemplateData } from './template-data.js';

/** Renders the page that tells what drafts would say under other data. */
export async function renderVary(
  entries: readonly VaryEntry[],
  templates: Templates,
  fontFaces: PageParts['fontFaces'],
): Promise<Outcome<string>> {
  const drafts = entries.map(({ name, count, sentences, idle, failures }) => ({
    name,
    count,
    sentences: sentences.map(sentenceData),
    idle: idle.map((claim) => ({ ...claim, tried: plain(claim.tried) })),
    failures: failures.map(({ change, reason }) => ({ change: plain(change), reason: plain(reason) })),
  }));
  const { value, messages } = await finishPage({ drafts }, { name: 'vary', templates, fontFaces, scope: emptyScope() });
  return { value: value.html, messages };
}

function sentenceData({ line, text, variants }: VarySentence): TemplateData {
  return { line, text, variants: variants.map(variantData) };
}

const SIGNS: Record<VaryVariant['kind'], string> = {
  failed: 'Fails',
  disliked: 'Odd',
  gone: 'Left out',
  said: 'Says',
  same: 'Same words',
};

function variantData({ kind, text, reason, changes }: VaryVariant): TemplateData {
  return { kind, sign: SIGNS[kind], text: kind === 'same' ? '' : text, reason: plain(reason), changes: plain(changes) };
}

/** Backticks are for terminals. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
