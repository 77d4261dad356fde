import type { Outcome } from '../../diagnostic/message.js';
import type { IndexEntry, IndexLink, PageParts, Templates } from '../../model/page.js';
import { emptyScope } from './empty-scope.js';
import { finishPage } from './finish-page.js';
import { formatDay } from './format-day.js';
import type { TemplateData } from './template-data.js';
import { textDirection } from '../../figure/text-direction.js';

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
    isDraft: entry.isDraft,
    outputs: links(entry.outputs),
    files: links(entry.files),
    first: relativeUrl([...entry.outputs, ...entry.files][0]?.href ?? ''),
  }));
  const isIllustrative = entries.some(({ illustrative }) => illustrative);
  const { value, messages } = await finishPage(
    { drafts, isIllustrative },
    { name: 'index', templates, fontFaces, scope: emptyScope(sorted[0]?.date) },
  );
  return { value: value.html, messages };
}

function links(found: readonly IndexLink[]): TemplateData[] {
  return found.map(({ label, href }) => ({ label, href: relativeUrl(href) }));
}

/** A path below the index as an address; what looks like another address is a path here. */
function relativeUrl(path: string): string {
  return path === '' ? '' : `./${path.split('/').map(encodeURIComponent).join('/')}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
