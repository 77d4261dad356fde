import { localePack } from '../../figure/locale-pack.js';
import type { Story, StoryMedia } from '../../model/story.js';
import type { PreparedTable } from '../../model/table-picture.js';

/** Gives each table that a post shows without an alt text one with the table's words in it. */
export function describeTables(story: Story, tables: readonly PreparedTable[], lang: string): Story {
  const describe = (media: readonly StoryMedia[]): StoryMedia[] =>
    media.map((one) => {
      const table = one.kind === 'table' && one.alt.length === 0 && tables.find(({ name }) => name === one.name);
      return table ? { ...one, alt: [{ type: 'text', value: describeTable(table, lang) }] } : one;
    });
  return { ...story, posts: story.posts.map((post) => ({ ...post, media: describe(post.media) })) };
}

/** Below the limit of every platform, in UTF-16 units. */
const MOST = 900;

function describeTable({ title, columns, rows, total }: PreparedTable, lang: string): string {
  const { table } = localePack(lang).phrases;
  const parts = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join('; ');
  // Semicolons, since numbers and names have commas
  const line = ([first = '', ...cells]: readonly string[]): string => [first, parts(cells)].filter(Boolean).join(': ');
  const head = table.described(title, parts(columns.map(({ label }) => label)));
  const end = total ? [line(total)] : [];
  const lines = rows.map(line);
  let room = MOST - [head, ...end, table.moreRows(rows.length)].join('. ').length;
  const kept = lines.filter((text) => {
    room -= room < 0 ? 0 : text.length + 2;
    return room >= 0;
  });
  const left = lines.length - kept.length;
  const all = [head, ...kept, ...(left > 0 ? [table.moreRows(left)] : []), ...end];
  return all.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ');
}
