import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tag: 'tag';
    tagMarker: 'tagMarker';
    tagChunk: 'tagChunk';
    tagClose: 'tagClose';
    literalBraces: 'literalBraces';
  }
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
export function tagSyntax(): Extension {
  return {
    text: {
      [OPEN]: { name: 'tag', tokenize: tokenizeTag },
      [BACKSLASH]: { name: 'literalBraces', tokenize: tokenizeLiteralBraces },
    },
    // So that emphasis may touch a tag: `won**{{n}}**seats`
    attentionMarkers: { null: [OPEN, CLOSE] },
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

/** Texts in which a comment of a kind was never closed, so that no later one of it is looked for: that would take for ever. */
const endless: Record<'comment' | 'longComment', WeakSet<TokenizeContext>> = {
  comment: new WeakSet(),
  longComment: new WeakSet(),
};

function tokenizeTag(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isEndless = (kind: keyof typeof endless): boolean => endless[kind].has(this);
  const rememberEndless = (): void => {
    if (mode !== 'tag') endless[mode].add(this);
  };
  let quote: Code = null;
  let escaped = false;
  let mode: 'tag' | 'comment' | 'longComment' = 'tag';
  let inChunk = false;
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
    // A third brace belongs to the tag, so that it is refused there
    if (code === OPEN) return consume(code);
    if (code !== EXCLAMATION) return inside(code);
    mode = 'comment';
    consume(code);
    return commentDash;
  }
  function commentDash(code: Code): State | undefined {
    if (code !== DASH) return inside(code);
    consume(code);
    return commentSecondDash;
  }
  function commentSecondDash(code: Code): State | undefined {
    if (code !== DASH) return inside(code);
    mode = 'longComment';
    return consume(code);
  }
  function inside(code: Code): State | undefined {
    if (mode !== 'tag' && isEndless(mode)) return nok(code);
    if (code === null) {
      rememberEndless();
      return nok(code);
    }
    if (isLineEnding(code)) {
      endChunk();
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      escaped = false;
      return inside;
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
  function consume(code: Code): State {
    if (!inChunk) effects.enter('tagChunk');
    inChunk = true;
    effects.consume(code);
    return inside;
  }
  function endChunk(): void {
    if (inChunk) effects.exit('tagChunk');
    inChunk = false;
  }
  function end(code: Code): State | undefined {
    endChunk();
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
