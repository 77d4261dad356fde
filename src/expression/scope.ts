import type { HelperContext } from '../figure/helper.js';
import type { Answers } from '../model/answers.js';
import type { FrontMatter, QueryBlock } from '../model/draft.js';
import type { Input } from '../model/story.js';
import type { Target } from '../model/target.js';
import type { Value } from '../model/value.js';

/** What names mean at one place of a draft. */
export interface Scope {
  /** What an expression may know of the draft it is evaluated for. */
  readonly draft: {
    readonly queries: readonly Pick<QueryBlock, 'name'>[];
    readonly frontMatter: Pick<FrontMatter, 'lang'>;
  };
  readonly answers: Pick<Answers, 'tables'>;
  readonly target: Target;
  readonly helpers: HelperContext;
  /** Names that `as |…|` gives, the innermost last. */
  readonly locals: ReadonlyMap<string, Local>;
  /** `@index`, `@first`, `@last` of the innermost `#each`. */
  readonly loop: { readonly index: number; readonly length: number } | undefined;
  /** Set apart the figures of a loop's rounds: `.0`, `.1.2`. */
  readonly round: string;
  /** Collects the cells that the expression under evaluation reads. */
  readonly inputs: Input[];
}

/** What a local name stands for, and the cells that it was read from; a row's are read one by one. */
export interface Local {
  readonly value: Value;
  readonly inputs: readonly Input[];
}

/** A scope inside one round of a loop, or inside `#with`. */
export function withLocal(scope: Scope, name: string, local: Local, loop?: { index: number; length: number }): Scope {
  return {
    ...scope,
    locals: new Map([...scope.locals, [name, local]]),
    loop: loop ?? scope.loop,
    round: loop ? `${scope.round}.${loop.index}` : scope.round,
  };
}
