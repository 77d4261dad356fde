import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a command and its Node processes reach for, and a proxy that their environment names. */
export interface NetworkRecord extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
  readonly proxy: string;
  /** E.g. `connect 127.0.0.1:80`, `lookup localhost`, `proxy GET http://news.example/`. */
  readonly attempts: () => Promise<readonly string[]>;
}

/** Starts a record of the network for commands that get its environment. */
export async function recordNetwork(): Promise<NetworkRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-test-'));
  const file = join(folder, 'attempts.txt');
  const asked: string[] = [];
  const server = createServer(({ method = '', url = '' }, response) => {
    asked.push(`proxy ${method} ${url}`);
    response.end('here');
  });
  server.on('connect', ({ url = '' }, socket) => {
    asked.push(`proxy CONNECT ${url}`);
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
  return {
    env: {
      ...Object.fromEntries(names.map((name) => [name, proxy])),
      NODE_OPTIONS: `--import=${pathToFileURL('test/build/write-attempts.mjs').href}`,
      ATTEMPTS: file,
    },
    proxy,
    attempts: async () => {
      const written = await readFile(file, 'utf8').catch(() => '');
      return [...asked, ...written.split('\n').filter((line) => line !== '')];
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
