import type { FigureNode } from '../../model/draft.js';
import type { Rich } from '../../model/story.js';
import { plainHashtags } from './plain-hashtags.js';

/** The words of a title, caption or alt text, without markup. */
export function plainText(rich: Rich): string {
  return rich.map(textOf).join('').replace(/\s+/g, ' ').trim();
}

/** The words of a figure as a page prints them: a hashtag made on purpose is a plain word here. */
export function figureText(node: FigureNode): string {
  return node.origin === 'tag' ? node.text.replace(/^#/, '') : node.text;
}

function textOf(node: Rich[number]): string {
  switch (node.type) {
    case 'figure':
      return figureText(node);
    case 'text':
      return plainHashtags(node.value);
    case 'inlineCode':
      return node.value;
    case 'break':
      return ' ';
    default:
      return 'children' in node ? plainChildren(node.children) : '';
  }
}

function plainChildren(children: Rich): string {
  return children.map(textOf).join('');
}
