import type { InlineCode, PhrasingContent, RootContent, Text } from 'mdast';
import type { Span } from '../model/position.js';
import type { Rich, Story } from '../model/story.js';
import { targetName, type TargetName } from '../model/target.js';

/** A stretch of a sentence: words that were typed, or a figure. */
export interface SentencePart {
  readonly text: string;
  /** Of a figure or claim. */
  readonly id?: string | undefined;
  /** Claims whose words hold figures of their own, which are the parts then. */
  readonly around?: readonly string[] | undefined;
  /** Where it stands in the draft; of typed words perhaps with their neighbours. */
  readonly span?: Span | undefined;
}

/** A sentence of a draft as a target has it. */
export interface Sentence {
  readonly target: TargetName;
  readonly parts: readonly SentencePart[];
}

/** The sentence that each figure or claim stands in, by its id; where it stands in several outputs, the first that has it. */
export function findSentences(stories: readonly Story[]): ReadonlyMap<string, Sentence> {
  const sentences = new Map<string, Sentence>();
  for (const story of stories) {
    const target = targetName(story.target);
    for (const parts of passagesOf(story).flatMap(splitSentences)) {
      const sentence = { target, parts };
      for (const { id, around = [] } of parts)
        for (const one of id === undefined ? around : [id, ...around])
          if (!sentences.has(one)) sentences.set(one, sentence);
    }
  }
  return sentences;
}

function passagesOf(story: Story): SentencePart[][] {
  const { title, kicker, standfirst, description, keyFigures, posts, body, chartTexts, tables } = story;
  const strings = [title, kicker, standfirst, description, ...keyFigures.flatMap(({ value, label }) => [value, label])];
  const ofCharts = [...chartTexts.values()].flatMap((texts) => texts.map(({ words }) => words));
  const ofTables = [...tables.values()].flatMap(({ columns, notes }) => [
    ...columns.map(({ label }) => label),
    ...notes,
  ]);
  const flow = [...posts.flatMap(({ children }) => children), ...body];
  return [
    ...strings.flatMap((rich) => (rich ? [inlineParts(rich)] : [])),
    ...flow.flatMap(flowPassages),
    ...[...ofCharts, ...ofTables].map(inlineParts),
  ];
}

function flowPassages(node: RootContent): SentencePart[][] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [inlineParts(node.children), ...node.children.flatMap(mediaPassages)];
  return 'children' in node ? (node.children as RootContent[]).flatMap(flowPassages) : [];
}

function mediaPassages(node: PhrasingContent): SentencePart[][] {
  if (node.type === 'media')
    return [node.alt, ...(node.caption ? [node.caption] : [])].map(({ children }) => inlineParts(children));
  return 'children' in node ? node.children.flatMap(mediaPassages) : [];
}

function inlineParts(nodes: Rich): SentencePart[] {
  return nodes.flatMap((node): SentencePart[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ text: node.value, span: spanOf(node) }];
      case 'figure':
        return [{ text: node.text, id: node.id, span: node.span }];
      case 'claim': {
        const { id, span } = node;
        const parts = inlineParts(node.children);
        if (parts.some((part) => part.id !== undefined))
          return parts.map((part) => ({
            ...part,
            around: id === undefined ? part.around : [id, ...(part.around ?? [])],
          }));
        return [{ text: parts.map(({ text }) => text).join(''), id, span }];
      }
      case 'break':
        return [{ text: ' ' }];
      case 'media':
        return [];
      default:
        return 'children' in node ? inlineParts(node.children) : [];
    }
  });
}

function spanOf({ position }: Text | InlineCode): Span | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Ends of sentences, where somebody typed them. */
const END = /(?<=[.?!…]["”’)\]]*)\s+(?=["“‘([]*(?:\p{Lu}|\p{N}|$))/u;

function splitSentences(parts: readonly SentencePart[]): (readonly SentencePart[])[] {
  const sentences: SentencePart[][] = [[]];
  for (const part of parts) {
    const pieces = part.id === undefined ? piecesOf(part) : [part];
    pieces.forEach((piece, index) => {
      if (index > 0) sentences.push([]);
      if (piece.text !== '') sentences.at(-1)?.push(piece);
    });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** Where the typed text is as the draft has it, each piece knows its place. */
function piecesOf(part: SentencePart): SentencePart[] {
  const { text, span } = part;
  const isPlain = span !== undefined && span.end - span.start === text.length;
  let at = 0;
  return text.split(END).map((piece) => {
    const start = text.indexOf(piece, at);
    at = start + piece.length;
    const own = isPlain ? { start: span.start + start, end: span.start + at } : span;
    return { ...part, text: piece.replace(/\s+/g, ' '), span: own };
  });
}
