/** What a child process can be asked: an interface of one function a method, `params` in and a JSON-safe result out. */
export type Handlers<P> = { readonly [M in keyof P]: (params: never) => unknown };

/** What a method is given. */
export type Params<P, M extends keyof P> = P[M] extends (params: infer T) => unknown ? T : never;

/** What a method answers. */
export type Result<P, M extends keyof P> = P[M] extends (params: never) => infer T ? Awaited<T> : never;

/** The outcome of a call; a call always has one, whatever happens to the child. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The method threw; the child lives on. */
  | { readonly kind: 'thrown'; readonly message: string }
  /** Time ran out. `alive` is true when the child gave up the work in the time of grace; else it was killed. */
  | { readonly kind: 'timeout'; readonly alive: boolean }
  | { readonly kind: 'dead'; readonly death: Death };

/** Why a child process is no more. */
export interface Death {
  /**
   * `memory`: its own watchdog ended it; `timeout`: it did not stop in time; `aborted`: by the caller's signal;
   * `closed`: by the caller; `crash`: anything else.
   */
  readonly cause: 'memory' | 'timeout' | 'aborted' | 'closed' | 'crash';
  /** The end of what it wrote to its error stream, or how it ended. */
  readonly detail: string;
}

/** A line from parent to child. */
export interface RequestLine {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

/** A line from child to parent. */
export type ResponseLine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'thrown'; readonly id: number; readonly message: string };

/** What the parent tells the child at its start, as one JSON argument. */
export interface StartArgument {
  readonly parent: number;
  readonly memoryMb: number;
}

/** What the watchdog writes to the error stream before it kills, so that the parent knows why. */
export const MEMORY_MARK = 'threadwright: memory limit reached';
