import type { Outcome } from '../../diagnostic/message.js';
import type { PageParts, Report } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import { finishPage } from '../page/finish-page.js';
import { createPageContext } from '../page/page-context.js';
import { pageData } from '../page/page-data.js';
import { plainText } from '../page/plain-text.js';
import { pageRules } from './page-rules.js';

/** Renders a story as the page that a browser prints, and how to print it. */
export async function renderReport(story: Story, parts: PageParts): Promise<Outcome<Report>> {
  const context = createPageContext(story, parts);
  const data = pageData(story, parts, context);
  const title = plainText(story.title);
  const { frontMatter } = parts.draft;
  const rules = pageRules({
    title,
    paper: frontMatter.paper,
    marks: [
      ...(frontMatter.status === 'draft' ? ['Draft'] : []),
      ...(parts.answers.sources.some(({ illustrative }) => illustrative) ? ['Illustrative data'] : []),
    ],
  });
  const { value, messages } = await finishPage(data, { name: 'report', rules, ...parts });
  const print = {
    title,
    lang: frontMatter.lang,
    authors: frontMatter.authors,
    subject: plainText(story.description ?? story.standfirst ?? []),
    keywords: [],
    date: frontMatter.date,
    tool: parts.tool,
  };
  return { value: { html: value, print }, messages: [...context.messages, ...messages] };
}
