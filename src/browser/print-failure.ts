/** A print that came to nothing. */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';

  /**
   * @param lost What is not to be used again: the page, or its whole browser; `nothing` where that is not at fault, and
   * another try would end the same.
   */
  constructor(
    message: string,
    readonly lost: 'page' | 'browser' | 'nothing',
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
