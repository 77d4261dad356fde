import type { FrontMatter } from '../../model/draft.js';
import type { Answers } from '../../model/answers.js';
import { pageWords } from '../page/page-words.js';
import type { PageHeading } from '../page/page-context.js';

/** A line of the contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly text: string;
  /** 1 for a section, 2 for a part of one. */
  readonly level: 1 | 2;
}

interface ContentsInput {
  readonly headings: readonly PageHeading[];
  /** What stands after the text. */
  readonly ends: readonly ContentsEntry[];
}

/** With fewer headings a reader sees the whole without a list. */
const FEWEST_HEADINGS = 5;

/** The contents of a report: its sections, their parts and what stands at the end; none for a short one. */
export function contents({ headings, ends }: ContentsInput): readonly ContentsEntry[] {
  const entries = headings
    .filter(({ depth, text }) => depth <= 3 && text !== '')
    .map(({ id, text, depth }): ContentsEntry => ({ id, text, level: depth === 2 ? 1 : 2 }));
  return entries.length < FEWEST_HEADINGS ? [] : [...entries, ...ends];
}

/** The sections that the templates set after the text, where there is something in them. */
export function endSections(
  frontMatter: FrontMatter,
  answers: Answers,
  page: {
    readonly hasNotes: boolean;
    readonly hasFigures: boolean;
    readonly hasClaims: boolean;
    readonly hasAttachments: boolean;
  },
): readonly ContentsEntry[] {
  const words = pageWords(frontMatter.lang);
  const sections: readonly (readonly [string, string, boolean])[] = [
    ['footnote-label', words.notes, page.hasNotes],
    ['corrections', words.corrections, frontMatter.corrections.length > 0],
    ['sources', words.sources, answers.sources.length > 0],
    ['how-we-know', words.howWeKnow, page.hasFigures],
    ['claim-record', words.claims, page.hasClaims],
    ['queries', words.queries, frontMatter.showQueries && answers.queries.length > 0],
    ['attached', words.attached, page.hasAttachments],
  ];
  return sections.filter(([, , isShown]) => isShown).map(([id, text]) => ({ id, text, level: 1 }));
}
