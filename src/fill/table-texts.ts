import type { TableBlock, Template } from '../model/draft.js';

/** The strings of a `table` block in which tags may stand. */
export function tableTexts({ columns = [], note }: TableBlock): Template[] {
  return [...columns.map(({ label }) => label), note].filter((template) => template !== undefined);
}
