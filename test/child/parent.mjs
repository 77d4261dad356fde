// A parent for the tests: starts a child, prints its process id, and keeps it at work until someone kills the parent.
import { openChild } from '../../dist/child/open-child.js';

const child = openChild({ entry: new URL('program.mjs', import.meta.url), memoryMb: 500 });
const { value: pid } = await child.call('pid', undefined, { timeoutMs: 60_000 });
process.stdout.write(String(pid));
await child.call(process.argv[2], undefined, { timeoutMs: 600_000 });
