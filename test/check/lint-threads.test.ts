import { describe, expect, test } from 'vitest';
import { lintThreads } from '../../src/check/lint-threads.js';
import type { PlatformId } from '../../src/model/target.js';
import type { Thread, ThreadMedia, ThreadPost } from '../../src/model/thread.js';
import { PLATFORMS } from '../../src/platform/platforms.js';
import { draftOf } from '../fill/fill-input.js';

const CHART: ThreadMedia = { kind: 'chart', name: 'daily', file: 'charts/daily.png', alt: 'Line chart: attacks a day' };

interface Options {
  readonly platform?: PlatformId;
  /** Pictures by the post that shows them, counted from 1. */
  readonly media?: Readonly<Record<number, ThreadMedia>>;
  readonly label?: (number: number) => string;
}

const WORDS = 'The group claimed several attacks in the capital on Sunday, all of them with bombs.';

/** What is said about a thread: the rule and the words it points at. */
function said(
  posts: readonly string[],
  { platform = 'x', media = {}, label = (n) => `${n}. ` }: Options = {},
): string[] {
  const draft = draftOf(posts.join('\n\n---\n\n'));
  let from = draft.source.text.indexOf(posts[0] ?? '', draft.source.text.indexOf('---\n', 3));
  const { findEntities, limit } = PLATFORMS[platform];
  const thread: Thread = {
    platform,
    splits: [],
    posts: posts.map((words, index): ThreadPost => {
      const start = draft.source.text.indexOf(words, from);
      from = start + words.length;
      const text = `${label(index + 1)}${words}`;
      return {
        ...{ sourcePost: index + 1, part: undefined, number: index + 1, text, count: text.length, limit },
        entities: findEntities(text),
        media: media[index + 1] ? [media[index + 1] ?? CHART] : [],
        span: { start, end: from },
      };
    }),
  };
  return lintThreads([thread, thread], draft).map(({ rule, place }) => {
    const line = draft.source.text.split('\n')[(place?.line ?? 1) - 1] ?? '';
    const isWhole = place?.endLine !== place?.line;
    return `${rule}: ${isWhole ? '…' : line.slice((place?.column ?? 1) - 1, (place?.endColumn ?? 1) - 1)}`;
  });
}

describe('live by accident', () => {
  test.each<[string, PlatformId, string[]]>([
    ['It is all in report.md now.', 'x', ['live-accident: report.md']],
    ['It is all in file.zip now.', 'bluesky', ['live-accident: file.zip']],
    ['It is all in report.md now.', 'mastodon', []],
    ['Some places, e.g.in Kabul.', 'x', ['live-accident: e.g.in']],
    ['It ended in rain.In May it began.', 'x', ['live-accident: rain.In']],
    ['They stay @home @3pm.', 'x', ['live-accident: @home', 'live-accident: @3pm']],
    ['They stay @home.', 'bluesky', []],
    ['It came #3rd in #ff8800.', 'x', ['live-accident: #3rd', 'live-accident: #ff8800']],
    ['See example.org, www.report.md, https://report.md, un.org/en and @fielddesk #ISKP #M23.', 'x', []],
    ['It is #1 of 3.5 @ sea, in report.txt, data.csv and a.b.', 'x', []],
  ])('%s on %s', (words, platform, expected) => {
    expect(said([words], { platform })).toEqual(expected);
  });
});

describe('the last post', () => {
  test.each<[string, string[]]>([
    ['Thanks!', ['post-orphan: Thanks!']],
    ['#ISKP #Kabul', ['post-orphan: #ISKP #Kabul']],
    ['The end came on Monday, at noon.', []],
    [WORDS, []],
  ])('%s', (last, expected) => {
    expect(said([WORDS, WORDS, last])).toEqual(expected);
    expect(said([WORDS, WORDS, last], { label: (n) => `${n}/3 ` })).toEqual(expected);
    expect(said([WORDS, last])).toEqual([]);
    expect(said([WORDS, WORDS, last], { platform: 'linkedin' })).toEqual([]);
    expect(said([WORDS, WORDS, last], { media: { 3: { ...CHART, kind: 'file' } } })).toEqual([]);
  });
});

describe('a colon at the end', () => {
  test.each<[string, string[]]>([
    ['Read our report here:', ['post-dangling: Read our report here:']],
    ['Read our report here: 👇', ['post-dangling: Read our report here: 👇']],
    ['Read our report here: https://example.org/a', []],
    ['It began at 10:30.', []],
  ])('%s', (words, expected) => {
    expect(said([words, WORDS])).toEqual(expected);
    expect(said([words, WORDS], { platform: 'linkedin' })).toEqual([]);
    expect(said([words, WORDS], { media: { 1: { ...CHART, kind: 'file' } } })).toEqual([]);
  });
});

test('a post that is a link alone', () => {
  expect(said([WORDS, WORDS, 'https://example.org/a'])).toEqual(['post-only-link: https://example.org/a']);
  expect(said(['https://example.org/a'], { media: { 1: { ...CHART, kind: 'file' } } })).toEqual([]);
  expect(said(['Our report: https://example.org/a'])).toEqual([]);
});

describe('a chart that its post says nothing of', () => {
  test.each<[string, string[]]>([
    ['It rained in Kabul.', ['media-unmentioned: It rained in Kabul.']],
    ['This graph has it.', []],
    ['It shows.', []],
    ['The group attacked less.', []],
    ['👇', []],
    ['So.', []],
  ])('%s', (words, expected) => {
    expect(said([words], { media: { 1: CHART } })).toEqual(expected);
    expect(said([words], { media: { 1: { ...CHART, alt: '' } } })).toEqual([]);
    expect(said([words], { media: { 1: { ...CHART, kind: 'file' } } })).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ['هطل المطر في كابل.', true],
  ['وهذا الرسم يوضح ذلك.', false],
  ['كما في الجدول 2.', false],
  ['وتأخرت سفن كثيرة.', false],
])('a chart that an Arabic post says nothing of: %s', (words, isLinted) => {
  const chart = { ...CHART, alt: 'السفن كل يوم' };
  expect(said([words], { media: { 1: chart } })).toHaveLength(isLinted ? 1 : 0);
});

test('more links or hashtags than a platform takes', () => {
  const links = (count: number): string =>
    `Sources are ${Array.from({ length: count }, (_, index) => `https://example.org/${index}`).join(' ')}`;
  expect(said([links(6)], { platform: 'threads' })).toEqual([`post-links: ${links(6)}`]);
  expect(said([links(5)], { platform: 'threads' })).toEqual([]);
  expect(said([`${links(5)} https://example.org/0`], { platform: 'threads' })).toEqual([]);
  expect(said([links(6)], { platform: 'bluesky' })).toEqual([]);
  expect(said(['Of #ISKP and #Kabul'], { platform: 'threads' })).toEqual(['post-hashtags: Of #ISKP and #Kabul']);
  expect(said(['Of #ISKP'], { platform: 'threads' })).toEqual([]);
});

test('X’s price for links is a note where more than one post has one', () => {
  const linked = 'More of it at https://example.org/a';
  expect(said([linked, linked])).toEqual([`x-link-price: ${linked}`]);
  expect(said([linked, WORDS])).toEqual([]);
  expect(said([linked, linked], { platform: 'bluesky' })).toEqual([]);
});
