import { describe, expect, it, test } from 'vitest';
import { parseInstance } from '../../src/parse/parse-instance.js';

/** An answer of `/api/v2/instance`, with what a reader of it passes over. */
const answer = () => ({
  domain: 'Mastodon.example',
  title: 'A server',
  version: '4.4.1',
  configuration: {
    urls: { streaming: 'wss://mastodon.example' },
    accounts: { max_featured_tags: 10 },
    statuses: { max_characters: 1000, max_media_attachments: 6, characters_reserved_per_url: 23 },
    media_attachments: {
      description_limit: 2000,
      image_matrix_limit: 33177600,
      image_size_limit: 16777216,
      supported_mime_types: ['image/jpeg', 'image/png', 'image/heic', 'video/mp4'],
      video_size_limit: 103809024,
    },
  } as Record<string, unknown>,
  rules: [{ id: '1', text: 'Be <b>kind</b>' }],
});

const parse = (value: unknown) => parseInstance(JSON.stringify(value), 'data/mastodon.json');

it('reads what a post may hold', () => {
  expect(parse(answer())).toEqual({
    domain: 'mastodon.example',
    maxCharacters: 1000,
    charactersPerUrl: 23,
    maxImages: 6,
    maxImageBytes: 16777216,
    maxImagePixels: 33177600,
    altLimit: 2000,
    imageTypes: ['image/jpeg', 'image/png', 'image/heic'],
  });
});

it('takes an older answer, which names no limit of alt texts', () => {
  const older = answer();
  (older.configuration['media_attachments'] as { description_limit?: number }).description_limit = undefined as never;
  expect(parse(older)).toMatchObject({ altLimit: undefined, maxCharacters: 1000 });
});

/** The answer with one value changed. */
function changed(path: string, value: unknown): unknown {
  const whole = answer();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, whole);
  owner[last] = value;
  return whole;
}

describe('what is absurd or missing', () => {
  const statuses = 'configuration.statuses';
  const media = 'configuration.media_attachments';
  test.each([
    [`${statuses}.max_characters`, 0, 'Unexpected `0` as', 'a whole number from 1 to 1,000,000'],
    [`${statuses}.max_characters`, '500', 'Unexpected `"500"` as', 'a whole number from 1 to 1,000,000'],
    [`${statuses}.max_characters`, 1_000_001, 'Unexpected `1000001` as', 'a whole number from 1 to 1,000,000'],
    [`${statuses}.max_characters`, undefined, 'Missing', 'a whole number from 1 to 1,000,000'],
    [`${statuses}.characters_reserved_per_url`, -23, 'Unexpected `-23` as', 'a whole number from 1 to 4,096'],
    [`${statuses}.max_media_attachments`, 4.5, 'Unexpected `4.5` as', 'a whole number from 1 to 100'],
    [`${media}.image_size_limit`, null, 'Missing', 'a whole number from 1 to 1,000,000,000'],
    [`${media}.image_matrix_limit`, 1e30, 'Unexpected `1e+30` as', 'a whole number from 1 to 1,000,000,000'],
    [`${media}.description_limit`, [], 'Unexpected `[]` as', 'a whole number from 1 to 100,000'],
    [
      `${media}.supported_mime_types`,
      ['video/mp4'],
      'Unexpected `["video/mp4"]` as',
      'a list with `image/jpeg` or `image/png`',
    ],
    ['domain', 'evil.example/?text=', 'Unexpected `"evil.example/?text="` as', 'the name of the server'],
    ['domain', 'user@evil.example', 'Unexpected `"user@evil.example"` as', 'the name of the server'],
    ['domain', undefined, 'Missing', 'the name of the server'],
  ])('%s: %j', (path, value, opening, expected) => {
    expect(parse(changed(path, value))).toEqual([
      expect.objectContaining({ reason: `${opening} \`${path}\` in \`data/mastodon.json\`, expected ${expected}` }),
    ]);
  });

  test.each([
    ['a page', '<!DOCTYPE html>'],
    ['nothing', ''],
    ['half an answer', '{"domain": "mastodon.example", "configuration": {'],
  ])('%s is told as no JSON, with what to save', (_, text) => {
    expect(parseInstance(text, 'm.json')).toEqual([
      {
        reason: 'Unexpected content of `m.json`, expected JSON',
        note: 'Save the page `https://SERVER/api/v2/instance` of your server as it is',
      },
    ]);
  });

  test.each([[[]], ['text'], [null], [7], [{ uri: 'mastodon.example', configuration: [] }]])(
    '%j has none of it, and all of that is told',
    (value) => {
      expect(parse(value)).toHaveLength(7);
    },
  );
});
