import { createMessage } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { localePack } from '../figure/locale-pack.js';
import type { Draft } from '../model/draft.js';

/** Warns when computed phrases will be in another language than the draft. */
export function checkLanguage({ source, frontMatter }: Draft): Message[] {
  const { lang } = frontMatter;
  const spoken = localePack(lang).lang;
  if (languageOf(spoken) === languageOf(lang)) return [];
  const place = { file: source.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [
    createMessage(
      'language-fallback',
      place,
      `Unexpected language \`${lang}\`, computed phrases are in \`${spoken}\``,
      'Only English and Arabic have phrases yet; write the words yourself around `{{num …}}`',
    ),
  ];
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
