import { inHouse, localePack } from '../../figure/locale-pack.js';
import type { Scope } from '../../expression/scope.js';
import type { PageParts } from '../../model/page.js';
import { targetName, type Target } from '../../model/target.js';

/** What the expressions of a draft's page templates can name, in the house style of the page. */
export function templateScope(target: Target, { draft, answers }: Pick<PageParts, 'draft' | 'answers'>): Scope {
  const { date, asOf, lang, styles } = draft.frontMatter;
  const name = targetName(target);
  const helpers = {
    locale: inHouse(localePack(lang), styles[name]),
    style: styles[name],
    date,
    asOf,
    target: name,
    spellNumbers: false,
  };
  return { draft, answers, target, helpers, locals: new Map(), loop: undefined, round: '', inputs: [] };
}
