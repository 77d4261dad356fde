import type { PhrasingContent, RootContent } from 'mdast';
import type { Rich, Story } from '../model/story.js';

/** A stretch of a sentence: words that were typed, or a figure. */
export interface SentencePart {
  readonly text: string;
  /** Of a figure or claim. */
  readonly id?: string;
}

export type Sentence = readonly SentencePart[];

/** The sentence that each figure or claim stands in, by its id; where it stands in several outputs, the first that has it. */
export function findSentences(stories: readonly Story[]): ReadonlyMap<string, Sentence> {
  const sentences = new Map<string, Sentence>();
  for (const story of stories) {
    for (const sentence of passagesOf(story).flatMap(splitSentences)) {
      for (const { id } of sentence) if (id !== undefined && !sentences.has(id)) sentences.set(id, sentence);
    }
  }
  return sentences;
}

function passagesOf(story: Story): SentencePart[][] {
  const { title, kicker, standfirst, description, keyFigures, posts, body } = story;
  const strings = [title, kicker, standfirst, description, ...keyFigures.flatMap(({ value, label }) => [value, label])];
  const flow = [...posts.flatMap(({ children }) => children), ...body];
  return [...strings.flatMap((rich) => (rich ? [inlineParts(rich)] : [])), ...flow.flatMap(flowPassages)];
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
        return [{ text: node.value }];
      case 'figure':
        return [{ text: node.text, id: node.id }];
      case 'claim': {
        const text = inlineParts(node.children)
          .map((part) => part.text)
          .join('');
        return [node.id === undefined ? { text } : { text, id: node.id }];
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

/** Ends of sentences, where somebody typed them. */
const END = /(?<=[.?!…]["”’)\]]*)\s+(?=["“‘([]*(?:\p{Lu}|\p{N}|$))/u;

function splitSentences(parts: readonly SentencePart[]): Sentence[] {
  const sentences: SentencePart[][] = [[]];
  for (const part of parts) {
    const pieces = part.id === undefined ? part.text.replace(/\s+/g, ' ').split(END) : [part.text];
    pieces.forEach((text, index) => {
      if (index > 0) sentences.push([]);
      if (text !== '') sentences.at(-1)?.push({ ...part, text });
    });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
