import { textDirection } from '../../figure/text-direction.js';
import type { CardWords } from '../../model/card.js';
import type { PageParts } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import { formatDay } from '../page/format-day.js';
import { pageWords } from '../page/page-words.js';
import { plainText } from '../page/plain-text.js';

/** The words of a brief that its card picture shows. */
export function cardWords(story: Story, { draft: { frontMatter }, answers }: PageParts): CardWords {
  const { lang, date, authors, status } = frontMatter;
  const words = pageWords(lang);
  const [figure] = story.keyFigures;
  const cautions = [
    ...(status === 'draft' ? [words.draftMark] : []),
    ...(answers.sources.some(({ illustrative }) => illustrative) ? [words.illustrativeMark] : []),
  ];
  return {
    dir: textDirection(lang),
    kicker: plainText(story.kicker ?? []),
    title: plainText(story.title),
    figure: figure && { value: plainText(figure.value), label: plainText(figure.label) },
    byline: [formatDay(date, lang), ...authors].join(' · '),
    caution: cautions.join(' · '),
  };
}
