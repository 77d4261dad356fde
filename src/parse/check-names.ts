import { messageAt } from '../diagnostic/create-message.js';
import { locate } from '../diagnostic/locate.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { ChartBlock, MediaNode, QueryBlock, TableFigureNode } from '../model/draft.js';
import type { SourceFile } from '../model/position.js';

/** What a draft shows, in the order it stands. */
export interface Shown {
  readonly media: readonly MediaNode[];
  readonly tables: readonly TableFigureNode[];
}

/** What has a name of its own. */
type Named = Pick<QueryBlock, 'name' | 'nameSpan'>;

/** Checks that names of blocks are unique and that every chart shown exists and every chart is shown. */
export function checkNames(
  queries: readonly QueryBlock[],
  charts: readonly ChartBlock[],
  { media, tables }: Shown,
  source: SourceFile,
): Message[] {
  return [
    ...duplicates(queries, 'query', source),
    ...duplicates([...charts, ...tables.flatMap(named)], 'chart or table', source),
    ...unknownCharts(charts, media, source),
    ...unusedCharts(charts, media, source),
  ];
}

function named({ name, nameSpan }: TableFigureNode): Named[] {
  return name === undefined ? [] : [{ name, nameSpan }];
}

function duplicates(blocks: readonly Named[], what: string, source: SourceFile): Message[] {
  const first = new Map<string, Named>();
  return blocks.flatMap((block) => {
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

function unknownCharts(charts: readonly ChartBlock[], media: readonly MediaNode[], source: SourceFile): Message[] {
  const names = charts.map(({ name }) => name);
  return media
    .filter(({ kind, name }) => kind === 'chart' && !names.includes(name))
    .map(({ name, nameSpan }) => {
      const near = nearestName(name, names);
      const known =
        names.length > 0
          ? `The charts are ${names.map((chart) => `\`${chart}\``).join(', ')}`
          : `Add a block: \`\`\`vega-lite ${name}`;
      return messageAt(
        source,
        nameSpan,
        'chart-unknown',
        `Unexpected chart \`${name}\`, no \`vega-lite\` block has this name`,
        near ? `Did you mean \`chart:${near}\`?` : known,
      );
    });
}

function unusedCharts(charts: readonly ChartBlock[], media: readonly MediaNode[], source: SourceFile): Message[] {
  const shown = new Set(media.filter(({ kind }) => kind === 'chart').map(({ name }) => name));
  return charts
    .filter(({ name }) => !shown.has(name))
    .map(({ name, nameSpan }) =>
      messageAt(
        source,
        nameSpan,
        'chart-unused',
        `Unexpected chart \`${name}\` that is never shown`,
        `Show it with \`![what it shows](chart:${name})\`, or take it away`,
      ),
    );
}
