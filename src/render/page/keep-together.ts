import type { Nodes, Root, Text } from 'hast';
import { bindNumbers } from './bind-numbers.js';
import { SLOT_NAME } from './slot.js';

/**
 * Keeps lines of a page from ending between a number and what belongs to it, also where one of the two stands in an
 * element of its own. Cells and code are left alone: their width is scarce, or their spaces have a meaning.
 *
 * @param lang The page's language, a BCP 47 tag.
 */
export function keepTogether(page: Root, lang: string): void {
  let run: Text[] = [];
  const bind = (): void => {
    const bound = bindNumbers(run.map(({ value }) => value).join(''), lang);
    let at = 0;
    for (const text of run) {
      text.value = bound.slice(at, at + text.value.length);
      at += text.value.length;
    }
    run = [];
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') run.push(node);
    if (!('children' in node)) return;
    // What has a class may be set apart by its style, as the source of a chart is
    const isInline = node.type === 'element' && INLINE.has(node.tagName) && !('className' in node.properties);
    if (!isInline) bind();
    if (node.type !== 'element' || !LEFT.has(node.tagName)) node.children.forEach(walk);
    if (!isInline) bind();
  };
  walk(page);
}

const INLINE: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo cite data del dfn em i ins label mark q s small span strong time u ${SLOT_NAME}`.split(' '),
);

const LEFT: ReadonlySet<string> = new Set('code kbd pre samp svg td th'.split(' '));
