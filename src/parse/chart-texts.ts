import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { embeddedSpan } from '../diagnostic/locate.js';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { ChartBlock, ChartTemplate, Template } from '../model/draft.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { parseTemplate } from './parse-template.js';
import { scalarText } from './scalar-text.js';

/** Keys of a chart's spec whose strings are words for the reader. */
const WORD_KEYS: readonly (string | number)[] = ['title', 'subtitle', 'source', 'description'];

/** Finds the strings of a chart's spec that are words for the reader; a broken spec is the chart stage's to report. */
export function chartTexts(source: SourceFile, spec: Embedded): Outcome<Pick<ChartBlock, 'texts' | 'typed'>> {
  const templates: ChartTemplate[] = [];
  const typed: Template[] = [];
  const messages: Message[] = [];
  try {
    const document = parseDocument(spec.text);
    if (document.errors.length === 0 && document.contents) visit(document.contents, []);
  } catch (error) {
    // The parser calls itself for each level; the chart stage says what is wrong with a text that goes so deep
    if (!(error instanceof RangeError)) throw error;
  }
  return { value: { texts: templates, typed }, messages };

  function visit(node: Node, path: readonly (string | number)[]): void {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (value) visit(value as Node, [...path, isScalar(key) ? String(key.value) : '']);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item as Node, [...path, index]);
      });
    } else if (isScalar(node) && typeof node.value === 'string' && !isComputed(node.value)) {
      const [start = 0, end = 0] = node.range ?? [];
      if (isShown(path) && node.value !== '')
        typed.push({ children: [{ type: 'text', value: node.value }], span: embeddedSpan(spec, start, end) });
    } else if (isScalar(node) && typeof node.value === 'string') {
      const text = scalarText(spec, node, node.value);
      if (path.some((key) => WORD_KEYS.includes(key)) || isShown(path)) {
        const { value, messages: found } = parseTemplate(source, text);
        templates.push({ path, template: value });
        messages.push(...found);
      } else {
        const [start = 0, end = 0] = node.range ?? [];
        messages.push(
          messageAt(
            source,
            embeddedSpan(spec, start, end),
            'tag-place',
            `Unexpected ${node.value.includes('{{') ? 'tag' : 'claim'} in this part of a chart`,
            'Tags and claims stand in `title`, `subtitle`, `source` and the `text` of a mark; let the query compute the rest',
          ),
        );
      }
    }
  }
}

/** Whether a string stands in the picture, or in its description, as it is typed. */
function isShown(path: readonly (string | number)[]): boolean {
  // Rows are no words of the chart's own
  if (path.includes('values') || path.includes('datasets')) return false;
  const keys = path.filter((key) => typeof key === 'string');
  const [above, key] = [keys.at(-2), keys.at(-1)];
  if (key === 'value' || key === 'datum') return above === 'text';
  return key === 'title' || key === 'subtitle' || key === 'description' || key === 'text';
}

/** Whether a text holds a tag or a claim. */
function isComputed(text: string): boolean {
  return text.includes('{{') || /\]\(<?check:/i.test(text);
}
