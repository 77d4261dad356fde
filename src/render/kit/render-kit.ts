import type { Message, Outcome } from '../../diagnostic/message.js';
import { createMessage } from '../../diagnostic/create-message.js';
import type { Kit } from '../../model/page.js';
import type { Story } from '../../model/story.js';
import { finishPage } from '../page/finish-page.js';
import { templateScope } from '../template/template-scope.js';
import { kitData } from './kit-data.js';
import type { KitParts } from './kit-parts.js';
import { kitScript } from './kit-script.js';

/**
 * Renders the posting kit: one self-contained page with every thread of a draft, ready to be posted by hand. It asks for
 * nothing, and only its own script may run, by the hash in its policy; without scripts it is a list that can be read whole.
 *
 * @param story The story of one of the threads, for its title.
 */
export async function renderKit(story: Story, parts: KitParts): Promise<Outcome<Kit>> {
  const script = parts.templates.get(SCRIPT);
  const data = { ...kitData(story, parts), ...kitScript(script ?? '') };
  const scope = templateScope(story.target, parts);
  const { value, messages } = await finishPage(data, {
    name: 'thread',
    templates: parts.templates,
    scope,
    fontFaces: (characters) => parts.fontFaces(characters, 'Threadwright Sans'),
  });
  return { value, messages: [...(script === undefined ? [missingScript()] : []), ...messages] };
}

const SCRIPT = 'scripts/thread.js';

function missingScript(): Message {
  const place = { file: `templates/${SCRIPT}`, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return createMessage('template-invalid', place, `Missing script \`${SCRIPT}\``);
}
