import type { PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { messageAt } from '../diagnostic/create-message.js';
import { embeddedOffset, embeddedSpan } from '../diagnostic/locate.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Template } from '../model/draft.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { convertClosed } from './convert-inline.js';
import type { InlineContext, TemplateOptions } from './inline-context.js';
import { remarkTags } from './remark-tags.js';
import { reportLeftovers } from './report-leftovers.js';

/** Parses a string in which only tags and claims mean something: a title, an alt text, a caption, a chart's title. */
export function parseTemplate(source: SourceFile, text: Embedded, options: TemplateOptions = {}): Outcome<Template> {
  const messages: Message[] = [];
  const processor = unified()
    .use(remarkParse)
    .use(remarkTags)
    .use(options.emphasis ? remarkEmphasis : remarkWordsOnly);
  const root = processor.parse(text.text);
  const paragraphs = root.children.flatMap((node) => (node.type === 'paragraph' ? [node.children] : []));
  const inline = paragraphs.flatMap((children, index): PhrasingContent[] =>
    index === 0 ? children : [{ type: 'text', value: ' ' }, ...children],
  );
  const context: InlineContext = {
    source,
    text: text.text,
    toSource: (offset) => embeddedOffset(text, offset),
    definitions: new Map(),
    plain: true,
    messages,
    parsePart: parseTemplate,
  };
  reportLeftovers(root, context);
  messages.push(...reportComments(source, text));
  const children = convertClosed(inline, context).map(oneLine);
  return { value: { children, span: embeddedSpan(text, 0, text.text.length) }, messages };
}

/** Raw HTML is text here, and so is a comment of it. */
function reportComments(source: SourceFile, text: Embedded): Message[] {
  const words = text.text.replace(/\{\{[^]*?\}\}/g, (tag) => ' '.repeat(tag.length));
  return [...words.matchAll(/<!--(?:[^]*?-->)?/g)].map(({ 0: comment, index }) =>
    messageAt(
      source,
      embeddedSpan(text, index, index + comment.length),
      'comment-printed',
      'Unexpected comment, which would be published as words',
      'Write `{{! … }}`, which no output has',
    ),
  );
}

const BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];
const INLINES = ['autolink', 'hardBreakEscape', 'htmlText', 'labelStartImage'];

function remarkEmphasis(this: Processor): void {
  disable(this, [...BLOCKS, ...INLINES]);
}

/** Leaves only tags, links (for claims), escapes and character references of Markdown's syntax. */
function remarkWordsOnly(this: Processor): void {
  disable(this, [...BLOCKS, ...INLINES, 'attention', 'codeText']);
}

function disable(processor: Processor, constructs: string[]): void {
  const data = processor.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: constructs } });
}

/** A string has one line, inside a claim or a block too. */
function oneLine<Node extends RootContent | PhrasingContent>(node: Node): Node {
  switch (node.type) {
    case 'break':
      return { type: 'text', value: ' ' } as Node;
    case 'text':
      return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') };
    case 'claim':
      return { ...node, children: node.children.map(oneLine) };
    case 'block':
      return { ...node, arms: node.arms.map((arm) => ({ ...arm, children: arm.children.map(oneLine) })) };
    default:
      return node;
  }
}
