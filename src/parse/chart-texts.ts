import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { embeddedSpan } from '../diagnostic/locate.js';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { ChartTemplate } from '../model/draft.js';
import type { Embedded, SourceFile } from '../model/position.js';
import { parseTemplate } from './parse-template.js';
import { scalarText } from './scalar-text.js';

/** Keys of a chart's spec whose strings are words for the reader. */
const WORD_KEYS: readonly (string | number)[] = ['title', 'subtitle', 'source', 'description'];

/** Finds the strings of a chart's spec that hold tags or claims; a broken spec is the chart stage's to report. */
export function chartTexts(source: SourceFile, spec: Embedded): Outcome<ChartTemplate[]> {
  const templates: ChartTemplate[] = [];
  const messages: Message[] = [];
  if (!isComputed(spec.text)) return { value: templates, messages };
  try {
    const document = parseDocument(spec.text);
    if (document.errors.length === 0 && document.contents) visit(document.contents, []);
  } catch (error) {
    // The parser calls itself for each level; the chart stage says what is wrong with a text that goes so deep
    if (!(error instanceof RangeError)) throw error;
  }
  return { value: templates, messages };

  function visit(node: Node, path: readonly (string | number)[]): void {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        if (value) visit(value as Node, [...path, isScalar(key) ? String(key.value) : '']);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        visit(item as Node, [...path, index]);
      });
    } else if (isScalar(node) && typeof node.value === 'string' && isComputed(node.value)) {
      const text = scalarText(spec, node, node.value);
      if (path.some((key) => WORD_KEYS.includes(key)) || (path.at(-1) === 'text' && path.includes('title'))) {
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
            'Tags and claims stand in `title`, `subtitle` and `source`; let the query compute the rest',
          ),
        );
      }
    }
  }
}

/** Whether a text holds a tag or a claim. */
function isComputed(text: string): boolean {
  return text.includes('{{') || /\]\(<?check:/i.test(text);
}
