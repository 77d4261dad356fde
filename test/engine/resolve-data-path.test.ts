import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
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

test('a link to nothing is called one, and is no near name of itself', async () => {
  const root = await mkdtemp(join(tmpdir(), 'threadwright-link-'));
  try {
    await symlink('nothing.csv', join(root, 'events.csv'));
    expect(await resolveDataPath({ file: 'events.csv', declaredIn: 'draft' }, { root, folder: root })).toEqual({
      rule: 'data-missing',
      reason: 'Unexpected link to nothing `events.csv`, expected a file',
    });
  } finally {
    await rm(root, { recursive: true });
  }
});
