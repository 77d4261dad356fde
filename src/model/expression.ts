import type { Span } from './position.js';

/** One name, row number or bracketed name of a path: `burst`, `0`, `[total killed]`. */
export interface PathSegment {
  readonly text: string;
  readonly kind: 'name' | 'digits' | 'bracketed';
  readonly span: Span;
}

/** `burst.n`, `reach.Arabic.shares`, `@date`. */
export interface PathExpression {
  readonly type: 'path';
  /** True for `@date`, `@index` and their like; the `@` is not part of the first segment. */
  readonly at: boolean;
  readonly segments: readonly PathSegment[];
  readonly span: Span;
}

/** `"attack"`, `7`, `true`, `null`. */
export interface LiteralExpression {
  readonly type: 'literal';
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

/** `none="no attacks"`. */
export interface Pair {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
  readonly span: Span;
}

/** `count burst.n "operation" none="no operations"`. */
export interface CallExpression {
  readonly type: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expression[];
  readonly pairs: readonly Pair[];
  readonly span: Span;
}

export type Expression = PathExpression | LiteralExpression | CallExpression;

/** What stands between `{{` and `}}`; every span is in the source file and a tag's own includes its braces. */
export type Tag = CommentTag | OutputTag | OpenTag | ElseTag | CloseTag;

export interface CommentTag {
  readonly kind: 'comment';
  readonly span: Span;
}

export interface OutputTag {
  readonly kind: 'output';
  readonly expression: Expression;
  /** The text between the braces, trimmed. */
  readonly source: string;
  readonly span: Span;
}

/** The blocks of the language, in the order the guide explains them. */
export const BLOCK_NAMES = ['if', 'unless', 'when', 'each', 'only', 'with'] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

export interface OpenTag {
  readonly kind: 'open';
  readonly name: BlockName;
  /** The name as typed, where no block has it: that was reported. */
  readonly unknown?: string;
  readonly args: readonly Expression[];
  readonly pairs: readonly Pair[];
  /** The name after `as |…|`. */
  readonly local: string | undefined;
  readonly span: Span;
}

export interface ElseTag {
  readonly kind: 'else';
  /** `undefined` for a bare `{{else}}`. */
  readonly name: 'if' | 'when' | undefined;
  readonly args: readonly Expression[];
  readonly span: Span;
}

export interface CloseTag {
  readonly kind: 'close';
  readonly name: string;
  readonly span: Span;
}
