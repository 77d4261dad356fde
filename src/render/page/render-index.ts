import type { Outcome } from '../../diagnostic/message.js';
import type { IndexEntry, IndexLink, PageParts, Templates } from '../../model/page.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
import { formatDay } from './format-day.js';
import type { TemplateData } from './template-data.js';
import { indexWords, type IndexWords } from '../words/index-words.js';
import { sharedLanguage } from '../words/shared-language.js';
import { textDirection } from '../../figure/text-direction.js';

/**
 * Renders the page that lists all drafts, the latest first; each entry in its own language.
 *
 * @param lang The project’s.
 */
export async function renderIndex(
  entries: readonly IndexEntry[],
  templates: Templates,
  fontFaces: PageParts['fontFaces'],
  lang: string,
): Promise<Outcome<string>> {
  const sorted = [...entries].sort((a, b) => compare(b.date, a.date) || compare(a.slug, b.slug));
  const hasYears = new Set(sorted.map(yearOf)).size > 1;
  const drafts = sorted.map((entry, index) => entryData(entry, index === 0, hasYears));
  const years = [...new Set(sorted.slice(1).map(yearOf))].map((year) => ({
    year,
    id: `year-${year}`,
    hasYears,
    drafts: drafts.filter((_, index) => index > 0 && sorted[index]?.date.startsWith(year)),
  }));
  const frame = indexWords(
    sharedLanguage(
      sorted.map((entry) => entry.lang),
      lang,
    ),
  );
  const isIllustrative = entries.some(({ illustrative }) => illustrative);
  const { value, messages } = await finishPage(
    {
      drafts,
      latest: drafts.slice(0, 1),
      years,
      hasYears,
      isIllustrative,
      words: frame.words,
      frame: { lang: frame.lang, dir: frame.dir },
    },
    { name: 'index', templates, fontFaces, scope: emptyScope(sorted[0]?.date) },
  );
  return { value: value.html, messages };
}

function yearOf({ date }: IndexEntry): string {
  return date.slice(0, 4);
}

function entryData(entry: IndexEntry, isLatest: boolean, hasYears: boolean): TemplateData {
  const { picture, figure } = entry;
  const own = indexWords(entry.lang);
  return {
    slug: entry.slug,
    title: entry.title,
    standfirst: entry.standfirst,
    date: { machine: entry.date, text: formatDay(entry.date, entry.lang) },
    lang: entry.lang,
    dir: textDirection(entry.lang),
    illustrative: entry.illustrative,
    isDraft: entry.isDraft,
    isLatest,
    underYear: hasYears && !isLatest,
    picture: picture && {
      url: relativeUrl(picture.path),
      dark: relativeUrl(picture.dark ?? ''),
      width: picture.width,
      height: picture.height,
    },
    figure,
    words: own.words,
    wordsLang: own.lang,
    outputs: links(entry.outputs, own.words),
    files: links(entry.files, own.words),
    first: relativeUrl([...entry.outputs, ...entry.files][0]?.href ?? ''),
  };
}

function links(found: readonly IndexLink[], words: IndexWords): TemplateData[] {
  return found.map(({ label, href }) => ({
    label: typeof label === 'string' ? label : words[label.word],
    href: relativeUrl(href),
  }));
}

/** A path below the index as an address; what looks like another address is a path here. */
function relativeUrl(path: string): string {
  return path === '' ? '' : `./${path.split('/').map(encodeURIComponent).join('/')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
