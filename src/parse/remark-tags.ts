import type {} from 'remark-parse';
import type { Processor } from 'unified';
import { tagNodes } from './tag-nodes.js';
import { tagSyntax } from './tag-syntax.js';

/**
 * Teaches remark `{{…}}` and `\{{`, and to remember where the parts of links and images stand.
 * Stands before `remarkGfm`, which makes links of texts and forgets where those stood.
 */
export function remarkTags(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(tagSyntax());
  (data.fromMarkdownExtensions ??= []).push(tagNodes());
}
