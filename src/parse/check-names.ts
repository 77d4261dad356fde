import { messageAt } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Draft, MediaNode, QueryBlock, TableFigureNode } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';

/** What a draft shows, in the order it stands. */
export interface Shown {
  readonly media: readonly MediaNode[];
  readonly tables: readonly TableFigureNode[];
}

/** What has a name of its own. */
type Named = Pick<QueryBlock, 'name' | 'nameSpan'>;

/** Checks that names of blocks are unique, and that every chart and table shown exists and every one is shown. */
export function checkNames(
  { queries, charts, tables: blocks }: Pick<Draft, 'queries' | 'charts' | 'tables'>,
  { media, tables }: Shown,
  source: SourceFile,
): Message[] {
  return [
    ...duplicates(queries, 'query', source),
    ...duplicates([...charts, ...blocks, ...tables.flatMap(named)], 'chart or table', source),
    ...unknown('chart', charts, media, source),
    ...unknown('table', blocks, media, source),
    ...unused('chart', charts, media, source),
    ...unused('table', blocks, media, source),
  ];
}

function named({ name, nameSpan }: TableFigureNode): Named[] {
  return name === undefined ? [] : [{ name, nameSpan }];
}

function duplicates(blocks: readonly Named[], what: string, source: SourceFile): Message[] {
  const first = new Map<string, Named>();
  const inOrder = [...blocks].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
  return inOrder.flatMap((block) => {
    const name = block.name.toLowerCase();
    const earlier = first.get(name);
    if (!earlier) {
      first.set(name, block);
      return [];
    }
    const line = locate(source, earlier.nameSpan).line;
    return [
      messageAt(
        source,
        block.nameSpan,
        'block-duplicate',
        `Unexpected second ${what} \`${block.name}\`, the first is on line ${line}`,
        'Names are compared without regard to case; rename one',
      ),
    ];
  });
}

type Kind = 'chart' | 'table';

/** The fence that makes each kind, and the rules that watch over its names. */
const KINDS = {
  chart: { language: 'vega-lite', unknown: 'chart-unknown', unused: 'chart-unused' },
  table: { language: 'table', unknown: 'table-unknown', unused: 'table-unused' },
} as const satisfies Record<Kind, object>;

function unknown(kind: Kind, blocks: readonly Named[], media: readonly MediaNode[], source: SourceFile): Message[] {
  const names = blocks.map(({ name }) => name);
  return media
    .filter((node) => node.kind === kind && !names.includes(node.name))
    .map(({ name, nameSpan }) => {
      const near = nearestName(name, names);
      const known =
        names.length > 0
          ? `The ${kind}s are ${names.map((each) => `\`${each}\``).join(', ')}`
          : `Add a block: \`\`\`${KINDS[kind].language} ${name}`;
      return messageAt(
        source,
        nameSpan,
        KINDS[kind].unknown,
        `Unexpected ${kind} \`${name}\`, no \`${KINDS[kind].language}\` block has this name`,
        near ? `Did you mean \`${kind}:${near}\`?` : known,
      );
    });
}

function unused(kind: Kind, blocks: readonly Named[], media: readonly MediaNode[], source: SourceFile): Message[] {
  const shown = new Set(media.filter((node) => node.kind === kind).map(({ name }) => name));
  return blocks
    .filter(({ name }) => !shown.has(name))
    .map(({ name, nameSpan }) =>
      messageAt(
        source,
        nameSpan,
        KINDS[kind].unused,
        `Unexpected ${kind} \`${name}\` that is never shown`,
        `Show it with \`![what it shows](${kind}:${name})\`, or take it away`,
      ),
    );
}
