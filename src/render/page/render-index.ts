import type { Outcome } from '../../diagnostic/message.js';
import type { Scope } from '../../expression/scope.js';
import type { HelperContext } from '../../figure/helper.js';
import { localePack } from '../../figure/locale-pack.js';
import { DEFAULT_STYLE } from '../../model/style.js';
import type { IndexEntry, PageParts, Templates } from '../../model/page.js';
import { finishPage } from './finish-page.js';
import { formatDay } from './format-day.js';
import { textDirection } from './text-direction.js';

/** Renders the page that lists all drafts, the latest first. */
export async function renderIndex(
  entries: readonly IndexEntry[],
  templates: Templates,
  fontFaces: PageParts['fontFaces'],
): Promise<Outcome<string>> {
  const sorted = [...entries].sort((a, b) => compare(b.date, a.date) || compare(a.slug, b.slug));
  const drafts = sorted.map((entry) => ({
    slug: entry.slug,
    title: entry.title,
    standfirst: entry.standfirst,
    date: { machine: entry.date, text: formatDay(entry.date, entry.lang) },
    lang: entry.lang,
    dir: textDirection(entry.lang),
    illustrative: entry.illustrative,
    picture: entry.picture && relativeUrl(entry.picture),
    outputs: entry.outputs.map(({ label, href }) => ({ label, href: relativeUrl(href) })),
    first: relativeUrl(entry.outputs[0]?.href ?? ''),
  }));
  const isIllustrative = entries.some(({ illustrative }) => illustrative);
  const { value, messages } = await finishPage(
    { drafts, isIllustrative },
    { name: 'index', templates, fontFaces, scope: indexScope(sorted[0]) },
  );
  return { value: value.html, messages };
}

/** The index has no draft and no queries; its days are seen from the latest one's. */
function indexScope(latest: IndexEntry | undefined): Scope {
  const { date = '2000-01-01' } = latest ?? {};
  const target = { kind: 'brief' } as const;
  const helpers: HelperContext = {
    ...{ locale: localePack('en'), style: DEFAULT_STYLE, date, asOf: date },
    ...{ target: 'brief', spellNumbers: false },
  };
  const draft = { queries: [], frontMatter: { lang: 'en' } };
  return {
    ...{ draft, answers: { tables: new Map() }, target, helpers },
    ...{ locals: new Map(), loop: undefined, round: '', inputs: [] },
  };
}

/** A path below the index as an address; what looks like another address is a path here. */
function relativeUrl(path: string): string {
  return path === '' ? '' : `./${path.split('/').map(encodeURIComponent).join('/')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
