import { imageFile, mediaFile } from '../pipeline/media-file.js';
import type { Origin, Publication } from '../model/publication.js';
import type { Output } from '../model/target.js';
import { formatThread } from '../render/thread/format-thread.js';
import { threadJson } from '../render/thread/thread-json.js';
import { figuresRecord } from './figures-record.js';
import type { Part } from './manifest.js';
import type { OutputFile } from './write-outputs.js';

/** The files that a publication becomes, in the order people look for them. */
export function outputFiles(publication: Publication, origin: Origin): OutputFile[] {
  const { threads, kit, brief, card, report, pictures, tables, images } = publication;
  const text = (path: string, part: Part, value: string): OutputFile => ({ path, part, bytes: Buffer.from(value) });
  const json = (path: string, part: Part, value: unknown): OutputFile =>
    text(path, part, `${JSON.stringify(value, undefined, 2)}\n`);
  return [
    ...threads.map((thread) => text(`thread.${thread.platform}.txt`, 'thread', formatThread(thread))),
    ...(threads.length > 0 ? [json('thread.json', 'thread', threadJson(publication, origin))] : []),
    ...(kit === undefined ? [] : [text('thread.html', 'thread', kit)]),
    ...(brief === undefined ? [] : [text('brief.html', 'brief', brief)]),
    ...(card === undefined ? [] : [{ path: 'card.png', part: 'brief' as const, bytes: card }]),
    ...(report === undefined ? [] : [{ path: 'report.pdf', part: 'report' as const, bytes: report }]),
    ...pictures.flatMap(({ name, file, dark, png }): OutputFile[] => [
      { path: mediaFile({ kind: 'chart', name }), part: 'chart', bytes: png },
      text(`charts/${name}.svg`, 'chart', file),
      text(`charts/${name}.dark.svg`, 'chart', dark),
    ]),
    ...tables.flatMap(({ name, svg, png }): OutputFile[] => [
      { path: mediaFile({ kind: 'table', name }), part: 'thread', bytes: png },
      text(`tables/${name}.svg`, 'thread', svg),
    ]),
    ...[...images].map(([name, { bytes, type }]): OutputFile => ({
      path: imageFile(name, type),
      part: 'thread',
      bytes,
    })),
    json('figures.json', 'record', figuresRecord(publication, origin)),
  ];
}

/** The parts that a build of these outputs makes anew. */
export function partsOf(outputs: readonly Output[]): Part[] {
  return [...outputs, 'chart', 'record'];
}
