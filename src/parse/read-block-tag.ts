import { nearestName } from '../diagnostic/nearest-name.js';
import {
  BLOCK_NAMES,
  type BlockName,
  type CloseTag,
  type ElseTag,
  type Expression,
  type OpenTag,
  type Pair,
} from '../model/expression.js';
import { expectSpace, readArgument, readPair } from './read-expression.js';
import { expectEnd } from './refuse-tag.js';
import { NAME, type TagReader } from './tag-reader.js';

/** How each block is written, and how many arguments it takes. */
const BLOCKS: Record<BlockName, { readonly form: string; readonly least: number; readonly most: number }> = {
  if: { form: '`{{#if condition}}`', least: 1, most: 1 },
  unless: { form: '`{{#unless condition}}`', least: 1, most: 1 },
  when: { form: '`{{#when a ">" b}}`', least: 3, most: 3 },
  each: { form: '`{{#each query as |row|}}`', least: 1, most: 1 },
  only: { form: '`{{#only "x" "report"}}`', least: 1, most: Infinity },
  with: { form: '`{{#with query as |row|}}`', least: 1, most: 1 },
};

/** Reads `#if condition`, `#each query as |row|` and their like. */
export function readOpenTag(reader: TagReader): OpenTag {
  reader.at += 1;
  const start = reader.at;
  const name = reader.take(NAME);
  if (name === undefined)
    reader.fail('Unexpected `#` without a name, expected `{{#if}}`, `{{#each}}` or their like', undefined, start - 1);
  if (!isBlockName(name)) {
    const near = nearestName(name, BLOCK_NAMES);
    const known = `The blocks are ${BLOCK_NAMES.map((block) => `\`#${block}\``).join(', ')}`;
    reader.fail(`Unexpected block \`#${name}\``, near ? `Did you mean \`{{#${near} …}}\`?` : known, start, reader.at);
  }
  const { args, pairs, local } = readArguments(reader, name);
  const { form } = BLOCKS[name];
  if (pairs[0]) {
    const { name: pair, value, span } = pairs[0];
    const right = reader.text.slice(reader.text.indexOf(`${pair}=`) + pair.length + 1).trim();
    const note = value.type === 'call' ? undefined : `To compare use a helper: \`(eq ${pair} ${right})\``;
    reader.failAt(span, `Unexpected \`${pair}=\` in \`#${name}\`, expected ${form}`, note);
  }
  checkCount(reader, `#${name}`, BLOCKS[name], args);
  const takesLocal = name === 'each' || name === 'with';
  if (takesLocal && local === undefined)
    failWhole(
      reader,
      `Unexpected \`#${name}\` without a name for its rows, expected ${form}`,
      'Name each row: `{{#each query as |row|}}{{row.column}}{{/each}}`',
    );
  if (!takesLocal && local !== undefined)
    failWhole(reader, `Unexpected \`as |${local}|\` in \`#${name}\`, expected ${form}`);
  return { kind: 'open', name, args, pairs, local, span: reader.whole };
}

/** Reads `else`, `else if condition` or `else when a ">" b`. */
export function readElseTag(reader: TagReader): ElseTag {
  reader.at += 'else'.length;
  reader.space();
  if (reader.atEnd) return { kind: 'else', name: undefined, args: [], span: reader.whole };
  const start = reader.at;
  const name = reader.take(NAME);
  if (name !== 'if' && name !== 'when')
    reader.fail(
      `Unexpected \`${reader.text.slice(start).trim()}\` after \`else\``,
      'Write `{{else}}`, `{{else if condition}}` or `{{else when a ">" b}}`',
      start,
      reader.text.trimEnd().length,
    );
  const { args, pairs, local } = readArguments(reader, name);
  const form = name === 'if' ? '`{{else if condition}}`' : '`{{else when a ">" b}}`';
  if (pairs[0]) reader.failAt(pairs[0].span, `Unexpected \`${pairs[0].name}=\` in \`else ${name}\`, expected ${form}`);
  if (local !== undefined) failWhole(reader, `Unexpected \`as |${local}|\` in \`else ${name}\`, expected ${form}`);
  checkCount(reader, `else ${name}`, { ...BLOCKS[name], form }, args);
  return { kind: 'else', name, args, span: reader.whole };
}

/** Reads `/if` and its like. */
export function readCloseTag(reader: TagReader): CloseTag {
  const start = reader.at;
  reader.at += 1;
  reader.space();
  const name = reader.take(NAME);
  if (name === undefined)
    reader.fail(
      'Unexpected closing tag without a name, expected `{{/if}}`, `{{/each}}` or their like',
      undefined,
      start,
    );
  expectEnd(reader, 'Unexpected text in a closing tag, expected only its name');
  return { kind: 'close', name, span: reader.whole };
}

/** True for a name that opens a block. */
export function isBlockName(name: string): name is BlockName {
  return (BLOCK_NAMES as readonly string[]).includes(name);
}

/** In a cell of a table a bar has a backslash before it. */
const LOCAL = /as\s*\\?\|\s*[\p{L}_][\p{L}\p{N}_]*\s*\\?\|/uy;
const BARE_LOCAL = /as\s+\|?[\p{L}_][\p{L}\p{N}_]*/uy;

function readArguments(
  reader: TagReader,
  block: BlockName,
): { args: Expression[]; pairs: Pair[]; local: string | undefined } {
  const args: Expression[] = [];
  const pairs: Pair[] = [];
  let end = reader.at;
  reader.space();
  while (!reader.atEnd) {
    const start = reader.at;
    expectSpace(reader, end);
    const local = args.length > 0 ? reader.take(LOCAL)?.replace(/^as\s*\\?\|\s*|\s*\\?\|$/g, '') : undefined;
    if (local !== undefined) {
      expectEnd(reader, `Unexpected text after \`as |${local}|\``);
      return { args, pairs, local };
    }
    const bare = args.length > 0 ? reader.take(BARE_LOCAL) : undefined;
    if (bare !== undefined)
      reader.fail(
        `Unexpected \`${bare}\`, expected a name between bars`,
        `Write \`{{#${block} … as |${bare.replace(/^as\s+\|?/, '')}|}}\``,
        start,
        reader.at,
      );
    const pair = readPair(reader, pairs);
    if (pair) pairs.push(pair);
    else args.push(readArgument(reader));
    end = reader.at;
    reader.space();
  }
  return { args, pairs, local: undefined };
}

function checkCount(
  reader: TagReader,
  name: string,
  { form, least, most }: { readonly form: string; readonly least: number; readonly most: number },
  args: readonly Expression[],
): void {
  if (args.length >= least && args.length <= most) return;
  if (args.length === 0) failWhole(reader, `Unexpected end of \`${name}\`, expected ${form}`);
  const [first] = args;
  const isHelper = most === 1 && first?.type === 'path' && first.segments.length === 1;
  const written = reader.text.replace(/^\s*(?:#|else\s+)[^\s]+/, '').trim();
  failWhole(
    reader,
    `Unexpected ${args.length} ${args.length === 1 ? 'argument' : 'arguments'} for \`${name}\`, expected ${form}`,
    isHelper ? `A helper stands in brackets: \`{{${name} (${written})}}\`` : undefined,
  );
}

function failWhole(reader: TagReader, reason: string, note?: string): never {
  return reader.fail(reason, note, 0, reader.text.length);
}
