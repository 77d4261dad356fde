import type { HelperContext } from '../figure/helper.js';
import { inHouse, localePack } from '../figure/locale-pack.js';
import type { Draft } from '../model/draft.js';
import type { ClaimWords, Figure } from '../model/story.js';
import type { Reading } from './judge-claim.js';

/** What is needed to put the truth into a writer's words. */
export interface Rewording {
  readonly helpers: HelperContext;
  readonly reading: Reading;
  readonly opens: ClaimWords['opens'];
}

/** What is needed for the words of a claim. */
export function rewordingOf({ target, words }: Pick<Figure, 'target' | 'words'>, draft: Draft): Rewording {
  const { styles, date, asOf } = draft.frontMatter;
  const reading = readingOf(draft);
  const helpers = {
    locale: inHouse(reading.locale, styles[target]),
    style: styles[target],
    date,
    asOf,
    target,
    spellNumbers: false,
  };
  return { helpers, reading, opens: words?.opens };
}

/** How the words of a draft's claims are read. */
export function readingOf({ frontMatter }: Draft): Reading {
  const groups = Object.values(frontMatter.styles).map(({ numbers }) => numbers.group);
  return { locale: localePack(frontMatter.lang), groups: new Set(groups) };
}
