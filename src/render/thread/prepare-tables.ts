import { locate } from '../../diagnostic/locate.js';
import { sourceLine } from '../../figure/source-line.js';
import { textDirection } from '../../figure/text-direction.js';
import type { Answers } from '../../model/answers.js';
import type { Draft } from '../../model/draft.js';
import type { Story } from '../../model/story.js';
import type { PreparedTable } from '../../model/table-picture.js';
import { plainText } from '../page/plain-text.js';

/**
 * Prepares the pictures of the tables that posts show. A table has one picture for all platforms, with its words as the
 * first of them has them.
 */
export function prepareTables(stories: readonly Story[], draft: Draft, answers: Answers): PreparedTable[] {
  const prepared = new Map<string, PreparedTable>();
  for (const { tables, posts } of stories) {
    for (const { kind, name, caption = [], span } of posts.flatMap(({ media }) => media)) {
      const table = kind === 'table' ? tables.get(name) : undefined;
      if (!table || prepared.has(name)) continue;
      const texts = (cells: readonly { readonly text: string }[]): string[] => cells.map(({ text }) => text);
      prepared.set(name, {
        name,
        title: plainText(caption),
        columns: table.columns.map(({ label, align }) => ({ label: plainText(label), align })),
        rows: table.rows.map(texts),
        total: table.total && texts(table.total),
        notes: table.notes.map(plainText),
        source: sourceOf(name, draft, answers),
        direction: textDirection(draft.frontMatter.lang),
        place: locate(draft.source, span),
      });
    }
  }
  return [...prepared.values()];
}

/** Names the sources of the data that a table's query reads. */
function sourceOf(name: string, { tables, frontMatter }: Draft, answers: Answers): string {
  const query = tables.find((block) => block.name === name)?.query?.text;
  return sourceLine(query === undefined ? [] : [query], answers, frontMatter.lang);
}
