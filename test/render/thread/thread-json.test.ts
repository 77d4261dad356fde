import { expect, it } from 'vitest';
import type { Answers } from '../../../src/model/answers.js';
import type { Draft } from '../../../src/model/draft.js';
import type { Picture } from '../../../src/model/picture.js';
import type { Thread } from '../../../src/model/thread.js';
import { renderThread } from '../../../src/render/thread/render-thread.js';
import { threadJson } from '../../../src/render/thread/thread-json.js';
import { optionsFor, storyOf } from './story-of.js';

const MARKDOWN = '“#Kabul” [report](https://example.org/r)\n\n![Attacks a day](chart:daily) ![A map](map.jpg)';

const thread = (platform: 'x' | 'bluesky'): Thread =>
  renderThread(storyOf(MARKDOWN, platform), optionsFor(MARKDOWN)).value;

/** What the record takes from a draft. */
const DRAFT = {
  slug: 'weekly',
  source: { path: 'weekly.md', text: MARKDOWN },
  frontMatter: { date: '2026-06-25', lang: 'en-GB', contentWarning: 'Storms', sensitive: true },
} as unknown as Draft;

const PICTURE: Picture = {
  name: 'daily',
  words: { title: '', subtitle: '', source: undefined },
  inline: '',
  paper: '',
  narrow: undefined,
  width: 720,
  height: 360,
  file: '',
  dark: '',
  png: new Uint8Array(),
  pixels: { width: 1200, height: 676 },
};

const IMAGES = new Map([['map.jpg', { bytes: new Uint8Array(), type: 'image/jpeg', width: 640, height: 480 }]]);

const ORIGIN = { draft: 'content/weekly.md', tool: 'Threadwright 0.1.0' };

const ANSWERS: Answers = {
  tables: new Map(),
  failed: new Set(),
  queries: [],
  engine: '',
  sources: [
    {
      name: 'e',
      file: 'e.csv',
      bytes: 1,
      hash: '',
      rows: 1,
      source: undefined,
      licence: undefined,
      illustrative: true,
    },
  ],
};

it('records posts with counts, pictures, and entities in UTF-16 and UTF-8', () => {
  expect(
    threadJson(
      {
        draft: DRAFT,
        answers: ANSWERS,
        threads: [thread('x'), thread('bluesky')],
        pictures: [PICTURE],
        tables: [],
        images: IMAGES,
      },
      ORIGIN,
    ),
  ).toMatchObject({
    $schema: 'urn:threadwright:thread:2',
    version: 2,
    draft: 'content/weekly.md',
    slug: 'weekly',
    date: '2026-06-25',
    language: 'en-GB',
    tool: 'Threadwright 0.1.0',
    illustrative: true,
    content_warning: 'Storms',
    sensitive: true,
    threads: [
      { platform: 'x', name: 'X', unit: 'weighted characters', limit: 280, splits: [], posts: [{ count: 39 }] },
      {
        platform: 'bluesky',
        unit: 'graphemes',
        posts: [
          {
            source_post: 1,
            part: null,
            number: null,
            text: '“#Kabul” report https://example.org/r',
            count: 37,
            limit: 300,
            media: [
              { kind: 'chart', name: 'daily', file: 'charts/daily', width: 1200, height: 676, alt: 'Attacks a day' },
              { kind: 'file', name: 'map.jpg', file: 'files/map.jpg', width: 640, height: 480, alt: 'A map' },
            ],
            entities: [
              { kind: 'hashtag', value: 'Kabul', start: 1, end: 7, byte_start: 3, byte_end: 9 },
              { kind: 'link', value: 'https://example.org/r', start: 16, end: 37, byte_start: 20, byte_end: 41 },
            ],
            links: ['https://example.org/r'],
          },
        ],
      },
    ],
  });
});

it('has its keys in one order', () => {
  const write = (): string =>
    JSON.stringify(
      threadJson(
        { draft: DRAFT, answers: ANSWERS, threads: [thread('x')], pictures: [PICTURE], tables: [], images: IMAGES },
        ORIGIN,
      ),
    );
  expect(write()).toBe(write());
  expect(Object.keys(JSON.parse(write()) as object)).toEqual([
    '$schema',
    'version',
    'draft',
    'slug',
    'date',
    'language',
    'tool',
    'illustrative',
    'content_warning',
    'sensitive',
    'threads',
  ]);
});
