import type { Value } from '../model/value.js';

/** What `{{#if}}` asks: false for false, 0, "", NULL, an empty list and no rows. A NaN must be refused before. */
export function truthy(value: Value): boolean {
  switch (value.kind) {
    case 'null':
      return false;
    case 'boolean':
      return value.value;
    case 'number':
      return value.value !== 0;
    case 'text':
      return value.value !== '';
    case 'list':
      return value.items.length > 0;
    case 'table':
      return value.table.rows.length > 0;
    case 'date':
    case 'row':
      return true;
    default:
      return value satisfies never;
  }
}
