import type { Code } from 'mdast';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { ChartBlock, QueryBlock, TableBlock } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';
import { chartTexts } from './chart-texts.js';
import { embeddedLines, lineAfter } from './embedded-lines.js';
import { parseTable } from './parse-table.js';
import { readHead, wordsIn, type Head } from './read-head.js';
import { reportTag } from './report-tag.js';

/** The languages whose fences define something and print nothing. */
const DEFINITION_LANGUAGES = ['sql', 'vega-lite', 'table'] as const;

export interface Fences {
  readonly queries: QueryBlock[];
  readonly charts: ChartBlock[];
  readonly tables: TableBlock[];
}

/** True for a fence that defines a query, a chart or a table. */
export function isDefinition(node: { type: string; lang?: string | null }): node is Code {
  return node.type === 'code' && (DEFINITION_LANGUAGES as readonly string[]).includes(node.lang?.toLowerCase() ?? '');
}

/** Reads a defining fence into `fences`. */
export function parseFence(node: Code, source: SourceFile, fences: Fences, messages: Message[]): void {
  const start = node.position?.start.offset ?? 0;
  const span: Span = { start, end: node.position?.end.offset ?? start };
  if (!isClosed(source, span)) {
    messages.push(
      messageAt(
        source,
        firstLine(source, span),
        'block-unclosed',
        `Unexpected end of the draft, this \`${node.lang ?? ''}\` block is never closed`,
        'End it with a line ```',
      ),
    );
    return;
  }
  const { value: info, messages: found } = readInfo(node, source, span);
  messages.push(...found);
  if (!info) return;
  const content = embeddedLines(source, lineAfter(source, start), node.value);
  switch (node.lang?.toLowerCase()) {
    case 'sql': {
      messages.push(...reportTag(content, source));
      fences.queries.push({ ...info, sql: content, span, source, importedFrom: undefined });
      break;
    }
    case 'vega-lite': {
      const { value: texts, messages: textMessages } = chartTexts(source, content);
      messages.push(...textMessages);
      fences.charts.push({ name: info.name, nameSpan: info.nameSpan, spec: content, ...texts, span });
      break;
    }
    default: {
      const { value, messages: tableMessages } = parseTable(source, content, {
        name: info.name,
        nameSpan: info.nameSpan,
        span,
      });
      messages.push(...tableMessages);
      fences.tables.push(value);
    }
  }
}

/** Markdown closes an open fence at the end of the text, which here would swallow the rest of the draft. */
function isClosed(source: SourceFile, span: Span): boolean {
  const lines = source.text.slice(span.start, span.end).split(/\r\n|\n|\r/);
  const fence = /^(?:`+|~+)/.exec(lines[0] ?? '')?.[0] ?? '';
  const last = lines.at(-1)?.trim() ?? '';
  return lines.length > 1 && last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
}

function readInfo(node: Code, source: SourceFile, span: Span): Outcome<Head | undefined> {
  const lang = node.lang?.toLowerCase() ?? '';
  const line = firstLine(source, span);
  const from = source.text.indexOf(node.lang ?? '', line.start) + (node.lang?.length ?? 0);
  const words = wordsIn(source.text, { start: from, end: line.end });
  const missing = `Unexpected \`${lang}\` block without a name`;
  return readHead(words, { source, lang, line, missing, example: `\`\`\`${lang} daily` });
}

function firstLine(source: SourceFile, span: Span): Span {
  const text = source.text.slice(span.start, span.end);
  const end = text.search(/[\r\n]/);
  return { start: span.start, end: end < 0 ? span.end : span.start + end };
}
