import type { Html, RootContent } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import { spanOf, type InlineContext } from './inline-context.js';
import { parsePost } from './parse-post.js';
import { reportTagInHtml } from './report-leftovers.js';

/** Converts raw HTML: a post's comment becomes its attributes, any other comment goes. */
export function convertHtml(node: Html, context: InlineContext & { readonly nested: boolean }): RootContent[] {
  const span = spanOf(node, context);
  const post = parsePost(node.value, context.source, span, context.messages);
  if (post && !context.nested) return [post];
  if (post || isPostComment(node.value)) {
    context.messages.push(
      messageAt(
        context.source,
        span,
        'post-attributes',
        `Unexpected post comment ${post ? 'inside a list, quote or note' : 'with more beside it'}`,
        'It stands alone on its line at the left margin, directly under the `---` that starts the post',
      ),
    );
    return [];
  }
  if (isInvisible(node.value)) return [];
  reportTagInHtml(node, context);
  return [node];
}

/** True for raw HTML that is comments alone. */
export function isInvisible(html: string): boolean {
  return html.replace(/<!--[^]*?-->/g, '').trim() === '';
}

function isPostComment(html: string): boolean {
  return /^<!--\s*post\s*:/.test(html);
}
