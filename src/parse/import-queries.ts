import { messageAt, messageFor } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Draft, ImportedFile, QueryBlock } from '../model/draft.js';
import { checkHidden } from './check-hidden.js';
import { parseSqlFile } from './parse-sql-file.js';

/**
 * Adds the queries of SQL files to those of a draft. A query of the draft's own takes the place of an imported one of
 * its name, also for the imported queries that read it.
 */
export function importQueries(draft: Draft, files: readonly ImportedFile[]): Outcome<Draft> {
  const messages: Message[] = [];
  const own = new Set(draft.queries.map(({ name }) => name.toLowerCase()));
  const imported = new Map<string, QueryBlock>();
  for (const file of files) {
    const { value: queries, messages: found } = parseSqlFile(file);
    messages.push(...checkHidden(file.source), ...found);
    if (queries.length === 0 && found.length === 0) messages.push(emptyFile(file));
    for (const query of queries) {
      const folded = query.name.toLowerCase();
      const clash = nameClash(query, draft, imported.get(folded));
      if (clash) messages.push(clash);
      else if (!own.has(folded)) imported.set(folded, query);
    }
  }
  return { value: { ...draft, queries: [...draft.queries, ...imported.values()] }, messages };
}

function emptyFile({ source }: ImportedFile): Message {
  const note = 'Write `-- name: NAME` above each SELECT';
  return messageFor(source.path, 'import-syntax', `Unexpected file \`${source.path}\` without a query`, note);
}

function nameClash(
  { name, nameSpan, source }: QueryBlock,
  { frontMatter }: Draft,
  earlier: QueryBlock | undefined,
): Message | undefined {
  const table = frontMatter.data.find((data) => data.name.toLowerCase() === name.toLowerCase());
  if (table) {
    const reason = `The query \`${name}\` has the name of the data \`${table.name}\``;
    return messageAt(source, nameSpan, 'block-duplicate', reason, 'Give the query another name');
  }
  if (!earlier) return undefined;
  const { file, line } = locate(earlier.source, earlier.nameSpan);
  const where = earlier.source === source ? `on line ${line}` : `in ${file}:${line}`;
  const reason = `Unexpected second query \`${name}\`, the first is ${where}`;
  const note = 'Names are compared without regard to case, over all imported files; rename one';
  return messageAt(source, nameSpan, 'block-duplicate', reason, note);
}
