import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { getLanguageService, type JSONSchema } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishDraft } from '../../../src/build/publish-draft.js';
import { PLATFORM_IDS } from '../../../src/model/target.js';

/** The published schema is held against real files by a validator that knows nothing of this project. */
const SCHEMA_TEXT = readFileSync('schemas/thread.schema.json', 'utf8');
const SCHEMA = JSON.parse(SCHEMA_TEXT) as JSONSchema & { $id: string };
const service = getLanguageService({});

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

let record: Json;

beforeAll(async () => {
  const { files, messages } = await publishDraft({ draft: 'test/draft.md', text: DRAFT, only: ['thread'] });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const file = files.find(({ path }) => path === 'thread.json');
  record = JSON.parse(new TextDecoder().decode(file?.bytes)) as Json;
});

describe('the schema of thread.json', () => {
  test('is one, of JSON Schema 2020-12', async () => {
    expect(SCHEMA.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(await problems(SCHEMA_TEXT)).toEqual([]);
    expect(await problems(SCHEMA_TEXT.replace('"type": "boolean"', '"type": "bool"'))).not.toEqual([]);
  });

  test('fits a thread with a chart, a table, links, hashtags and mentions', async () => {
    expect(await check(record)).toEqual([]);
    const kinds = objectsIn(record).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['chart', 'table', 'link', 'hashtag', 'mention']));
  });

  test.each(['births', 'goose', 'weekly'])('fits what the example %s becomes', async (name) => {
    const text = await readFile(`content/${name}.md`, 'utf8');
    const { files } = await publishDraft({ draft: `content/${name}.md`, text, only: ['thread'] });
    const file = files.find(({ path }) => path === 'thread.json');
    expect(await problems(new TextDecoder().decode(file?.bytes), SCHEMA)).toEqual([]);
  });

  test('says of every key that it is missing, and of every other that it is unknown', async () => {
    const broken = variants({ ...split(record) });
    expect(broken.length).toBeGreaterThan(50);
    for (const { what, value } of broken) expect([what, (await check(value)).length]).not.toEqual([what, 0]);
  });

  test('fits a post that was split, and one that carries no number', async () => {
    expect(await check(split(record))).toEqual([]);
  });

  test('is the one that the file names, in the version that the file has', () => {
    expect(record).toMatchObject({ $schema: SCHEMA.$id, version: Number(SCHEMA.$id.split(':').at(-1)) });
  });

  test('describes every key, and requires it', () => {
    const shapes = objectsIn(JSON.parse(SCHEMA_TEXT) as Json).filter((shape) => shape['type'] === 'object');
    expect(shapes.length).toBeGreaterThan(6);
    for (const shape of shapes) {
      const keys = shape['properties'] as Readonly<Record<string, Record<string, Json>>>;
      expect(shape['additionalProperties']).toBe(false);
      expect(shape['required']).toEqual(Object.keys(keys));
      for (const [key, value] of Object.entries(keys))
        expect([key, value['description']]).toEqual([key, expect.any(String)]);
    }
  });

  test('knows every platform', () => {
    const { platform } = (SCHEMA.$defs as Record<string, JSONSchema>)['thread']?.properties as Record<
      string,
      JSONSchema
    >;
    expect(platform?.enum).toEqual(expect.arrayContaining([...PLATFORM_IDS]));
  });
});

const DRAFT = `---
title: Harbour notes
date: 2026-03-10
platforms: [x]
numbering: {style: '1.', first: false}
content_warning: Storms
---

\`\`\`sql boats
SELECT * FROM (VALUES ('Monday', 7), ('Tuesday', 3)) AS t(day, n) ORDER BY n DESC
\`\`\`

Boats in #Aldmouth, as @harbour counts them: https://example.org/boats

---

![Boats a day, fewer every day](chart:boats) ![The same as a table](table:boats_table)

\`\`\`vega-lite boats
mark: bar
encoding: {x: {field: day, type: nominal}, y: {field: n, type: quantitative}}
\`\`\`

\`\`\`table boats_table
query: boats
\`\`\`
`;

/** The same threads, as if the first post of each were one of two. */
function split(value: Json): Record<string, Json> {
  const { threads, ...head } = value as Record<string, Json>;
  const why = '312 weighted characters, 280 fit';
  return {
    ...head,
    threads: (threads as Record<string, Json>[]).map((thread) => ({
      ...thread,
      splits: [{ post: 1, parts: 2, why }],
      posts: (thread['posts'] as Record<string, Json>[]).map((post) => ({ ...post, part: { index: 1, of: 2 } })),
    })),
  };
}

/** The value with one key of one of its objects gone, or one more than there should be, in every way. */
function variants(value: Json): { readonly what: string; readonly value: Json }[] {
  if (isList(value))
    return value.flatMap((item, index) =>
      variants(item).map(({ what, value: changed }) => ({
        what: `${index}.${what}`,
        value: [...value.slice(0, index), changed, ...value.slice(index + 1)],
      })),
    );
  if (typeof value !== 'object' || value === null) return [];
  const keys = Object.keys(value);
  return [
    { what: 'more', value: { ...value, more: 1 } },
    ...keys.map((key) => ({
      what: `no ${key}`,
      value: Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)),
    })),
    ...keys.flatMap((key) =>
      variants(value[key] ?? null).map(({ what, value: changed }) => ({
        what: `${key}.${what}`,
        value: { ...value, [key]: changed },
      })),
    ),
  ];
}

function objectsIn(value: Json): Readonly<Record<string, Json>>[] {
  if (isList(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function check(value: Json): Promise<readonly string[]> {
  return problems(JSON.stringify(value), SCHEMA);
}

async function problems(text: string, schema?: JSONSchema): Promise<readonly string[]> {
  const document = TextDocument.create('file:///thread.json', 'json', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}
