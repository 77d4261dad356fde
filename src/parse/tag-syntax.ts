import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types';
import type { Node } from 'mdast';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/** `{{…}}` as Markdown hands it over: its inner text, line by line with offsets. */
export interface RawTagNode extends Node {
  type: 'rawTag';
  value: string;
  lineOffsets: number[];
}

/** `\{{`, which prints two braces. */
export interface LiteralBracesNode extends Node {
  type: 'literalBraces';
}

/** Offsets in the source of the parts of a link, image or definition, `[start, end)`. */
export interface SourceRanges {
  label?: [number, number];
  destination?: [number, number];
  title?: [number, number];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    rawTag: RawTagNode;
    literalBraces: LiteralBracesNode;
  }
  interface RootContentMap {
    rawTag: RawTagNode;
    literalBraces: LiteralBracesNode;
  }
  interface Data {
    ranges?: SourceRanges;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tag: 'tag';
    tagMarker: 'tagMarker';
    tagChunk: 'tagChunk';
    tagClose: 'tagClose';
    literalBraces: 'literalBraces';
  }
}

/** Teaches remark `{{…}}` and `\{{`, and to remember where the parts of links and images stand. */
export function remarkTags(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(tagSyntax());
  (data.fromMarkdownExtensions ??= []).push(tagFromMarkdown());
}

const EXCLAMATION = 33;
const QUOTES: readonly Code[] = [34, 39];
const DASH = 45;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/**
 * A text construct, so that Markdown touches nothing inside: a tag may span lines (a paragraph has no blank one),
 * straight quotes hide braces, a comment ends at the next `}}` and `{{!--` at `--}}`.
 */
function tagSyntax(): Extension {
  return {
    text: {
      [OPEN]: { name: 'tag', tokenize: tokenizeTag },
      [BACKSLASH]: { name: 'literalBraces', tokenize: tokenizeLiteralBraces },
    },
  };
}

function tokenizeLiteralBraces(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('literalBraces');
    effects.consume(code);
    return first;
  };
  function first(code: Code): State | undefined {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    return second;
  }
  function second(code: Code): State | undefined {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    effects.exit('literalBraces');
    return ok;
  }
}

const closing: Construct = { tokenize: tokenizeClosing, partial: true };
const opening: Construct = { tokenize: tokenizeOpening, partial: true };
const commentClosing: Construct = { tokenize: tokenizeCommentClosing, partial: true };

function tokenizeTag(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let quote: Code = null;
  let escaped = false;
  let mode: 'tag' | 'comment' | 'longComment' = 'tag';
  return start;

  function start(code: Code): State | undefined {
    effects.enter('tag');
    effects.enter('tagMarker');
    effects.consume(code);
    return secondBrace;
  }
  function secondBrace(code: Code): State | undefined {
    if (code !== OPEN) return nok(code);
    effects.consume(code);
    effects.exit('tagMarker');
    return begin;
  }
  function begin(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === EXCLAMATION) {
      mode = 'comment';
      effects.enter('tagChunk');
      effects.consume(code);
      return commentDash;
    }
    if (code === OPEN) {
      effects.enter('tagChunk');
      effects.consume(code);
      return inside;
    }
    return lineStart(code);
  }
  function commentDash(code: Code): State | undefined {
    if (code !== DASH) return inside(code);
    effects.consume(code);
    return commentSecondDash;
  }
  function commentSecondDash(code: Code): State | undefined {
    if (code !== DASH) return inside(code);
    mode = 'longComment';
    effects.consume(code);
    return inside;
  }
  function lineStart(code: Code): State | undefined {
    if (code === null) return nok(code);
    effects.enter('tagChunk');
    return inside(code);
  }
  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (isLineEnding(code)) {
      effects.exit('tagChunk');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      escaped = false;
      return lineStart;
    }
    if (mode === 'longComment')
      return code === DASH ? effects.check(commentClosing, end, consume)(code) : consume(code);
    if (quote !== null) {
      if (escaped) escaped = false;
      else if (code === BACKSLASH) escaped = true;
      else if (code === quote) quote = null;
      return consume(code);
    }
    if (code === CLOSE) return effects.check(closing, end, consume)(code);
    if (mode === 'comment') return consume(code);
    if (QUOTES.includes(code)) quote = code;
    if (code === OPEN) return effects.check(opening, nok, consume)(code);
    return consume(code);
  }
  function consume(code: Code): State | undefined {
    effects.consume(code);
    return inside;
  }
  function end(code: Code): State | undefined {
    effects.exit('tagChunk');
    effects.enter('tagClose');
    return closeMarker(code);
  }
  function closeMarker(code: Code): State | undefined {
    effects.consume(code);
    if (code === DASH) return closeMarker;
    return lastBrace;
  }
  function lastBrace(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('tagClose');
    effects.exit('tag');
    return ok;
  }
}

function tokenizeClosing(effects: Effects, ok: State, nok: State): State {
  return expectCodes(effects, ok, nok, [CLOSE, CLOSE]);
}

function tokenizeOpening(effects: Effects, ok: State, nok: State): State {
  return expectCodes(effects, ok, nok, [OPEN, OPEN]);
}

function tokenizeCommentClosing(effects: Effects, ok: State, nok: State): State {
  return expectCodes(effects, ok, nok, [DASH, DASH, CLOSE, CLOSE]);
}

/** Looks ahead for exactly these characters. */
function expectCodes(effects: Effects, ok: State, nok: State, codes: readonly number[]): State {
  let index = 0;
  return (code) => {
    effects.enter('tagMarker');
    return next(code);
  };
  function next(code: Code): State | undefined {
    if (code !== codes[index]) return nok(code);
    effects.consume(code);
    index += 1;
    if (index < codes.length) return next;
    effects.exit('tagMarker');
    return ok;
  }
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function tagFromMarkdown(): FromMarkdown {
  return {
    enter: {
      tag(token) {
        const node: RawTagNode = { type: 'rawTag', value: '', lineOffsets: [] };
        this.enter(node, token);
      },
      tagChunk(token) {
        const node = this.stack.at(-1);
        if (node?.type !== 'rawTag') return;
        if (node.lineOffsets.length > 0) node.value += '\n';
        node.lineOffsets.push(token.start.offset);
        node.value += this.sliceSerialize(token);
      },
      literalBraces(token) {
        this.enter({ type: 'literalBraces' }, token);
      },
      labelText(token) {
        remember(this, 'label', token);
      },
      resourceDestinationString(token) {
        remember(this, 'destination', token);
        this.buffer();
      },
      resourceTitleString(token) {
        remember(this, 'title', token);
        this.buffer();
      },
      definitionDestinationString(token) {
        remember(this, 'destination', token);
        this.buffer();
      },
      definitionTitleString(token) {
        remember(this, 'title', token);
        this.buffer();
      },
    },
    exit: {
      tag(token) {
        this.exit(token);
      },
      literalBraces(token) {
        this.exit(token);
      },
    },
  };
}

function remember(context: CompileContext, part: keyof SourceRanges, token: Token): void {
  const node = context.stack.findLast(
    (ancestor) => ancestor.type === 'link' || ancestor.type === 'image' || ancestor.type === 'definition',
  );
  if (!node) return;
  const data = (node.data ??= {});
  (data.ranges ??= {})[part] = [token.start.offset, token.end.offset];
}
