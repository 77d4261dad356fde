/** A print that came to nothing. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';

  /** @param lost What is not to be used again: the page, or its whole browser. */
  constructor(
    message: string,
    readonly lost: 'page' | 'browser',
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
