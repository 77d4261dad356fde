import type { Outcome } from '../../diagnostic/message.js';
import type { Brief, PageParts } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import { finishPage } from '../page/finish-page.js';
import { createPageContext } from '../page/page-context.js';
import { cardWords } from './card-words.js';
import { templateScope } from '../template/template-scope.js';
import { pageData } from '../page/page-data.js';

/** Renders a story as one self-contained HTML file that asks for nothing and runs nothing. */
export async function renderBrief(story: Story, parts: PageParts): Promise<Outcome<Brief>> {
  const context = createPageContext(story, parts);
  const data = pageData(story, parts, context);
  const scope = templateScope(story.target, parts);
  const { value, messages } = await finishPage(data, { name: 'brief', scope, ...parts });
  return { value: { ...value, card: cardWords(story, parts) }, messages: [...context.messages, ...messages] };
}
