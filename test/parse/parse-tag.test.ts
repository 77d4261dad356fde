import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/diagnostic/message.js';
import type { Expression } from '../../src/model/expression.js';
import type { Embedded, SourceFile } from '../../src/model/position.js';
import { parseExpression, parseTag } from '../../src/parse/parse-tag.js';
import { pointedAt } from './draft-input.js';
import { expression } from './outline.js';
import { PATIENT, runs } from './runs.js';

/** A tag on the second line of a file, after some text. */
function tagOf(inner: string): { source: SourceFile; embedded: Embedded; span: { start: number; end: number } } {
  const before = 'A line\nand ';
  const source = { path: 'draft.md', text: `${before}{{${inner}}} after.\n` };
  const from = before.length + 2;
  const lineOffsets = [from, ...Array.from(inner.matchAll(/\n/g), ({ index }) => from + index + 1)];
  const span = { start: before.length, end: from + inner.length + 2 };
  return { source, embedded: { text: inner, lineOffsets }, span };
}

function parse(inner: string): {
  tag: ReturnType<typeof parseTag>['tag'];
  messages: readonly Message[];
  source: SourceFile;
} {
  const { source, embedded, span } = tagOf(inner);
  return { ...parseTag(source, embedded, span), source };
}

/** The tag as a line: its kind and what it holds. */
function read(inner: string): string {
  const { tag, messages } = parse(inner);
  if (!tag || messages.length > 0) return messages.map(({ reason }) => reason).join('; ');
  switch (tag.kind) {
    case 'output':
      return expression(tag.expression);
    case 'open':
      return [
        `#${tag.name}`,
        ...tag.args.map(expression),
        ...(tag.local === undefined ? [] : [`as ${tag.local}`]),
      ].join(' ');
    case 'else':
      return ['else', ...(tag.name ? [tag.name] : []), ...tag.args.map(expression)].join(' ');
    case 'close':
      return `/${tag.name}`;
    case 'comment':
      return '!';
  }
}

describe('a tag', PATIENT, () => {
  it.each([
    // Paths
    ['q', 'q'],
    [' burst.n ', 'burst.n'],
    ['q.0.n', 'q.0.n'],
    ['per.2020.n', 'per.2020.n'],
    ['q.[total killed]', 'q.[total killed]'],
    ['q.[a.b].[{x}]', 'q.[a.b].[{x}]'],
    ['@date', '@date'],
    ['été.größe', 'été.größe'],
    ['数据.数', '数据.数'],
    ['_x1', '_x1'],
    ['elsewhere', 'elsewhere'],
    ['else.n', 'else.n'],
    ['\u00a0q.n\u2003', 'q.n'],
    // Literals
    ['"text"', '"text"'],
    ['\'it says "no"\'', '"it says \\"no\\""'],
    ['"a \\"b\\" \\\\ c"', '"a \\"b\\" \\\\ c"'],
    ['"a\\|b"', '"a|b"'],
    ['"two\nlines"', '"two lines"'],
    ['7', '7'],
    ['-3.25', '-3.25'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    // Calls
    ['count burst.n "operation"', '(count burst.n "operation")'],
    ['count\n  burst.n\n  "operation"', '(count burst.n "operation")'],
    ['count q.n "x" none="no x" unknown=\'?\'', '(count q.n "x" none="no x" unknown="?")'],
    ['count q.n none=error "x"', '(count q.n "x" none=error)'],
    ['cap (rel day)', '(cap (rel day))'],
    ['and (gt a.n 1) (not (eq b.s "x"))', '(and (gt a.n 1) (not (eq b.s "x")))'],
    ['f x=(g y)', '(f x=(g y))'],
    ['count count.n "x"', '(count count.n "x")'],
    // Blocks
    ['#if q.n', '#if q.n'],
    ['# if q.n', 'Unexpected `#` without a name, expected `{{#if}}`, `{{#each}}` or their like'],
    ['#if (gt q.n 5)', '#if (gt q.n 5)'],
    ['#unless q', '#unless q'],
    ['#when a.n ">" 5', '#when a.n ">" 5'],
    ['#each q as |row|', '#each q as row'],
    ['#each q as | row |', '#each q as row'],
    ['#each q.list as|x|', '#each q.list as x'],
    ['#with q as |r|', '#with q as r'],
    ['#only "x" "report"', '#only "x" "report"'],
    ['else', 'else'],
    [' else ', 'else'],
    ['else if q.n', 'else if q.n'],
    ['else when a "=" "b"', 'else when a "=" "b"'],
    ['/if', '/if'],
    [' / each ', '/each'],
    ['/anything', '/anything'],
    // Comments
    ['! anything “at all', '!'],
    ['!-- a }} b --', '!'],
  ])('{{%s}} is read', (inner, expected) => {
    expect(read(inner)).toBe(expected);
  });

  it.each<[inner: string, blamed: string, reason: string, note?: string]>([
    ['', '{{}}', 'Unexpected empty tag, expected a name or a helper', 'Write `{{query.column}}`'],
    ['  ', '  ', 'Unexpected empty tag, expected a name or a helper', 'Write `{{query.column}}`'],
    // Other languages' forms
    ['{x}', '{', 'Unexpected `{{{`', 'Values are text everywhere, so two braces are enough: `{{query.column}}`'],
    ['&x', '&', 'Unexpected `{{&`', 'Values are text everywhere; write `{{query.column}}`'],
    [' > card', '>', 'Unexpected `{{>`', 'There are no partials in a draft'],
    ['~x', '~', 'Unexpected `{{~`', 'There is no white space control; line breaks beside a block tag go with it'],
    ['x ~', '~', 'Unexpected `~}}`', 'There is no white space control; line breaks beside a block tag go with it'],
    ['^', '^', 'Unexpected `{{^`', 'Write `{{else}}` inside the block'],
    ['* x', '*', 'Unexpected `{{*`', 'There are no decorators in a draft'],
    ['elseif x', 'elseif', 'Unexpected `elseif`', 'Write `{{else if condition}}`'],
    // Signs
    ['a > b', '>', 'Unexpected `>`', 'Use a helper: `(gt a b)`'],
    ['a<b', '<', 'Unexpected `<`', 'Use a helper: `(lt a b)`'],
    ['a >= b', '>=', 'Unexpected `>=`', 'Use a helper: `(gte a b)`'],
    ['a == b', '==', 'Unexpected `==`', 'Use a helper: `(eq a b)`'],
    ['a != b', '!=', 'Unexpected `!=`', 'Use a helper: `(not (eq a b))`'],
    ['a && b', '&&', 'Unexpected `&&`', 'Use a helper: `(and a b)`'],
    ['a || b', '||', 'Unexpected `||`', 'Use a helper: `(or a b)`'],
    ['a | upper', '|', 'Unexpected `|`: there are no pipes', 'The helper comes first: `{{helper value}}`'],
    [
      'a + b',
      '+',
      'Unexpected `+`',
      'Arithmetic belongs in the query; a column with a hyphen is written `query.[like-this]`',
    ],
    [
      'burst-n',
      '-',
      'Unexpected `-`',
      'Arithmetic belongs in the query; a column with a hyphen is written `query.[like-this]`',
    ],
    [
      'count n none = "x"',
      '=',
      'Unexpected `=`',
      'A named argument has no spaces around it: `none="no attacks"`; to compare use a helper: `(eq a b)`',
    ],
    ['count(n, "x")', '(', 'Unexpected `(`, expected a space before it', 'Arguments are parted by spaces'],
    ['f a)', ')', 'Unexpected `)`, no bracket is open here'],
    ['[a b]', '[', 'Unexpected `[`, expected a query’s name before it', 'Write `query.[column name]`'],
    ['a ? b', '?', 'Unexpected `?`'],
    ['a 😀', '😀', 'Unexpected `😀`'],
    // Quotes
    [
      'count n “attack”',
      '“',
      'Unexpected curly quote `“`, expected a straight one',
      'Inside `{{ }}` quotes are straight: `"` or `\'`',
    ],
    [
      'count n ’x’',
      '’',
      'Unexpected curly quote `’`, expected a straight one',
      'Inside `{{ }}` quotes are straight: `"` or `\'`',
    ],
    ['count n "x', '"x', 'Unexpected end of the tag, expected a closing `"`'],
    // Paths
    ['q.', '.', 'Unexpected end of the path, expected a column after the dot'],
    ['q..n', '.', 'Unexpected end of the path, expected a column after the dot'],
    ['q.[n', '[n', 'Unexpected end of the tag, expected `]`'],
    ['q.[]', '[]', 'Unexpected `[]`, expected a name in it'],
    ['q[n]', '[', 'Unexpected `[`, expected a dot before it', 'Write `q.[…]`'],
    ['@', '@', 'Unexpected end of the tag, expected a name after `@`'],
    ['@1', '1', 'Unexpected `1`, expected a name after `@`'],
    [
      'day.total killed',
      'killed',
      'Unexpected `killed` after `day.total`, which is no helper',
      'A column with a space in its name is written `day.[total killed]`',
    ],
    ['7 operations', 'operations', 'Unexpected `operations` after `7`, expected a helper’s name first'],
    ['@date "long"', '"long"', 'Unexpected `"long"` after `@date`, expected a helper’s name first'],
    // Brackets
    ['f (g a', '(', 'Unexpected end of the tag, expected `)`'],
    [
      'f (a)',
      '(a)',
      'Unexpected brackets around a value, expected a helper with its arguments',
      'Leave the brackets out',
    ],
    ['f a=', '=', 'Unexpected end of the tag, expected a value'],
    ['f a="1" a="2"', 'a=', 'Unexpected second `a=`'],
    // Blocks
    ['#iff q', 'iff', 'Unexpected block `#iff`', 'Did you mean `{{#if …}}`?'],
    [
      '#foreach q',
      'foreach',
      'Unexpected block `#foreach`',
      'The blocks are `#if`, `#unless`, `#when`, `#each`, `#only`, `#with`',
    ],
    ['#if', '#if', 'Unexpected end of `#if`, expected `{{#if condition}}`'],
    [
      '#if gt q.n 5',
      '#if gt q.n 5',
      'Unexpected 3 arguments for `#if`, expected `{{#if condition}}`',
      'A helper stands in brackets: `{{#if (gt q.n 5)}}`',
    ],
    [
      '#if q.n=5',
      '=',
      'Unexpected `=`',
      'A named argument has no spaces around it: `none="no attacks"`; to compare use a helper: `(eq a b)`',
    ],
    ['#if n=5', 'n=5', 'Unexpected `n=` in `#if`, expected `{{#if condition}}`', 'To compare use a helper: `(eq n 5)`'],
    ['#if q as |r|', '#if q as |r|', 'Unexpected `as |r|` in `#if`, expected `{{#if condition}}`'],
    ['#when a "=" ', '#when a "=" ', 'Unexpected 2 arguments for `#when`, expected `{{#when a ">" b}}`'],
    ['#when a', '#when a', 'Unexpected 1 argument for `#when`, expected `{{#when a ">" b}}`'],
    [
      '#each q',
      '#each q',
      'Unexpected `#each` without a name for its rows, expected `{{#each query as |row|}}`',
      'Name each row: `{{#each query as |row|}}{{row.column}}{{/each}}`',
    ],
    ['#each q as row', 'as row', 'Unexpected `as row`, expected a name between bars', 'Write `{{#each … as |row|}}`'],
    ['#only', '#only', 'Unexpected end of `#only`, expected `{{#only "x" "report"}}`'],
    [
      'else iff q',
      'iff q',
      'Unexpected `iff q` after `else`',
      'Write `{{else}}`, `{{else if condition}}` or `{{else when a ">" b}}`',
    ],
    ['else if', 'else if', 'Unexpected end of `else if`, expected `{{else if condition}}`'],
    ['/', '/', 'Unexpected closing tag without a name, expected `{{/if}}`, `{{/each}}` or their like'],
    ['/if q', 'q', 'Unexpected text in a closing tag, expected only its name: `q`'],
  ])('{{%s}} is refused at %s', (inner, blamed, reason, note) => {
    const { messages, source } = parse(inner);
    expect(messages).toHaveLength(1);
    const [message] = messages;
    if (!message) return;
    expect([pointedAt(message, source), message.reason, message.note]).toEqual([blamed, reason, note]);
    expect(message.rule).toBe('tag-syntax');
  });

  it('says where in its lines a mistake stands', () => {
    const { messages } = parse('count\n  burst.n\n  | x');
    expect(messages[0]?.place).toMatchObject({ line: 4, column: 3, endLine: 4, endColumn: 4 });
  });

  it('keeps the places of its parts', () => {
    const { tag, source } = parse('count q.[a b]  (cap "x") none="y"');
    const texts: string[] = [];
    const look = (part: Expression): void => {
      texts.push(source.text.slice(part.span.start, part.span.end));
      if (part.type === 'path')
        for (const { span } of part.segments) texts.push(source.text.slice(span.start, span.end));
      if (part.type === 'call') {
        texts.push(source.text.slice(part.nameSpan.start, part.nameSpan.end));
        part.args.forEach(look);
        for (const pair of part.pairs) {
          texts.push(source.text.slice(pair.span.start, pair.span.end));
          look(pair.value);
        }
      }
    };
    if (tag?.kind === 'output') look(tag.expression);
    expect(texts).toEqual([
      'count q.[a b]  (cap "x") none="y"',
      'count',
      'q.[a b]',
      'q',
      '[a b]',
      '(cap "x")',
      'cap',
      '"x"',
      'none="y"',
      '"y"',
    ]);
  });

  it('that opens a block stays one when it cannot be read, so that its partner is not blamed', () => {
    expect(parse('#if a > b').tag).toMatchObject({ kind: 'open', name: 'if', args: [] });
    expect(parse('else iff').tag).toMatchObject({ kind: 'else' });
    expect(parse('a > b').tag).toBeUndefined();
  });

  it('with brackets in brackets ends somewhere', () => {
    expect(read(`f ${'(f '.repeat(19)}(f 1)${')'.repeat(19)}`)).toMatch(/^\(f/);
    expect(read(`f ${'(f '.repeat(100_000)}`)).toBe('Unexpected `(`, expected at most 20 within each other');
  });

  it('never throws, and every message lies inside it', () => {
    const part = fc.constantFrom(
      ...'# / ! else if each as |r| q.n q. .n [a] ( ) "x" \' " = none= 7 -1 @ @date true > < ~ { } & ^ , + é 😀 “ \n \\'.split(
        ' ',
      ),
      ' ',
      '  ',
    );
    const inner = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(inner, (text) => {
        const { source, embedded, span } = tagOf(text.replace(/\r/g, ''));
        const { tag, messages } = parseTag(source, embedded, span);
        expect(tag !== undefined || messages.length > 0).toBe(true);
        for (const message of messages) {
          const { place } = message;
          const blamed = pointedAt(message, source);
          expect(blamed.length).toBeGreaterThan(0);
          expect(source.text.slice(span.start, span.end)).toContain(blamed);
          expect(place?.line).toBeGreaterThanOrEqual(2);
          expect(message.reason).toMatch(/^Unexpected /);
          // No half of a character
          expect(message.reason).not.toMatch(/\p{Cs}/u);
        }
      }),
      runs(1000),
    );
  });
});

describe('an expression that stands alone', () => {
  it('is a path, a literal or a call, never a block', () => {
    const of = (text: string): unknown => {
      const { source, embedded, span } = tagOf(text);
      const { expression: found, messages } = parseExpression(source, embedded, span);
      return found ? expression(found) : messages.map(({ reason }) => reason);
    };
    expect(of('count q.n "x"')).toBe('(count q.n "x")');
    expect(of('q.ok')).toBe('q.ok');
    expect(of('#if q')).toEqual(['Unexpected `#`']);
  });
});
