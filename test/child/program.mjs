// A child for the tests: echoes, fails, hangs, eats memory, dies.
import { serve } from '../../dist/child/serve.js';

let interrupted = () => undefined;
const hoard = [];

serve({
  echo: (value) => value,
  environment: () => ({ ...process.env }),
  fail: () => {
    throw new Error('on purpose');
  },
  hang: () => new Promise(() => undefined),
  busy: () => {
    for (;;);
  },
  work: () => new Promise((resolve) => (interrupted = () => resolve('stopped'))),
  interrupt: () => interrupted(),
  eat: () => {
    for (;;) hoard.push(Buffer.alloc(1 << 20, 1));
  },
  die: () => {
    process.stderr.write('the reason\n');
    process.exitCode = 3;
    setImmediate(() => process.exit(3));
    return new Promise(() => undefined);
  },
  pid: () => process.pid,
});
