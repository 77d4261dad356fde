import type { FrontMatter } from '../../model/draft.js';
import type { PageWords } from '../page/page-words.js';

interface PageRulesOptions {
  readonly title: string;
  readonly paper: FrontMatter['paper'];
  /** What every page must say, e.g. `Draft`. */
  readonly marks: readonly string[];
  /** The publication day in words. */
  readonly date: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Pick<PageWords, 'page' | 'pageOf'>;
  readonly digits: 'latn' | 'arab';
  /** Whether the first page is a cover, which has no head and no number. */
  readonly cover: boolean;
  /** The sections that stand at the head of their pages; without any, the day does. */
  readonly sections: readonly string[];
}

/** The CSS of a report's sheets: size, and what stands in the margins of each page. */
export function pageRules(options: PageRulesOptions): string {
  const { title, paper, marks, date, direction, cover, sections } = options;
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const head = sections.length > 0 ? 'counter(page, threadwright-head)' : cssString(date);
  const size = paper === 'letter' ? 'letter' : 'A4';
  return `
@page { size: ${size}; }
@page across { size: ${size} landscape; }
${pageHeads(sections)}
@page {
  @top-${start} { content: ${cssString(shorten(title, titleRoom(sections)))}; }
  @top-${end} { content: ${head}; }
  @bottom-${start} { content: ${cssString(marks.join(' · '))}; ${MARKS} }
  @bottom-${end} { content: ${pageNumberOf(options)}; ${NUMBER} }
}
@page :first { @top-left { content: none; } @top-right { content: none; }${cover ? ` @bottom-${end} { content: none; }` : ''} }`;
}

function pageNumberOf({ words, digits }: PageRulesOptions): string {
  const counter = (name: string): string => (digits === 'arab' ? `counter(${name}, arabic-indic)` : `counter(${name})`);
  return `${cssString(`${words.page} `)} ${counter('page')} ${cssString(` ${words.pageOf} `)} ${counter('pages')}`;
}

/** The sides are known here alone. */
const MARKS = 'font-weight: 600; color: #8a4b00;';
const NUMBER = 'font-weight: 400; color: #5a6068;';

/** A rule that says what stands at the head of each page, by its number; `HEADS` finds it. */
export function pageHeads(heads: readonly string[]): string {
  const symbols = heads.map((head) => cssString(shorten(head, MOST_HEAD))).join(' ');
  return `@counter-style threadwright-head { system: fixed 1; symbols: ${symbols || '" "'}; }`;
}

/** The rule that {@link pageHeads} writes. */
export const HEADS = /@counter-style threadwright-head \{[^}]*\}/;

/** Letters of a running head, which is one line of a title and a section; a title has what the sections leave. */
const MOST_LETTERS = 92;
const MOST_HEAD = 38;

function titleRoom(heads: readonly string[]): number {
  const longest = Math.max(0, ...heads.map((head) => Array.from(shorten(head, MOST_HEAD)).length));
  return MOST_LETTERS - Math.max(longest, LONGEST_DAY);
}

/** On pages without a section: `26 September 2026`. */
const LONGEST_DAY = 17;

function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most)
        .join('')
        .replace(/\s+\S*$/, '')}…`;
}

/** Quotes a string for CSS; what is not a plain letter, digit or space is escaped by number. */
function cssString(text: string): string {
  const escaped = text.replace(/[\p{Cc}"'\\<>&{}]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
