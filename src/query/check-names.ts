import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Draft, QueryBlock } from '../model/draft.js';
import type { Engine } from './engine.js';
import { textOf, isNode } from './syntax-tree.js';

/** Checks that SQL can read each query by its name; returns those with a usable name that stand first with it. */
export async function checkNames(
  { frontMatter, queries }: Pick<Draft, 'frontMatter' | 'queries'>,
  engine: Pick<Engine, 'parse'>,
): Promise<Outcome<readonly QueryBlock[]>> {
  const data = new Map(frontMatter.data.map(({ name }) => [name.toLowerCase(), name]));
  const seen = new Set<string>();
  const usable: QueryBlock[] = [];
  const messages: Message[] = [];
  for (const query of queries) {
    const { name, nameSpan, source } = query;
    const folded = name.toLowerCase();
    // Two queries of one name are told when the draft is parsed.
    if (seen.has(folded)) continue;
    seen.add(folded);
    const table = data.get(folded);
    if (table !== undefined) {
      const reason = `The query \`${name}\` has the name of the data \`${table}\``;
      messages.push(messageAt(source, nameSpan, 'block-duplicate', reason, 'Give the query another name'));
    } else if (await isReserved(name, engine)) {
      const reason = `Unexpected name \`${name}\`, expected one that is no reserved word of SQL`;
      messages.push(messageAt(source, nameSpan, 'block-name', reason, `Write \`${name}_rows\`, for example`));
    } else usable.push(query);
  }
  return { value: usable, messages };
}

async function isReserved(name: string, engine: Pick<Engine, 'parse'>): Promise<boolean> {
  const parsed = await engine.parse(`FROM ${name}`);
  if (parsed.kind === 'problem') return parsed.problem.kind === 'sql';
  const from = parsed.value[0]?.node['from_table'];
  return !isNode(from) || textOf(from, 'table_name') !== name;
}
