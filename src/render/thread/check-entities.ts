import type { Span } from '../../model/position.js';
import type { Entity } from '../../model/thread.js';
import { findHashtags } from '../../platform/hashtag.js';
import { report, type RenderContext } from './render-context.js';
import type { Address, Mark, TracedText } from './traced-text.js';

/** Says where data would become live, where hashtags touch, and where the platform would not make a link of an address. */
export function checkEntities(text: TracedText, entities: readonly Entity[], context: RenderContext): void {
  for (const entity of entities) reportLiveData(text, entity, context);
  reportUnknownLinks(text, entities, context);
  reportGluedHashtags(text, context);
  reportDeadAddresses(text, entities, context);
}

/** Only `{{tag}}` makes something live on purpose, and only hashtags. */
function reportLiveData(
  text: TracedText,
  { kind, start, end }: Pick<Entity, 'kind' | 'start' | 'end'>,
  context: RenderContext,
): void {
  const computed = text.marks
    .slice(start, end)
    .filter(({ origin }) => origin === 'data' || origin === 'phrase' || (origin === 'tag' && kind !== 'hashtag'));
  const spans = new Map(computed.map(({ span }) => [`${span.start} ${span.end}`, span]));
  for (const span of spans.values()) {
    report(
      context,
      span,
      'live-data',
      `Unexpected ${kind} \`${text.text.slice(start, end)}\`, expected a computed text to stay plain words`,
      wayOut(kind, context.source.text.slice(span.start, span.end)),
    );
  }
}

function wayOut(kind: Entity['kind'], tag: string): string {
  switch (kind) {
    case 'hashtag': {
      const path = /^\{\{\s*([^\s{}()"']+)\s*\}\}$/.exec(tag)?.[1];
      return path === undefined
        ? 'Type the hashtag in the draft, outside the tag, or make it with `{{tag …}}`'
        : `Write \`{{tag ${path}}}\`, without a \`#\` before it`;
    }
    case 'mention':
      return 'Type the handle in the draft, or take the `@` out of the value in its query';
    case 'link':
      return 'Type the address in the draft, or change the value in its query so that it is none, e.g. with a space after the dot';
  }
}

/** An address with protocol is kept from data even where the platform does not know its domain: another version may. */
function reportUnknownLinks(text: TracedText, entities: readonly Entity[], context: RenderContext): void {
  for (const match of text.text.matchAll(/https?:\/\/[^\s<>"“”«»]+/gi)) {
    const start = match.index;
    if (entities.some((entity) => entity.start <= start && start < entity.end)) continue;
    reportLiveData(text, { kind: 'link', start, end: start + match[0].length }, context);
  }
}

function reportGluedHashtags(text: TracedText, context: RenderContext): void {
  let before: string | undefined;
  for (const { start, end, tag, glued } of findHashtags(text.text)) {
    if (glued) {
      report(
        context,
        range(text.marks.slice(start, end)),
        'hashtag-glued',
        `Unexpected \`#${tag}\` right after \`#${before ?? ''}\`, expected a space between hashtags`,
        'X makes none of them live, Mastodon only the first',
      );
    }
    before = tag;
  }
}

function reportDeadAddresses(text: TracedText, entities: readonly Entity[], context: RenderContext): void {
  for (const [{ url, span }, { start, end }] of addresses(text)) {
    if (entities.some((entity) => entity.kind === 'link' && entity.start === start && entity.end === end)) continue;
    const longer = entities.find((entity) => entity.kind === 'link' && entity.start === start && entity.end > end);
    if (longer) {
      const taken = text.text.slice(end, longer.end);
      report(
        context,
        span,
        'link-address',
        `Unexpected \`${taken}\` right behind the address \`${url}\`, ${context.platform.name} would take it into the link`,
        'Put a word or a space between them',
      );
      continue;
    }
    report(
      context,
      span,
      'link-address',
      `Unexpected address \`${url}\`, ${context.platform.name} would not make a link of it`,
      'Use an address on a public domain, or leave only the words in the thread',
    );
  }
}

function addresses(text: TracedText): Map<Address, Span> {
  const found = new Map<Address, Span>();
  text.marks.forEach(({ address }, index) => {
    if (address) found.set(address, { start: found.get(address)?.start ?? index, end: index + 1 });
  });
  return found;
}

/** From the first to the last place in the source. */
export function range(marks: readonly Mark[]): Span {
  const spans = marks.map(({ span }) => span);
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
