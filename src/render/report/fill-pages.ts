import type { Pagination } from '../../model/page.js';
import { safeHtml, type Html } from '../page/template-data.js';
import type { ContentsEntry } from './contents.js';
import { HEADS, pageHeads } from './page-rules.js';

/** The place of a page number that is not known yet. */
export function pageNumber(id: string): Html {
  return safeHtml(`<span class="page" data-page-of="${id}"></span>`);
}

interface FillOptions {
  readonly entries: readonly ContentsEntry[];
  /** What stands at the head of a page before the first section. */
  readonly date: string;
}

/** Puts page numbers into the contents, and each page's section at its head. */
export function fillPages(html: string, { count, pageOf }: Pagination, { entries, date }: FillOptions): string {
  const sections = entries.filter(({ level }) => level === 1);
  const heads = Array.from({ length: count }, (_, index) => {
    const begun = sections.findLast(({ id }) => (pageOf.get(id) ?? Infinity) <= index + 1);
    return begun?.text ?? date;
  });
  return html
    .replace(HEADS, () => pageHeads(heads))
    .replace(
      /(<span class="page" data-page-of="([^"]+)">)(<\/span>)/g,
      (_, open: string, id: string, close: string) => `${open}${pageOf.get(id) ?? ''}${close}`,
    );
}
