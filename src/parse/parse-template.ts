import type { PhrasingContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { embeddedOffset, embeddedSpan } from '../diagnostic/locate.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Template } from '../model/draft.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { convertClosed, type TemplateOptions } from './convert-inline.js';
import { remarkTags } from './tag-syntax.js';

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
  const toSource = (offset: number): number => embeddedOffset(text, offset);
  const children = convertClosed(inline, {
    source,
    toSource,
    definitions: new Map(),
    plain: true,
    messages,
    parsePart: parseTemplate,
  }).map(foldSpace);
  return { value: { children, span: embeddedSpan(text, 0, text.text.length) }, messages };
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

/** A string has one line. */
function foldSpace(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'text', value: ' ' };
  return node.type === 'text' ? { type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') } : node;
}
