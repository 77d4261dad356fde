import type { RuleId } from '../diagnostic/rules.js';
import type { Style } from '../model/style.js';
import type { TargetName } from '../model/target.js';
import type { Machine, Value } from '../model/value.js';
import type { LocalePack } from './locale.js';

/** What a helper may know besides its arguments. */
export interface HelperContext {
  readonly locale: LocalePack;
  readonly style: Style;
  /** Publication day, `YYYY-MM-DD`: "last month" counts from here. */
  readonly date: string;
  /** Last day of data, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly target: TargetName;
  /** True where the phrase starts a sentence of the body, so that 1 to 99 are words if house style says so. */
  readonly spellNumbers: boolean;
}

/** What an argument must be. `list` takes a list, a table or a row; `any` takes everything. */
export type ParamType = 'number' | 'date' | 'text' | 'list' | 'boolean' | 'any';

/** A positional argument. */
export interface Param {
  /** As messages and the guide name it. */
  readonly name: string;
  readonly type: ParamType;
  readonly optional?: true;
  /** NULL is the helper's own business; without it NULL is a problem. */
  readonly nullable?: true;
  /** Stands last and takes all that follow, at least one. */
  readonly rest?: true;
}

/** A named argument, always optional. */
export interface PairParam {
  readonly name: string;
  readonly type: ParamType;
  /** Bare words that stand for themselves here: `none=error` is the text `error`, not a query of that name. */
  readonly keywords?: readonly string[];
}

/** What a call must look like, and what the guide says about it. */
export interface Signature {
  readonly name: string;
  /** One sentence for the guide. */
  readonly summary: string;
  readonly params: readonly Param[];
  readonly pairs: readonly PairParam[];
}

/** A helper of the figure language. */
export interface Helper extends Signature {
  readonly examples: readonly HelperExample[];
  /** Gets arguments that fit the signature; an optional one may be missing. */
  readonly call: (args: readonly Value[], pairs: HelperPairs, context: HelperContext) => HelperResult;
}

/** A call whose words depend on what else is shown, which the filler resolves. */
export interface Reference extends Signature {
  readonly examples: readonly ReferenceExample[];
}

/** A reference for the guide, run as a test in a draft that shows what it names. */
interface ReferenceExample {
  /** As a writer types it. */
  readonly expression: string;
  /** Default: a thread. */
  readonly context?: { readonly target: TargetName };
  readonly gives: string;
}

/** The named arguments of a call. */
export type HelperPairs = Readonly<Record<string, Value | undefined>>;

/** A call for the guide, run as a test. */
export interface HelperExample {
  /** As a writer types it, with literals for data. */
  readonly expression: string;
  readonly args: readonly Value[];
  readonly pairs?: HelperPairs;
  /** Where it differs from the guide's own day and style. */
  readonly context?: Partial<HelperContext>;
  /** The words; for a condition `true` or `false`. */
  readonly gives: string;
}

/** Why there are no words, and what to do about it. */
export interface Problem {
  readonly rule: RuleId;
  /** One plain sentence: capital first, no final period, values in backticks. */
  readonly reason: string;
  readonly note: string | undefined;
  /** What is to blame: the whole call, an argument by its index, or a pair by its name. */
  readonly at: 'call' | { readonly arg: number } | { readonly pair: string };
}

/** What a helper makes of its arguments. */
export type HelperResult<V extends Value = Value> =
  | { readonly value: V; readonly machine?: Machine; readonly problem?: undefined }
  | { readonly problem: Problem; readonly value?: undefined };
