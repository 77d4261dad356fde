import type { Scope } from '../../expression/scope.js';
import { localePack } from '../../figure/locale-pack.js';
import { DEFAULT_STYLE } from '../../model/style.js';

/** The scope of a page that belongs to no draft: no queries, and days seen from the given one (`YYYY-MM-DD`). */
export function emptyScope(date = '2000-01-01'): Scope {
  return {
    draft: { queries: [], frontMatter: { lang: 'en' } },
    answers: { tables: new Map() },
    target: { kind: 'brief' },
    helpers: {
      locale: localePack('en'),
      style: DEFAULT_STYLE,
      date,
      asOf: date,
      target: 'brief',
      spellNumbers: false,
    },
    locals: new Map(),
    loop: undefined,
    round: '',
    inputs: [],
  };
}
