import type { Code } from 'mdast';
import { embeddedSpan } from '../diagnostic/locate.js';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { ChartBlock, QueryBlock, TableBlock } from '../model/draft.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { chartTexts } from './chart-texts.js';
import { embeddedLines, lineAfter } from './embedded-lines.js';
import { parseTable } from './parse-table.js';

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
  const info = readInfo(node, source, span, messages);
  if (!info) return;
  const content = embeddedLines(source, lineAfter(source, start), node.value);
  switch (node.lang?.toLowerCase()) {
    case 'sql': {
      reportTag(content, source, messages);
      fences.queries.push({
        name: info.name,
        nameSpan: info.nameSpan,
        key: info.key,
        expectNone: info.expectNone,
        sql: content,
        span,
      });
      break;
    }
    case 'vega-lite': {
      const { value: texts, messages: textMessages } = chartTexts(source, content);
      messages.push(...textMessages);
      fences.charts.push({ name: info.name, nameSpan: info.nameSpan, spec: content, texts, span });
      break;
    }
    default: {
      const { value, messages: found } = parseTable(source, content, {
        name: info.name,
        nameSpan: info.nameSpan,
        span,
      });
      messages.push(...found);
      fences.tables.push(value);
    }
  }
}

/** A tag in SQL would reach the engine as text. */
function reportTag(sql: Embedded, source: SourceFile, messages: Message[]): void {
  const start = sql.text.indexOf('{{');
  if (start < 0) return;
  const close = sql.text.indexOf('}}', start);
  messages.push(
    messageAt(
      source,
      embeddedSpan(sql, start, close < 0 ? start + 2 : close + 2),
      'tag-place',
      'Unexpected tag inside SQL',
      'Read the other query as a table: `WHERE name = (SELECT name FROM other)`',
    ),
  );
}

interface FenceInfo {
  name: string;
  nameSpan: Span;
  key: string | undefined;
  expectNone: boolean;
}

function readInfo(node: Code, source: SourceFile, span: Span, messages: Message[]): FenceInfo | undefined {
  const lang = node.lang?.toLowerCase() ?? '';
  const words = infoWords(node, source, span);
  const [first, ...rest] = words;
  if (!first || first.text.includes('=')) {
    messages.push(
      messageAt(
        source,
        firstLine(source, span),
        'block-name',
        `Unexpected \`${lang}\` block without a name`,
        `Write the name right after it: \`\`\`${lang} daily`,
      ),
    );
    return undefined;
  }
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(first.text)) {
    messages.push(
      messageAt(
        source,
        first.span,
        'block-name',
        `Unexpected name \`${first.text}\`, expected letters, digits and \`_\`, a letter first`,
        `For example \`${suggestName(first.text)}\``,
      ),
    );
    return undefined;
  }
  const info: FenceInfo = { name: first.text, nameSpan: first.span, key: undefined, expectNone: false };
  for (const word of rest) {
    const key = /^key=(.+)$/.exec(word.text)?.[1];
    if (lang === 'sql' && key !== undefined) info.key = key;
    else if (lang === 'sql' && word.text === 'expect-none') info.expectNone = true;
    else {
      const near = lang === 'sql' && word.text !== 'key=' ? nearestName(word.text, ['expect-none']) : undefined;
      messages.push(
        messageAt(
          source,
          word.span,
          'block-name',
          `Unexpected \`${word.text}\` after the name \`${first.text}\``,
          near
            ? `Did you mean \`${near}\`?`
            : lang === 'sql'
              ? 'A query takes `key=COLUMN` or `expect-none`'
              : undefined,
        ),
      );
    }
  }
  return info;
}

/** Markdown closes an open fence at the end of the text, which here would swallow the rest of the draft. */
function isClosed(source: SourceFile, span: Span): boolean {
  const lines = source.text.slice(span.start, span.end).split(/\r\n|\n|\r/);
  const fence = /^(?:`+|~+)/.exec(lines[0] ?? '')?.[0] ?? '';
  const last = lines.at(-1)?.trim() ?? '';
  return lines.length > 1 && last.startsWith(fence) && last.replaceAll(fence.charAt(0), '') === '';
}

function infoWords(node: Code, source: SourceFile, span: Span): { text: string; span: Span }[] {
  const line = firstLine(source, span);
  const text = source.text.slice(line.start, line.end);
  const from = text.indexOf(node.lang ?? '') + (node.lang?.length ?? 0);
  return [...text.slice(from).matchAll(/\S+/g)].map((match) => {
    const start = line.start + from + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
}

function firstLine(source: SourceFile, span: Span): Span {
  const text = source.text.slice(span.start, span.end);
  const end = text.search(/[\r\n]/);
  return { start: span.start, end: end < 0 ? span.end : span.start + end };
}

function suggestName(name: string): string {
  const safe = name.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
  return /^[\p{L}_]/u.test(safe) ? safe : `q_${safe}`;
}
