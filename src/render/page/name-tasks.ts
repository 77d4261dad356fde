import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { RecordWords } from '../words/record-words.js';

/** Says in words what the box of a task shows. */
export function nameTasks(page: Root, { done, notDone }: RecordWords): void {
  visit(page, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties['ariaLabel'] = properties['checked'] === true ? done : notDone;
  });
}
