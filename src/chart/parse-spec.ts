import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { messageAt } from '../diagnostic/create-message.js';
import { embeddedSpan } from '../diagnostic/locate.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Json } from '../model/chart.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';
import { yamlWording } from './yaml-wording.js';

/** Keys and indexes from a specification's root. */
export type Path = readonly (string | number)[];

/** A chart's specification as it was written, and where each part of it stands. */
export interface ParsedSpec {
  readonly value: Json;
  /** The place of a value, or of the nearest value around it that was written. */
  readonly spanOf: (path: Path) => Span;
  /** The place of a key, or of its value where there is no key. */
  readonly keySpanOf: (path: Path) => Span;
}

/** Reads a chart's YAML, or JSON, which is YAML too. */
export function parseSpec(embedded: Embedded, source: SourceFile): Outcome<ParsedSpec | undefined> {
  const at = (start: number, end: number): Span => embeddedSpan(embedded, start, Math.max(start, end));
  const whole = at(0, embedded.text.trimEnd().length);
  const unusable = (reason: string): Outcome<undefined> => ({
    value: undefined,
    messages: [messageAt(source, whole, 'chart-syntax', reason)],
  });
  let document;
  try {
    document = parseDocument(embedded.text, { prettyErrors: false });
  } catch {
    // The parser calls itself for each level; only a text made to break it goes so deep.
    return unusable(NESTED);
  }
  // It may also tell so itself.
  if (document.errors.some(({ message }) => /call stack/i.test(message))) return unusable(NESTED);

  const messages: Message[] = [];
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const { reason, note } = yamlWording(code, message);
    messages.push(messageAt(source, at(...pos), 'chart-syntax', reason, note));
  }
  for (const { node, reason, note } of unusableNodes(document, embedded.text))
    messages.push(messageAt(source, at(...rangeOf(node)), 'chart-syntax', reason, note));
  if (messages.length > 0) return { value: undefined, messages };

  const spanOf = (path: Path): Span => {
    const node = nearestNode(document, path);
    return node?.range ? at(...rangeOf(node)) : whole;
  };
  const keySpanOf = (path: Path): Span => {
    const key = keyNode(document, path);
    return key ? at(...rangeOf(key)) : spanOf(path);
  };
  try {
    const value = document.toJS({ maxAliasCount: 100 }) as Json;
    return isDeeper(value, MOST_LEVELS) ? unusable(NESTED) : { value: { value, spanOf, keySpanOf }, messages };
  } catch {
    return unusable('Unexpected aliases that unfold without end, expected a specification of a chart');
  }
}

const NESTED = 'Unexpected nesting, expected a specification of a chart';

/** Lists and mappings in each other; a chart of charts of layers has twenty. */
const MOST_LEVELS = 100;

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item: Json) => isDeeper(item, levels - 1));
}

interface Unusable {
  readonly node: Node;
  readonly reason: string;
  readonly note: string | undefined;
}

/** What YAML can say and JSON cannot. */
function unusableNodes(document: Document, text: string): Unusable[] {
  const found: Unusable[] = [];
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) || !isNode(pair.key)) return undefined;
      const tag = text.slice(rangeOf(pair.key)[0] - 1).startsWith('{{');
      found.push({
        node: pair.key,
        reason: tag
          ? 'Unexpected `{{` without quotes, expected a text in quotes'
          : 'Unexpected list or mapping as a key',
        note: tag ? 'Put single quotes around the whole text, e.g. `title: \'{{count q.n "attack"}}\'`' : undefined,
      });
      return visit.SKIP;
    },
    Alias(_, alias) {
      if (!alias.resolve(document))
        found.push({
          node: alias,
          reason: `Unexpected alias \`*${alias.source}\`, no anchor has this name`,
          note: undefined,
        });
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === 'number' && !Number.isFinite(scalar.value))
        found.push({
          node: scalar,
          reason: `Unexpected \`${scalar.source ?? ''}\`, expected a finite number`,
          note: undefined,
        });
    },
  });
  return found;
}

function nearestNode(document: Document, path: Path): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    const inner = child(document, node, step);
    if (!isNode(inner) || !inner.range) break;
    node = inner;
  }
  return isNode(node) ? node : undefined;
}

function keyNode(document: Document, path: Path): Node | undefined {
  const holder = path.slice(0, -1).reduce<unknown>((node, step) => child(document, node, step), document.contents);
  const map = isAlias(holder) ? holder.resolve(document) : holder;
  if (!isMap(map)) return undefined;
  const key = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)))?.key;
  return isNode(key) && key.range ? key : undefined;
}

function child(document: Document, node: unknown, step: string | number): unknown {
  const holder = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(holder)) return holder.items[Number(step)];
  if (!isMap(holder)) return undefined;
  return holder.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(step))
    ?.value;
}

function rangeOf(node: Node): [number, number] {
  const range = node.range ?? [0, 0, 0];
  return [range[0], range[1]];
}
