import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLError,
} from 'yaml';
import type { Embedded, Span } from '../model/position.js';
import { explainYamlError } from './explain-yaml-error.js';
import { quote, report, reportBroken, type ReadContext } from './read-context.js';
import { repairYaml, type YamlFault, type YamlRepair } from './repair-yaml.js';
import { writtenText } from './written-text.js';
import type { YamlEntry, YamlValue } from './yaml-value.js';

/**
 * Parses YAML that stands in a source file; `undefined` when there is nothing to read, or nothing that can be.
 *
 * A value that only lacks quotes becomes a `broken` value and the rest is still read. Anchors, aliases and type tags
 * are refused: nobody needs them in forty lines, and `*bold*` or `&c` in a title would vanish in silence.
 */
export function parseYaml(context: ReadContext, embedded: Embedded): YamlValue | undefined {
  const toFile = offsetMap(embedded);
  if (embedded.text.length > MOST_CHARACTERS) {
    const reason = `Unexpected ${embedded.text.length} characters of YAML, expected at most ${MOST_CHARACTERS}`;
    report(context, context.rules.syntax, spanOf(toFile, 0, 0), reason, 'Move data into a file under `data:`');
    return undefined;
  }
  const repairs: YamlRepair[] = [];
  let text = embedded.text;
  for (;;) {
    const document = parseDocument(text, OPTIONS);
    const fault = firstFault(document, text);
    const repair = fault && repairs.length < MOST_REPAIRS ? repairYaml(text, fault) : undefined;
    if (repair && !repairs.some(({ start }) => start === repair.start)) {
      repairs.push(repair);
      text = repair.yaml;
      continue;
    }
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0) {
      for (const { start, end, text: meant, reason, note } of repairs) {
        reportBroken(context, { kind: 'broken', text: meant, reason, note, span: spanOf(toFile, start, end) });
      }
      reportErrors(context, text, errors, toFile);
      return undefined;
    }
    reportRest(context, document, text, toFile);
    return document.contents
      ? convert(document.contents, { context, yaml: { ...embedded, text }, toFile, repairs })
      : undefined;
  }
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  prettyErrors: false,
  resolveKnownTags: false,
  // Duplicates get our own message, at both places.
  uniqueKeys: false,
  logLevel: 'silent',
} as const;

/** Each repair reads the whole text again. */
const MOST_REPAIRS = 12;
const MOST_CHARACTERS = 50_000;
const MOST_ERRORS = 5;

type ToFile = (offset: number) => number;

interface Conversion {
  readonly context: ReadContext;
  readonly yaml: Embedded;
  readonly toFile: ToFile;
  readonly repairs: readonly YamlRepair[];
}

function offsetMap(embedded: Embedded): ToFile {
  const starts = [0];
  for (const match of embedded.text.matchAll(/\n/gu)) starts.push(match.index + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (embedded.lineOffsets[low] ?? embedded.lineOffsets.at(-1) ?? 0) + offset - (starts[low] ?? 0);
  };
}

function spanOf(toFile: ToFile, start: number, end: number): Span {
  return { start: toFile(start), end: toFile(end) };
}

/** The first place that is not as it should be: a value that starts with `{{`, an anchor, an alias, an error. */
function firstFault(document: Document, text: string): YamlFault | undefined {
  const [error] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  let first = error && faultOf(error, document);
  visit(document, {
    Node(_key, node) {
      const start = node.range?.[0] ?? 0;
      // Nodes come in the order they stand, an anchor's node a little after its sign
      if (first && start > first.start) return visit.BREAK;
      if (isMap(node) && text.startsWith('{{', start)) first = { start, unclosed: false };
      else if (isAlias(node)) first = { start, unclosed: false };
      else if (node.anchor !== undefined) first = { start: Math.max(text.lastIndexOf('&', start), 0), unclosed: false };
      return undefined;
    },
  });
  return first;
}

function faultOf(error: YAMLError, document: Document): YamlFault {
  const [position] = error.pos;
  if (error.code !== 'MISSING_CHAR' || !error.message.includes('quote')) return { start: position, unclosed: false };
  // The parser notices an open quote where the text ends; the writer has to look where the value starts.
  let start = position;
  visit(document, {
    Scalar(_key, node) {
      if (node.type?.startsWith('QUOTE') && node.range && node.range[1] >= position) start = node.range[0];
    },
  });
  return { start, unclosed: true };
}

function reportErrors(context: ReadContext, text: string, errors: readonly YAMLError[], toFile: ToFile): void {
  const seen = new Set<number>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const { start, end, reason, note } = explainYamlError(text, error);
    const line = text.slice(0, start).split('\n').length;
    // One slip makes the parser complain several times on one line, and on lines that are right.
    if (seen.has(line)) continue;
    seen.add(line);
    report(context, context.rules.syntax, spanOf(toFile, start, end), reason, note);
    // From here on the parser has lost the thread, and reads right lines as wrong ones
    if (error.message.includes('in YAML stream') || seen.size === MOST_ERRORS) return;
  }
}

/** The parser stops at `...` without a word; a writer would lose the keys below it. */
function reportRest(context: ReadContext, document: Document, text: string, toFile: ToFile): void {
  const end = document.range?.[2] ?? text.length;
  const rest = text.slice(end).trim();
  if (rest === '') return;
  const start = text.indexOf(rest, end);
  report(
    context,
    context.rules.syntax,
    spanOf(toFile, start, start + (rest.split('\n', 1)[0]?.length ?? 0)),
    `Unexpected ${quote(rest.split('\n', 1)[0] ?? '')} after \`...\`, expected nothing`,
    'In YAML a line `...` ends the document: remove it',
  );
}

function convert(node: Node, conversion: Conversion, keySpan?: Span): YamlValue {
  const { toFile, repairs } = conversion;
  const [start, end] = node.range ?? [0, 0];
  const span = spanOf(toFile, start, end);
  const repair = repairs.find((known) => known.start === start);
  if (repair) return { kind: 'broken', text: repair.text, reason: repair.reason, note: repair.note, span };
  if (isAlias(node) || node.anchor !== undefined) {
    const sign = isAlias(node) ? '*' : '&';
    const reason = `Unexpected \`${sign}\` at the start of a value, expected quotes around it`;
    return { kind: 'broken', text: '', reason, note: 'Write the value itself, or put single quotes around it', span };
  }
  if (isMap(node)) {
    return { kind: 'mapping', entries: node.items.flatMap((pair) => convertPair(pair, conversion)), span };
  }
  if (isSeq(node)) {
    const items = node.items.filter(isNode).map((item) => convert(item, conversion));
    return { kind: 'list', items, span };
  }
  return convertScalar(node, conversion, keySpan);
}

function convertPair(pair: { key: unknown; value: unknown }, conversion: Conversion): YamlEntry[] {
  const { context, yaml, toFile } = conversion;
  if (!isNode(pair.key)) return [];
  const [start, end] = pair.key.range ?? [0, 0];
  const keySpan = spanOf(toFile, start, end);
  const key = convert(pair.key, conversion, keySpan);
  if (key.kind === 'broken') {
    reportBroken(context, key);
    return [];
  }
  if (!isScalar(pair.key)) {
    report(context, context.rules.syntax, keySpan, `Unexpected ${key.kind} as a key, expected a name`);
    return [];
  }
  const name = key.kind === 'text' ? key.text : yaml.text.slice(start, end);
  const value: YamlValue = isNode(pair.value)
    ? convert(pair.value, conversion, keySpan)
    : { kind: 'null', lost: undefined, span: keySpan };
  return [{ key: name, keySpan, value }];
}

function convertScalar(node: Scalar, { yaml, toFile }: Conversion, keySpan: Span | undefined): YamlValue {
  const [start, end] = node.range ?? [0, 0];
  const span = spanOf(toFile, start, end);
  const raw = yaml.text.slice(start, end);
  const { value } = node;
  const written = writtenText(yaml, node, typeof value === 'string' ? value : raw, toFile);
  if (typeof value === 'number') return { kind: 'number', value, written, span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: raw, span };
  if (typeof value !== 'string') return { kind: 'null', lost: lostHashtag(node, yaml, toFile), span: keySpan ?? span };
  return {
    kind: 'text',
    text: value.replace(/\n+$/u, ''),
    written,
    lost: node.type === 'PLAIN' ? lostHashtag(node, yaml, toFile) : undefined,
    span,
  };
}

/** A `#hashtag` after an unquoted value: YAML takes it for a comment. */
function lostHashtag(node: Scalar, yaml: Embedded, toFile: ToFile): Span | undefined {
  const end = node.range?.[1] ?? 0;
  const hashtag = /^[ \t]*(#[^\s#][^\n\r]*)/u.exec(yaml.text.slice(end, end + 2000));
  if (!hashtag) return undefined;
  const start = end + hashtag[0].length - (hashtag[1]?.length ?? 0);
  return spanOf(toFile, start, start + (hashtag[1]?.trimEnd().length ?? 0));
}
