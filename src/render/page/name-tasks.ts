import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Says in words what the box of a task shows. */
export function nameTasks(page: Root): void {
  visit(page, 'element', ({ tagName, properties }) => {
    if (tagName === 'input') properties['ariaLabel'] = properties['checked'] === true ? 'Done' : 'Not done';
  });
}
