import { visibleLines } from '../diagnostic/visible-text.js';
import type { Terminal } from './terminal.js';

/** Words for what this tool did wrong itself; where, only for who asks. */
export function formatFault(error: unknown, { env }: Pick<Terminal, 'env'>, draft?: string): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause =
    error instanceof Error && error.cause !== undefined
      ? `\nCaused by: ${JSON.stringify(error.cause, Object.getOwnPropertyNames(Object(error.cause)))}`
      : '';
  const detail = env['THREADWRIGHT_DEBUG']
    ? `${stack}${cause}`
    : error instanceof Error
      ? error.message
      : String(error);
  const where = draft === undefined ? '' : ` at \`${draft}\``;
  return visibleLines(
    `Threadwright failed${where}, and that is a fault of its own: ${detail}${env['THREADWRIGHT_DEBUG'] ? '' : '\nSet THREADWRIGHT_DEBUG=1 to see where'}`,
  );
}
