import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, type Project } from '../cli/project.js';

interface FigureRecord {
  readonly id: string;
  readonly kind: string;
  readonly outputs: readonly string[];
  readonly value?: string;
}

let project: Project;
beforeAll(async () => {
  project = await makeProject();
  await cp('content', join(project.folder, 'content'), { recursive: true });
  const { code, stderr } = await project.run('build', '--only', 'brief');
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
}, 240_000);
afterAll(() => project[Symbol.asyncDispose]());

/** The attributes of every element of a page. */
function elements(html: string): Record<string, string>[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/g, '');
  return [...body.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) =>
    Object.fromEntries(
      [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]),
    ),
  );
}

function plain(value: string): string {
  return value.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

describe.each(['weekly', 'goose', 'births'])('the brief of %s', (slug) => {
  async function read(): Promise<{ figures: FigureRecord[]; page: Record<string, string>[] }> {
    const folder = join(project.folder, 'out', slug);
    const { figures } = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8')) as { figures: FigureRecord[] };
    const page = elements(await readFile(join(folder, 'brief.html'), 'utf8'));
    return { figures: figures.filter(({ outputs }) => outputs.includes('brief')), page };
  }

  test('carries the id of every figure, claim and table on record', async () => {
    const { figures, page } = await read();
    const ids = new Set(
      page.flatMap((attributes) => [
        ...['data-figure', 'data-check', 'data-claim', 'id'].flatMap((name) => attributes[name] ?? []),
        ...(attributes['data-figures']?.split(' ') ?? []),
      ]),
    );
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test('says of every figure of its own what a machine reads, as the record does', async () => {
    const { figures, page } = await read();
    const values = new Map(
      page.flatMap((one) =>
        one['data-figure'] === undefined ? [] : [[one['data-figure'], one['value'] ?? one['datetime']]],
      ),
    );
    const own = figures.filter(({ id, kind }) => kind === 'figure' && values.has(id));
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter(({ value }) => value === undefined)).toEqual([]);
    expect(own.map(({ id }) => [id, values.get(id)])).toEqual(own.map(({ id, value }) => [id, value]));
  });
});
