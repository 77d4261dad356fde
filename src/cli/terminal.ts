/** Where a command writes; a real one is `process`, with colours only on a terminal. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages and progress. */
  readonly err: (text: string) => void;
  /** Columns of the terminal that progress is shown on; `undefined` when it is none. */
  readonly columns: number | undefined;
  readonly colour: { readonly out: boolean; readonly err: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stderr.isTTY ? stderr.columns : undefined,
    colour: { out: hasColour(stdout.isTTY, env), err: hasColour(stderr.isTTY, env) },
    env,
  };
}

/** See no-color.org and force-color.org (read 2026-11-24). */
function hasColour(isTty: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return isTty === true && env['TERM'] !== 'dumb';
}
