import type { Message, Outcome } from '../diagnostic/message.js';
import type { Spanned, TableAlign, TableBlock, TableColumn } from '../model/draft.js';
import type { CallExpression, Expression } from '../model/expression.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { openMapping, type Fields } from './open-mapping.js';
import { parseExpression } from './parse-tag.js';
import { parseYaml } from './parse-yaml.js';
import { refuse, TABLE_RULES, type ReadContext } from './read-context.js';
import { choice, readBoolean, wholeNumber } from './read-simple.js';
import { readNote, readTemplate, readText } from './read-text.js';
import type { YamlValue } from './yaml-value.js';

/** Parses a `table` block; what cannot be read is a message, and the block is still there under its name. */
export function parseTable(
  source: SourceFile,
  yaml: Embedded,
  block: Pick<TableBlock, 'name' | 'nameSpan' | 'span'>,
): Outcome<TableBlock> {
  const messages: Message[] = [];
  const context: ReadContext = { source, where: 'table', rules: TABLE_RULES, messages };
  const tree = parseYaml(context, yaml);
  const ownName: Spanned = { text: block.name, span: block.nameSpan };
  const isEmpty = !tree && messages.length === 0;
  const fields = tree && openMapping(context, tree, 'table');
  const query = fields?.spanOf('query') ? fields.read('query', readName) : ownName;
  const columns = fields?.read('columns', readColumns);
  const isReadable = isEmpty || (fields !== undefined && (columns !== undefined || !fields.spanOf('columns')));
  const value: TableBlock = {
    ...block,
    query: isReadable ? query : undefined,
    columns,
    limit: fields?.read('limit', readLimit),
    note: fields?.read('note', readNote),
    landscape: fields?.read('landscape', readBoolean),
  };
  return { value, messages };
}

/** The name of a query or column. */
function readName(context: ReadContext, value: YamlValue, key: string): Spanned | undefined {
  const text = readText(context, value, key);
  return text === undefined ? undefined : { text, span: value.span };
}

function readLimit(context: ReadContext, value: YamlValue, key: string): TableBlock['limit'] {
  const rows = wholeNumber(1, 100_000)(context, value, key);
  return rows === undefined ? undefined : { rows, span: value.span };
}

/** `undefined` where one column cannot be read: its neighbours alone would be another table. */
function readColumns(context: ReadContext, value: YamlValue): TableColumn[] | undefined {
  if (value.kind !== 'list' || value.items.length === 0) {
    refuse(context, value, 'a list of columns', 'Write `columns: [harbour, {field: ships, label: Ships seen}]`');
    return undefined;
  }
  const columns = value.items.map((item) => readColumn(context, item));
  return columns.every((column) => column !== undefined) ? columns : undefined;
}

function readColumn(context: ReadContext, value: YamlValue): TableColumn | undefined {
  if (value.kind !== 'mapping') {
    const field = readName(context, value, 'columns');
    return field && { field, label: undefined, format: undefined, align: undefined, total: undefined };
  }
  const fields = openMapping(context, value, 'table.columns.*');
  if (!fields?.need('field', 'Write `{field: ships, label: Ships seen}`')) return undefined;
  const field = fields.read('field', readName);
  const rest = {
    label: fields.read('label', readTemplate),
    format: fields.read('format', readFormat),
    align: fields.read('align', choice<TableAlign>(['left', 'right', 'center'], { meant: { centre: 'center' } })),
    total: readTotal(fields),
  };
  return field && { field, ...rest };
}

function readTotal(fields: Fields): Span | undefined {
  return fields.read('total', readBoolean) ? fields.spanOf('total') : undefined;
}

/** A helper's name, with what it takes after the value: `date short`, `pct digits=1`. */
function readFormat(context: ReadContext, value: YamlValue, key: string): CallExpression | undefined {
  if (value.kind !== 'text') {
    refuse(context, value, 'a helper, e.g. `num` or `date short`');
    return undefined;
  }
  if (readText(context, value, key) === undefined) return undefined;
  const { expression, messages } = parseExpression(context.source, value.written, value.span);
  context.messages.push(...messages);
  if (!expression) return undefined;
  const call = callOf(expression);
  const values = call && [...call.args, ...call.pairs.map((pair) => pair.value)];
  if (call && values?.every(({ type }) => type === 'literal')) return call;
  const note = 'The cell comes first by itself; what follows is words and numbers, not data';
  refuse(context, value, 'a helper, e.g. `num` or `date short`', note);
  return undefined;
}

/** No data can stand in a format, so that a bare word is text. */
function callOf(expression: Expression): CallExpression | undefined {
  if (expression.type === 'call') {
    const pairs = expression.pairs.map((pair) => ({ ...pair, value: wordOf(pair.value) }));
    return { ...expression, args: expression.args.map(wordOf), pairs };
  }
  const word = wordOf(expression);
  if (expression.type !== 'path' || word.type !== 'literal') return undefined;
  return { type: 'call', name: String(word.value), nameSpan: word.span, args: [], pairs: [], span: word.span };
}

function wordOf(expression: Expression): Expression {
  if (expression.type !== 'path' || expression.at || expression.segments.length !== 1) return expression;
  const [name] = expression.segments;
  return name?.kind === 'name' ? { type: 'literal', value: name.text, span: expression.span } : expression;
}
