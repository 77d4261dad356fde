import type { SourceFile, Span } from '../../model/position.js';

/** What is wrong with a template, in a reader's words and at its place. */
export interface TemplateFault {
  /** `undefined` where nothing says it. */
  readonly span: Span | undefined;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Says what an error of Handlebars' means, whose own words name the tokens of its parser. */
export function templateFault(error: unknown, { text }: SourceFile): TemplateFault {
  const message = error instanceof Error ? error.message : String(error);
  const partial = /^The partial (.+) could not be found/.exec(message)?.[1];
  if (partial !== undefined) {
    const reason = `Unknown partial \`${partial}\`, expected \`partials/${partial}.hbs\``;
    return { span: callOf(partial, text), reason };
  }
  const syntax = /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^/.exec(message);
  if (syntax) return unexpected(caretOf(text, syntax[2] ?? '', (syntax[3] ?? '').length, Number(syntax[1])), text);
  const words = message.replace(/\s+/g, ' ').replace(/ - \d+:\d+$/, '');
  const [, open, close] = /^(\S+) doesn't match (\S+)$/.exec(words) ?? [];
  const reason =
    open === undefined || close === undefined
      ? `Unexpected template: ${words}`
      : `Unexpected \`{{/${close}}}\`, expected \`{{/${open}}}\``;
  return { span: spanOf(error, text), reason };
}

/** Where a template includes a partial. */
function callOf(name: string, text: string): Span | undefined {
  for (const { index, 0: opening } of text.matchAll(/\{\{~?#?>\s*["'[]?/g)) {
    const start = index + opening.length;
    if (!text.startsWith(name, start) || /^[\w/-]/.test(text.slice(start + name.length))) continue;
    return { start, end: start + name.length };
  }
  return undefined;
}

/**
 * Finds the place that Handlebars points at: it shows some characters around it, without their line ends, and says on
 * which line the last thing began that it could read.
 */
function caretOf(text: string, shown: string, caret: number, line: number): number {
  const kept = [...text.matchAll(/[^\n]/g)].map(({ index }) => index);
  const joined = text.replaceAll('\n', '');
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length;
  // Three dots say that there is more, or stand in the template
  for (const [lead, words] of [
    [0, shown],
    [0, shown.replace(/\.{3}$/, '')],
    [3, shown.slice(3)],
    [3, shown.slice(3).replace(/\.{3}$/, '')],
  ] as const) {
    const places: number[] = [];
    for (let at = joined.indexOf(words); at >= 0; at = joined.indexOf(words, at + 1))
      places.push(kept[at + caret - lead] ?? text.length);
    const [nearest] = places.sort((a, b) => Math.abs(lineAt(a) - line) - Math.abs(lineAt(b) - line));
    if (nearest !== undefined) return nearest;
  }
  return text.length;
}

const TOKEN = /^(?:\}{2,4}|\{{2,4}~?[/#^>&!]*|[()=|]|[^\s{}()=|]+)/;

function unexpected(at: number, text: string): TemplateFault {
  const token = TOKEN.exec(text.slice(at))?.[0];
  if (token === undefined) {
    return {
      span: { start: at, end: at },
      reason: 'Unexpected end of the template, expected a block or tag to be closed',
    };
  }
  if (!text.includes('}}', at)) {
    return {
      span: { start: at, end: at + token.length },
      reason: 'Unexpected end of the template in a tag, expected `}}`',
    };
  }
  const isIndex = /^\d+$/.test(token) && text[at - 1] === '.';
  return {
    span: { start: at, end: at + token.length },
    reason: `Unexpected \`${token}\` in the template`,
    note: isIndex ? `Write a row's number in square brackets: \`.[${token}]\`` : undefined,
  };
}

/** Lines count from 1 and columns from 0. */
function spanOf(error: unknown, text: string): Span | undefined {
  if (!(error instanceof Error) || !('lineNumber' in error) || typeof error.lineNumber !== 'number') return undefined;
  const column = 'column' in error && typeof error.column === 'number' ? error.column : 0;
  const lines = text.split('\n').slice(0, error.lineNumber - 1);
  const start = lines.reduce((sum, line) => sum + line.length + 1, column);
  return { start, end: start };
}
