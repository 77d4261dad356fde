import type { FrontMatter } from '../../model/draft.js';

interface PageRulesOptions {
  readonly title: string;
  readonly paper: FrontMatter['paper'];
  /** What every page must say, e.g. `Draft`. */
  readonly marks: readonly string[];
}

/** The CSS of a report's sheets: size, and what stands in the margins of each page. */
export function pageRules({ title, paper, marks }: PageRulesOptions): string {
  const mark = cssString(marks.join(' · '));
  const size = paper === 'letter' ? 'letter' : 'A4';
  return `
@page { size: ${size}; }
@page across { size: ${size} landscape; }
@page { @top-left { content: ${cssString(shorten(title))}; } @top-right { content: ${mark}; } }
@page :first { @top-left { content: none; } }`;
}

/** A running head is one line. */
function shorten(title: string): string {
  const most = 80;
  const characters = Array.from(title);
  return characters.length <= most
    ? title
    : `${characters
        .slice(0, most)
        .join('')
        .replace(/\s+\S*$/, '')}…`;
}

/** Quotes a string for CSS; what is not a plain letter, digit or space is escaped by number. */
function cssString(text: string): string {
  const escaped = text.replace(/[\p{Cc}"'\\<>&]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
