import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { MEMORY_MARK, type StartArgument } from './protocol.js';

/**
 * Runs in a thread of its own, because the child's main thread may be busy for long:
 * kills the whole process when its parent is gone or its memory goes past the cap.
 */
const POLL_MS = 50;
const { parent, memoryMb } = workerData as StartArgument;

setInterval(() => {
  if (process.ppid !== parent) kill();
  if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) {
    try {
      writeSync(2, `\n${MEMORY_MARK}\n`);
    } finally {
      kill();
    }
  }
}, POLL_MS);

function kill(): void {
  process.kill(process.pid, 'SIGKILL');
}
