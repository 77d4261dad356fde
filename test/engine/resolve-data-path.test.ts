import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileKind } from '../../src/diagnostic/file-kind.js';
import { resolveDataPath } from '../../src/engine/resolve-data-path.js';

test('a socket and a device are called what they are, and neither is opened', async () => {
  const root = await mkdtemp(join(tmpdir(), 'threadwright-socket-'));
  const server = createServer().listen(join(root, 'live.csv'));
  await once(server, 'listening');
  try {
    expect(await resolveDataPath({ file: 'live.csv', declaredIn: 'draft' }, { root, folder: root })).toEqual({
      rule: 'data-unreadable',
      reason: 'Unexpected socket `live.csv`, expected a file',
    });
  } finally {
    server.close();
    await rm(root, { recursive: true });
  }
  const nothing = { isDirectory: () => false, isFIFO: () => false, isSocket: () => false };
  expect(fileKind(nothing)).toBe('device');
});
