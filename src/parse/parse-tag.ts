import { embeddedSpan } from '../diagnostic/locate.js';
import { messageAt } from '../diagnostic/create-message.js';
import { nearestName } from '../diagnostic/nearest-name.js';
import type { Message } from '../diagnostic/message.js';
import {
  BLOCK_NAMES,
  type BlockName,
  type CallExpression,
  type Expression,
  type Pair,
  type PathExpression,
  type PathSegment,
  type Tag,
} from '../model/expression.js';
import type { Embedded, SourceFile, Span } from '../model/position.js';

/**
 * Parses what stands between `{{` and `}}`: a strict subset of Handlebars' grammar.
 *
 * @param inner The text between the braces, with its place in the source.
 * @param span The whole tag in the source, braces included.
 */
export function parseTag(source: SourceFile, inner: Embedded, span: Span): { tag?: Tag; messages: readonly Message[] } {
  return attempt(source, inner, span, (parser) => parser.tag());
}

/** Parses an expression that stands alone, as after `check:`. */
export function parseExpression(
  source: SourceFile,
  text: Embedded,
  span: Span,
): { expression?: Expression; messages: readonly Message[] } {
  const { tag, messages } = attempt(source, text, span, (parser) => parser.outputTag());
  return tag?.kind === 'output' ? { expression: tag.expression, messages } : { messages };
}

function attempt(
  source: SourceFile,
  inner: Embedded,
  span: Span,
  parse: (parser: TagParser) => Tag,
): { tag?: Tag; messages: readonly Message[] } {
  try {
    return { tag: parse(new TagParser(inner, span)), messages: [] };
  } catch (error) {
    if (!(error instanceof TagError)) throw error;
    const at = embeddedSpan(inner, error.start, error.end);
    return { messages: [messageAt(source, at.end > at.start ? at : span, 'tag-syntax', error.message, error.note)] };
  }
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const DIGITS = /\d+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\p{L}\d_])/uy;
const SPACE = /\s*/y;
const CURLY_QUOTES = '“”„‟‘’‚‛«»';
const COMPARISONS: Record<string, string> = { '>': 'gt', '<': 'lt', '=': 'eq', '!': 'not' };

class TagError extends Error {
  constructor(
    message: string,
    readonly note: string | undefined,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}

/** A recursive-descent reader over one tag; offsets are in the tag's own text. */
class TagParser {
  private at = 0;
  private readonly text: string;

  constructor(
    private readonly inner: Embedded,
    private readonly whole: Span,
  ) {
    this.text = inner.text;
  }

  tag(): Tag {
    const span = this.whole;
    if (this.text.startsWith('!')) return { kind: 'comment', span };
    this.refuseForeignForms();
    this.space();
    if (this.text[this.at] === '#') return this.openTag();
    if (this.text[this.at] === '/') {
      this.at += 1;
      const name =
        this.take(NAME) ??
        this.fail('Unexpected closing tag without a name, expected `{{/if}}`, `{{/each}}` or their like');
      this.expectEnd('Unexpected text in a closing tag, expected only its name');
      return { kind: 'close', name, span };
    }
    if (/^else(?![\p{L}\p{N}_.])/u.test(this.text.slice(this.at))) return this.elseTag();
    return this.outputTag();
  }

  outputTag(): Tag {
    this.space();
    if (this.at >= this.text.length)
      this.fail('Unexpected empty tag, expected a name or a helper', 'Write `{{query.column}}`', 0, this.text.length);
    const expression = this.callOrPath();
    this.expectEnd('Unexpected text after the expression');
    return { kind: 'output', expression, source: this.text.trim().replace(/\s+/g, ' '), span: this.whole };
  }

  private openTag(): Tag {
    this.at += 1;
    const start = this.at;
    const name =
      this.take(NAME) ?? this.fail('Unexpected `#` without a name, expected `{{#if}}`, `{{#each}}` or their like');
    if (!isBlockName(name)) {
      const near = nearestName(name, BLOCK_NAMES);
      this.fail(
        `Unexpected block \`#${name}\``,
        near
          ? `Did you mean \`{{#${near} …}}\`?`
          : `The blocks are ${BLOCK_NAMES.map((known) => `\`#${known}\``).join(', ')}`,
        start,
        this.at,
      );
    }
    const { args, pairs, local } = this.argumentsToEnd(name);
    const [least, most] = ARGUMENT_COUNTS[name];
    if (args.length < least || args.length > most)
      this.fail(
        `Unexpected ${args.length} arguments for \`#${name}\`, expected ${BLOCK_FORMS[name]}`,
        undefined,
        0,
        this.text.length,
      );
    if (pairs[0])
      this.failAt(pairs[0].span, `Unexpected \`${pairs[0].name}=\` in \`#${name}\`, expected ${BLOCK_FORMS[name]}`);
    if ((name === 'each' || name === 'with') && local === undefined)
      this.fail(
        `Unexpected \`#${name}\` without a name for its rows, expected ${BLOCK_FORMS[name]}`,
        'Name each row: `{{#each query as |row|}}{{row.column}}{{/each}}`',
        0,
        this.text.length,
      );
    return { kind: 'open', name, args, pairs, local, span: this.whole };
  }

  private elseTag(): Tag {
    this.at += 'else'.length;
    this.space();
    if (this.at >= this.text.length) return { kind: 'else', name: undefined, args: [], span: this.whole };
    const start = this.at;
    const name = this.take(NAME);
    if (name !== 'if' && name !== 'when')
      this.fail(
        `Unexpected \`${this.text.slice(start).trim()}\` after \`else\``,
        'Write `{{else}}`, `{{else if condition}}` or `{{else when a ">" b}}`',
        start,
        this.text.length,
      );
    const { args } = this.argumentsToEnd(name);
    const [count] = ARGUMENT_COUNTS[name];
    if (args.length !== count)
      this.fail(
        `Unexpected ${args.length} arguments for \`else ${name}\`, expected ${BLOCK_FORMS[name]}`,
        undefined,
        0,
        this.text.length,
      );
    return { kind: 'else', name, args, span: this.whole };
  }

  private argumentsToEnd(block: string): { args: Expression[]; pairs: Pair[]; local: string | undefined } {
    const args: Expression[] = [];
    const pairs: Pair[] = [];
    let local: string | undefined;
    for (this.space(); this.at < this.text.length; this.space()) {
      const as = /^as\s*\|\s*([\p{L}_][\p{L}\p{N}_]*)\s*\|/u.exec(this.text.slice(this.at));
      if (as) {
        local = as[1];
        this.at += as[0].length;
        this.expectEnd(`Unexpected text after \`as |${local ?? ''}|\``);
        break;
      }
      const bare = /^as\s+\|?([\p{L}_]\w*)/u.exec(this.text.slice(this.at));
      if (bare && args.length > 0)
        this.fail(
          `Unexpected \`${bare[0]}\`, expected a name between bars`,
          `Write \`{{#${block} … as |${bare[1] ?? 'row'}|}}\``,
          this.at,
          this.at + bare[0].length,
        );
      const pair = this.pair();
      if (pair) pairs.push(pair);
      else args.push(this.argument());
    }
    return { args, pairs, local };
  }

  /** A call when something follows the head, else the head itself. */
  private callOrPath(): Expression {
    const start = this.at;
    const head = this.argument();
    const args: Expression[] = [];
    const pairs: Pair[] = [];
    for (this.space(); this.at < this.text.length && this.text[this.at] !== ')'; this.space()) {
      const pair = this.pair();
      if (pair) pairs.push(pair);
      else args.push(this.argument());
    }
    if (args.length === 0 && pairs.length === 0) return head;
    const name = head.type === 'path' && !head.at && head.segments.length === 1 ? head.segments[0] : undefined;
    if (!name || name.kind !== 'name') this.refuseHead(head, start);
    const call: CallExpression = {
      type: 'call',
      name: name.text,
      nameSpan: name.span,
      args,
      pairs,
      span: this.span(start, this.at),
    };
    return call;
  }

  private refuseHead(head: Expression, start: number): never {
    const headText = this.text.slice(start, this.offsetOf(head.span.end));
    const rest = this.text.slice(this.offsetOf(head.span.end)).trim();
    if (head.type === 'path' && head.segments.length > 1) {
      const last = head.segments.at(-1)?.text ?? '';
      const column = `${headText.slice(0, headText.length - last.length)}[${last} ${rest}]`;
      this.fail(
        `Unexpected \`${rest}\` after \`${headText}\`, which is no helper`,
        `A column with a space in its name is written \`${column}\``,
        this.offsetOf(head.span.end),
        this.text.length,
      );
    }
    this.fail(
      `Unexpected \`${rest}\` after \`${headText}\`, expected a helper's name first`,
      undefined,
      start,
      this.text.length,
    );
  }

  private pair(): Pair | undefined {
    const start = this.at;
    const name = this.take(NAME);
    if (name === undefined) return undefined;
    const nameSpan = this.span(start, this.at);
    if (this.text[this.at] !== '=' || this.text[this.at + 1] === '=') {
      this.at = start;
      return undefined;
    }
    this.at += 1;
    const value = this.argument();
    return { name, nameSpan, value, span: this.span(start, this.at) };
  }

  private argument(): Expression {
    this.space();
    const start = this.at;
    const character = this.text[start] ?? '';
    if (character === '"' || character === "'") return this.string(character);
    if (character === '(') {
      this.at += 1;
      const call = this.callOrPath();
      this.space();
      if (this.text[this.at] !== ')') this.fail('Unexpected end of the tag, expected `)`', undefined, start, start + 1);
      this.at += 1;
      if (call.type !== 'call')
        this.fail(
          'Unexpected brackets around a value, expected a helper with its arguments',
          'Leave the brackets out',
          start,
          this.at,
        );
      return { ...call, span: this.span(start, this.at) };
    }
    const number = this.take(NUMBER);
    if (number !== undefined) return { type: 'literal', value: Number(number), span: this.span(start, this.at) };
    this.refuseCharacter(character, start);
    const path = this.path();
    const word = path.segments.length === 1 && !path.at ? path.segments[0]?.text : undefined;
    if (word === 'true' || word === 'false') return { type: 'literal', value: word === 'true', span: path.span };
    if (word === 'null') return { type: 'literal', value: null, span: path.span };
    return path;
  }

  private string(quote: string): Expression {
    const start = this.at;
    let value = '';
    this.at += 1;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined)
        this.fail(`Unexpected end of the tag, expected a closing \`${quote}\``, undefined, start, this.text.length);
      this.at += 1;
      if (character === quote) break;
      const next = this.text[this.at];
      if (character === '\\' && (next === quote || next === '\\' || next === '|')) {
        value += next;
        this.at += 1;
      } else value += character === '\n' || character === '\r' ? ' ' : character;
    }
    return { type: 'literal', value, span: this.span(start, this.at) };
  }

  private path(): PathExpression {
    const start = this.at;
    const at = this.text[start] === '@';
    if (at) this.at += 1;
    const segments = [this.segment('name')];
    while (this.text[this.at] === '.') {
      this.at += 1;
      segments.push(this.segment('any'));
    }
    if (this.text[this.at] === '[')
      this.fail(
        'Unexpected `[`, expected a dot before it',
        `Write \`${this.text.slice(start, this.at)}.[…]\``,
        this.at,
        this.at + 1,
      );
    return { type: 'path', at, segments, span: this.span(start, this.at) };
  }

  private segment(allowed: 'name' | 'any'): PathSegment {
    const start = this.at;
    const name = this.take(NAME);
    if (name !== undefined) return { text: name, kind: 'name', span: this.span(start, this.at) };
    if (allowed === 'name')
      this.fail(`Unexpected \`${this.text[start] ?? 'end of the tag'}\`, expected a name`, undefined, start, start + 1);
    const digits = this.take(DIGITS);
    if (digits !== undefined) return { text: digits, kind: 'digits', span: this.span(start, this.at) };
    if (this.text[start] === '[') {
      const end = this.text.indexOf(']', start);
      if (end < 0) this.fail('Unexpected end of the tag, expected `]`', undefined, start, this.text.length);
      this.at = end + 1;
      return { text: this.text.slice(start + 1, end), kind: 'bracketed', span: this.span(start, this.at) };
    }
    return this.fail('Unexpected end of the path, expected a column after the dot', undefined, start - 1, start);
  }

  private refuseForeignForms(): void {
    const first = this.text[0] ?? '';
    const forms: Record<string, string> = {
      '{': 'Values are text everywhere, so two braces are enough: `{{query.column}}`',
      '&': 'Values are text everywhere; write `{{query.column}}`',
      '>': 'There are no partials in a draft',
      '~': 'There is no white space control; line breaks beside a block tag go with it',
      '^': 'Write `{{else}}` inside the block',
      '*': 'There are no decorators in a draft',
    };
    const note = Object.hasOwn(forms, first) ? forms[first] : undefined;
    if (note !== undefined) this.fail(`Unexpected \`{{${first}\``, note, 0, 1);
    if (this.text.endsWith('~')) this.fail('Unexpected `~}}`', forms['~'], this.text.length - 1, this.text.length);
  }

  private refuseCharacter(character: string, start: number): void {
    if (character === '')
      this.fail('Unexpected end of the tag, expected a value', undefined, this.text.length - 1, this.text.length);
    if (/[\p{L}_@]/u.test(character)) return;
    const end = start + 1;
    if (CURLY_QUOTES.includes(character))
      this.fail(
        `Unexpected curly quote \`${character}\`, expected a straight one`,
        'Inside `{{ }}` quotes are straight: `"` or `\'`',
        start,
        end,
      );
    if (character === '|')
      this.fail('Unexpected `|`: there are no pipes', 'The helper comes first: `{{helper value}}`', start, end);
    if (Object.hasOwn(COMPARISONS, character))
      this.fail(
        `Unexpected \`${character}\``,
        `Compare with a helper: \`(${COMPARISONS[character] ?? 'gt'} a b)\``,
        start,
        end,
      );
    if ('+*/-%^'.includes(character))
      this.fail(
        `Unexpected \`${character}\``,
        'Arithmetic belongs in the query; a name with a hyphen is written `[like-this]`',
        start,
        end,
      );
    if (character === ',') this.fail('Unexpected `,`', 'Arguments are parted by spaces', start, end);
    this.fail(`Unexpected \`${character}\``, undefined, start, end);
  }

  private expectEnd(reason: string): void {
    this.space();
    if (this.at >= this.text.length) return;
    this.refuseCharacter(this.text[this.at] ?? '', this.at);
    this.fail(`${reason}: \`${this.text.slice(this.at).trim()}\``, undefined, this.at, this.text.length);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.at = pattern.lastIndex;
    return match[0];
  }

  private space(): void {
    this.take(SPACE);
  }

  private span(start: number, end: number): Span {
    return embeddedSpan(this.inner, start, end);
  }

  /** The offset in the tag's own text of an offset in the source, on one line. */
  private offsetOf(sourceOffset: number): number {
    for (let offset = 0; offset <= this.text.length; offset += 1)
      if (embeddedSpan(this.inner, offset, offset).start === sourceOffset) return offset;
    return this.text.length;
  }

  private failAt(span: Span, reason: string, note?: string): never {
    this.fail(reason, note, this.offsetOf(span.start), this.offsetOf(span.end));
  }

  private fail(reason: string, note?: string, start = this.at, end = start + 1): never {
    throw new TagError(reason, note, start, end);
  }
}

const ARGUMENT_COUNTS: Record<BlockName, readonly [number, number]> = {
  if: [1, 1],
  unless: [1, 1],
  when: [3, 3],
  each: [1, 1],
  only: [1, Infinity],
  with: [1, 1],
};

const BLOCK_FORMS: Record<BlockName, string> = {
  if: '`{{#if condition}}`',
  unless: '`{{#unless condition}}`',
  when: '`{{#when a ">" b}}`',
  each: '`{{#each query as |row|}}`',
  only: '`{{#only "x" "report"}}`',
  with: '`{{#with query as |row|}}`',
};

function isBlockName(name: string): name is BlockName {
  return (BLOCK_NAMES as readonly string[]).includes(name);
}
