import type { Diagnostic, JSONDocument, JSONSchema, LanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { ChartBlock } from '../model/draft.js';
import type { SourceFile, Span } from '../model/position.js';
import { isObject } from './json.js';
import { parseSpec } from './parse-spec.js';
import { suggest } from './reporter.js';
import { specTree } from './spec-tree.js';

/**
 * Holds a chart against the whole schema of Vega-Lite: keys that it would pass over in silence, values of a wrong
 * kind, words that it does not know. One message a mistake, at its place.
 *
 * @param said what the chart's other checks have found; the schema adds nothing where they have spoken
 */
export async function checkSchema(
  chart: ChartBlock,
  source: SourceFile,
  said: readonly Message[],
): Promise<readonly Message[]> {
  const { value: spec } = parseSpec(chart.spec, source);
  if (!spec || !isObject(spec.value)) return [];
  const { service, keys } = await (opened ??= openService());
  const text = TextDocument.create('chart:', 'yaml', 1, source.text);
  const tree = service.newJSONDocument(specTree(spec.value, spec));
  const problems = await service.doValidation(text, tree);
  const messages: Message[] = [];
  for (const problem of problems) {
    const span: Span = { start: text.offsetAt(problem.range.start), end: text.offsetAt(problem.range.end) };
    const near = await keysAround(service, text, tree, span.start);
    const { reason, note } = wording(problem, source.text.slice(span.start, span.end), near, keys);
    const message = messageAt(source, span, 'chart-spec', reason, note);
    if (!said.some((other) => isWithin(other, message))) messages.push(message);
  }
  return messages;
}

interface OpenService {
  readonly service: LanguageService;
  /** Every key that the schema has anywhere. */
  readonly keys: readonly string[];
}

/** Read when the first chart is checked: the schema has 1.9 MB. */
let opened: Promise<OpenService> | undefined;

async function openService(): Promise<OpenService> {
  const [{ getLanguageService }, { default: imported }] = await Promise.all([
    import('vscode-json-languageservice'),
    import('vega-lite/vega-lite-schema.json', { with: { type: 'json' } }),
  ]);
  const schema = imported as unknown as JSONSchema;
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'vega-lite:', fileMatch: ['*'], schema }] });
  const keys = new Set<string>();
  for (const definition of Object.values(schema.definitions ?? {}))
    if (typeof definition === 'object') for (const key of Object.keys(definition.properties ?? {})) keys.add(key);
  return { service, keys: [...keys] };
}

/** The keys that the schema allows beside the one that stands at an offset. */
async function keysAround(
  service: LanguageService,
  text: TextDocument,
  tree: JSONDocument,
  offset: number,
): Promise<string[]> {
  const matching = await service.getMatchingSchemas(text, tree);
  const keys = matching.flatMap(({ node, schema }) =>
    node.type === 'object' && node.properties.some(({ keyNode }) => keyNode.offset === offset)
      ? Object.keys(schema.properties ?? {})
      : [],
  );
  return [...new Set(keys)];
}

/** Says in our words what the service says in its own. */
function wording(
  problem: Diagnostic,
  found: string,
  near: readonly string[],
  keys: readonly string[],
): { readonly reason: string; readonly note: string | undefined } {
  const message = typeof problem.message === 'string' ? problem.message : problem.message.value;
  const [, key] = /^Property (.*) is not allowed\.$/.exec(message) ?? [];
  if (key !== undefined) {
    const meant = nearestName(key, near) ?? nearestName(key, keys);
    const expected = meant === undefined || meant === key ? '' : `, expected \`${meant}\``;
    return { reason: `Unexpected key \`${key}\`${expected}`, note: suggest('', near, 'Keys here') };
  }
  const value = `\`${found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found.replaceAll(/\s+/g, ' ')}\``;
  const [, list] = /^Value is not accepted\. Valid values: (.*)\.$/s.exec(message) ?? [];
  if (list !== undefined) {
    const words = [...list.matchAll(/"([^"]*)"|[^",\s]+/g)].map(([all, word]) => word ?? all);
    return { reason: `Unexpected ${value}`, note: suggest(bare(found), words, 'Expected one of') };
  }
  const [, types] = /^Incorrect type\. Expected (?:one of )?(.*)\.$/.exec(message) ?? [];
  if (types !== undefined) {
    const kinds = types.split(', ').map((type) => KINDS[bare(type)] ?? type);
    return { reason: `Unexpected ${value}, expected ${kinds.join(' or ')}`, note: undefined };
  }
  const [, missing] = /^Missing property "(.*)"\.$/.exec(message) ?? [];
  if (missing !== undefined) return { reason: `Unexpected chart part without \`${missing}\``, note: undefined };
  return { reason: `Unexpected ${value}: ${message.charAt(0).toLowerCase()}${message.slice(1, -1)}`, note: undefined };
}

const MOST_SHOWN = 40;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a mapping',
  string: 'a text',
};

function bare(text: string): string {
  return text.replace(/^["']|["']$/g, '');
}

/** True when an error stands inside the other message's place, or around it. */
function isWithin({ severity, place: a }: Message, { place: b }: Message): boolean {
  if (severity !== 'error' || !a || !b) return false;
  const [startA, endA] = [order(a.line, a.column), order(a.endLine, a.endColumn)];
  const [startB, endB] = [order(b.line, b.column), order(b.endLine, b.endColumn)];
  return startA < endB && startB < endA;
}

function order(line: number, column: number): number {
  return line * 1e6 + column;
}
