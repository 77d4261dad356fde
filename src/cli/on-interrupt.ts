import type { Terminal } from './terminal.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns Ctrl-C into an abort signal, so that work in hand is undone; a second one ends the process at once. */
export function onInterrupt(terminal: Terminal): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    terminal.err('\nStopping; outputs stay as they were. Press Ctrl-C again to stop at once.\n');
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of SIGNALS) process.off(name, interrupt);
    },
  };
}
