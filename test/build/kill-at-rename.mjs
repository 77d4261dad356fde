// Loaded before a Node program: ends it as `kill -9` would, in place of the rename of this number.
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { rename } = promises;
let count = 0;
promises.rename = (...paths) => {
  count += 1;
  if (count === Number(process.env.KILL_AT)) process.kill(process.pid, 'SIGKILL');
  return rename(...paths);
};
syncBuiltinESMExports();
