import { EXIT, visit } from 'unist-util-visit';
import type { Outcome } from '../../diagnostic/message.js';
import type { PageParts, PrintOptions, Report } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import { textDirection } from '../../figure/text-direction.js';
import { finishPage } from '../page/finish-page.js';
import { formatDay } from '../page/format-day.js';
import { createPageContext } from '../page/page-context.js';
import { pageData } from '../page/page-data.js';
import { pageWords } from '../page/page-words.js';
import { plainText } from '../page/plain-text.js';
import { templateScope } from '../template/template-scope.js';
import { contents, endSections, type ContentsEntry } from './contents.js';
import { fillPages, pageNumber } from './fill-pages.js';
import { pageRules } from './page-rules.js';

/** Renders a story as the page that a browser prints, and how to print it. */
export async function renderReport(story: Story, parts: PageParts): Promise<Outcome<Report>> {
  const context = createPageContext(story, parts);
  const page = pageData(story, parts, context);
  const { frontMatter } = parts.draft;
  const { attachments = [] } = parts;
  const entries = contents({
    headings: context.headings,
    ends: endSections(frontMatter, parts.answers, {
      hasNotes: hasNotes(story),
      hasFigures: story.figures.some(({ kind }) => kind === 'figure'),
      hasClaims: story.figures.some(({ kind }) => kind === 'claim'),
      hasAttachments: attachments.length > 0,
    }),
  });
  const data = {
    ...page,
    cover: frontMatter.cover,
    contents: entries.map((entry) => ({ ...entry, page: pageNumber(entry.id) })),
    attachments: attachments.map(({ name, description, bytes, hash }) => ({
      name,
      description,
      size: formatBytes(bytes),
      hash,
      shortHash: hash.slice(0, 12),
    })),
  };
  const date = formatDay(frontMatter.date, frontMatter.lang);
  const rules = rulesOf(story, parts, entries, date);
  const fontFaces = (characters: string): Promise<string> => parts.fontFaces(withCharts(characters, parts));
  const scope = templateScope(story.target, parts);
  const { value, messages } = await finishPage(data, { ...parts, name: 'report', rules, scope, fontFaces });
  const { html, figures } = value;
  const report: Report = {
    html,
    figures,
    print: printOptions(story, parts),
    paged: entries.length > 0 ? (pages) => fillPages(html, pages, { entries, date }) : undefined,
  };
  return { value: report, messages: [...context.messages, ...messages] };
}

/** E.g. `112 kB`: thousands of bytes, as file managers count them; small files have the bytes themselves. */
function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The characters of a page with those of its charts, whose text stands in images. */
function withCharts(characters: string, { pictures }: PageParts): string {
  const drawn = [...pictures.values()].map(({ inline }) => inline).join('');
  return [...new Set(characters + drawn)].sort().join('');
}

function hasNotes(story: Story): boolean {
  let found = false;
  visit({ type: 'root', children: [...story.body] }, 'footnoteReference', () => {
    found = true;
    return EXIT;
  });
  return found;
}

function rulesOf(
  story: Story,
  { draft: { frontMatter }, answers }: PageParts,
  entries: readonly ContentsEntry[],
  date: string,
): string {
  const words = pageWords(frontMatter.lang);
  return pageRules({
    title: plainText(story.title),
    paper: frontMatter.paper,
    marks: [
      ...(frontMatter.status === 'draft' ? [words.draftMark] : []),
      ...(answers.sources.some(({ illustrative }) => illustrative) ? [words.illustrativeMark] : []),
    ],
    date,
    direction: textDirection(frontMatter.lang),
    words,
    digits: frontMatter.styles.report.numbers.digits,
    cover: frontMatter.cover,
    sections: entries.filter(({ level }) => level === 1).map(({ text }) => text),
  });
}

function printOptions(story: Story, { draft: { frontMatter }, tool }: PageParts): PrintOptions {
  return {
    title: plainText(story.title),
    lang: frontMatter.lang,
    authors: frontMatter.authors,
    subject: plainText(story.description ?? story.standfirst ?? []),
    keywords: frontMatter.keywords,
    date: frontMatter.date,
    tool,
  };
}
