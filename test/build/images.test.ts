import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { checkDrafts } from '../../src/build/check-drafts.js';
import { publishDraft } from '../../src/build/publish-draft.js';
import type { Output } from '../../src/model/target.js';
import { colourAt, GPS, halves, moving, photograph, secretsIn, XMP } from '../image/pictures.js';

// Each build decodes and encodes images
vi.setConfig({ testTimeout: 120_000 });

interface Given {
  readonly head?: string;
  readonly body: string;
  readonly files: Record<string, Uint8Array | string>;
  readonly only?: readonly Output[];
}

async function project<T>({ head = '', body, files }: Given, use: (cwd: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'threadwright-images-'));
  try {
    const draft = `---\ntitle: Notes\ndate: 2026-03-10\n${head}---\n\n${body}\n`;
    for (const [path, content] of Object.entries({ 'content/a.md': draft, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function publish(given: Given) {
  return project(given, async (cwd) => {
    const { files, messages } = await publishDraft({
      draft: 'content/a.md',
      cwd,
      only: given.only ?? ['thread', 'brief'],
    });
    const written = new Map(files.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
    return {
      said: messages.map(({ place, rule, reason }) => `${place?.line}:${place?.column} ${rule}: ${reason}`),
      paths: [...written.keys()].filter((path) => path.startsWith('images/')),
      file: (path: string) => written.get(path) ?? Buffer.alloc(0),
      media: () => {
        const { threads } = JSON.parse(written.get('thread.json')?.toString() ?? '') as {
          threads: { posts: { media: { file: string; width: number; height: number }[] }[] }[];
        };
        return threads.flatMap(({ posts }) => posts.flatMap(({ media }) => media.map(({ file }) => file)));
      },
      embedded: () =>
        Array.from(
          written
            .get('brief.html')
            ?.toString()
            .matchAll(/data:image\/[a-z]+;base64,([A-Za-z0-9+/=]+)/g) ?? [],
        ).map(([, data]) => Buffer.from(data ?? '', 'base64')),
    };
  });
}

const SHOWN = 'A harbour at dawn.\n\n![A harbour](harbour.jpg)';

describe('a photograph that says where it was taken', () => {
  test('says so nowhere in the outputs, stands upright, and the build says what was left out, once', async () => {
    const bytes = await halves(400, 200).jpeg().withExif(GPS).withXmp(XMP).withMetadata({ orientation: 6 }).toBuffer();
    const spoken = await sharp(bytes).keepMetadata().withExifMerge(GPS).withXmp(XMP).toBuffer();
    expect(secretsIn(spoken)).toContain('Secret');
    const { said, file, embedded, paths } = await publish({
      body: `${SHOWN}\n\n---\n\nAgain.\n\n![A harbour](harbour.jpg)`,
      files: { 'content/harbour.jpg': spoken },
    });
    expect(said).toEqual([
      '8:1 image-changed: The image `harbour.jpg` is published without the place where it was taken, Exif and XMP',
    ]);
    expect(paths).toEqual(['images/harbour.jpg']);
    const written = [file('images/harbour.jpg'), ...embedded()];
    expect(written.length).toBeGreaterThan(1);
    for (const picture of written) {
      expect(secretsIn(picture)).toEqual([]);
      expect(await sharp(picture).metadata()).toMatchObject({ width: 200, height: 400 });
      expect([await colourAt(picture, 100, 20), await colourAt(picture, 100, 380)]).toEqual(['4,0,0', '0,0,4']);
    }
  });

  test('without such words is published as it is, with nothing to say', async () => {
    const bytes = await halves(400, 200).jpeg().toBuffer();
    const { said, file } = await publish({ body: SHOWN, files: { 'content/harbour.jpg': bytes } });
    expect(said).toEqual([]);
    expect(Buffer.compare(file('images/harbour.jpg'), bytes)).toBe(0);
  });
});

test('a large photograph is as large on a page as paper shows it, and no larger', async () => {
  const large = await halves(3000, 1500).jpeg().toBuffer();
  const { said, embedded, file } = await publish({ body: SHOWN, files: { 'content/harbour.jpg': large } });
  expect(said).toEqual([
    '8:1 image-changed: The image `harbour.jpg` is published on pages 2400 by 1200 pixels instead of 3000 by 1500',
  ]);
  const sizes = await Promise.all(embedded().map(async (picture) => (await sharp(picture).metadata()).width));
  expect(sizes).toContain(2400);
  expect(Buffer.compare(file('images/harbour.jpg'), large)).toBe(0);
});

/** A server that takes little. */
const INSTANCE = {
  domain: 'mastodon.example',
  configuration: {
    statuses: { max_characters: 500, max_media_attachments: 4, characters_reserved_per_url: 23 },
    media_attachments: {
      image_size_limit: 60_000,
      image_matrix_limit: 1_000_000,
      supported_mime_types: ['image/jpeg', 'image/png'],
    },
  },
};
const OWN = 'platforms: [x, mastodon]\nmastodon: {instance: m.json}\n';

describe('an image that a platform would refuse', () => {
  test('is made fit in posts, and stays as it is on pages', async () => {
    const bytes = await photograph(900, 300).jpeg({ quality: 95 }).toBuffer();
    const { said, file, embedded, media } = await publish({
      head: OWN,
      body: SHOWN,
      files: { 'content/harbour.jpg': bytes, 'content/m.json': JSON.stringify(INSTANCE) },
    });
    const [line] = said;
    expect(line).toMatch(
      /^10:1 image-changed: The image `harbour.jpg` is published in posts \d+ by \d+ pixels instead/,
    );
    expect(file('images/harbour.jpg').length).toBeLessThanOrEqual(60_000);
    expect(embedded().some((picture) => Buffer.compare(picture, bytes) === 0)).toBe(true);
    expect(new Set(media())).toEqual(new Set(['images/harbour.jpg']));
  });

  test('of a type that one of them does not take has the ending of what it became', async () => {
    const { said, paths, media } = await publish({
      head: 'platforms: [x, bluesky]\n',
      body: 'It moves.\n\n![A boat](boat.gif)',
      files: { 'content/boat.gif': await moving() },
    });
    expect(said).toEqual([
      '9:1 image-changed: The image `boat.gif` is published in posts only its first picture, as PNG',
    ]);
    expect(paths).toEqual(['images/boat.gif.png']);
    expect(new Set(media())).toEqual(new Set(['images/boat.gif.png']));
  });

  test('whose name says another type gets the right ending behind it', async () => {
    const { said, paths, file } = await publish({
      body: 'A map.\n\n![A map](map.png)',
      files: { 'content/map.png': await halves().jpeg().toBuffer() },
    });
    expect(said).toEqual([]);
    expect(paths).toEqual(['images/map.png.jpg']);
    expect((await sharp(file('images/map.png.jpg')).metadata()).format).toBe('jpeg');
  });

  test('and cannot be made small enough is an error', async () => {
    const least = structuredClone(INSTANCE);
    least.configuration.media_attachments.image_size_limit = 100;
    const { said, paths } = await publish({
      head: OWN,
      body: SHOWN,
      files: {
        'content/harbour.jpg': await photograph(100, 100).jpeg().toBuffer(),
        'content/m.json': JSON.stringify(least),
      },
    });
    expect(said.filter((line) => line.includes('media-size'))).toEqual([
      expect.stringMatching(/Unexpected picture `harbour.jpg` of [\d,]+ bytes, expected at most 100 on Mastodon/),
    ]);
    expect(paths).toEqual([]);
  });

  test('has the same bytes in two builds', async () => {
    const given = {
      head: OWN,
      body: SHOWN,
      files: {
        'content/harbour.jpg': await photograph(400, 200).jpeg({ quality: 95 }).toBuffer(),
        'content/m.json': JSON.stringify(INSTANCE),
      },
    };
    await project(given, async (cwd) => {
      const once = async () => {
        await buildDrafts({ drafts: [], cwd, only: ['thread'] });
        return readFile(join(cwd, 'out/a/images/harbour.jpg'));
      };
      expect(Buffer.compare(await once(), await once())).toBe(0);
    });
  });
});

describe('a hostile image is told, and nothing is published', () => {
  const png = () => photograph(60, 40).png().toBuffer();
  test.each<[string, () => Promise<Uint8Array | string>, string]>([
    [
      'half a PNG',
      async () => (await png()).subarray(0, 2000),
      'image-missing: Unexpected end or fault in the image `map.png`, expected a whole one',
    ],
    [
      'one that claims to be 50,000 by 50,000 pixels',
      async () => {
        const bytes = await png();
        bytes.writeUInt32BE(50_000, 16);
        bytes.writeUInt32BE(50_000, 20);
        return bytes;
      },
      'image-missing: Unexpected image `map.png` of 50,000 by 50,000 pixels, expected at most 120,000,000 together',
    ],
    [
      'a drawing with a script in it',
      () => Promise.resolve('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'image-missing: Unexpected content of `map.png`, expected a PNG',
    ],
    [
      'a PNG by its first bytes alone',
      async () => Buffer.concat([(await png()).subarray(0, 40), Buffer.alloc(500, 0x41)]),
      'image-missing: Unexpected end or fault in the image `map.png`, expected a whole one',
    ],
    [
      'a TIFF',
      () => halves().tiff().toBuffer(),
      'image-missing: Unexpected content of `map.png`, expected a PNG, JPEG, GIF, WebP or AVIF image',
    ],
  ])('%s', async (_, make, expected) => {
    const { said, paths } = await publish({
      body: 'A map.\n\n![A map](map.png)',
      files: { 'content/map.png': await make() },
    });
    expect(said).toEqual([expect.stringContaining(expected)]);
    expect(paths).toEqual([]);
  });
});

test('`check` tells what a build would tell of an image, once, however often it is shown', async () => {
  const half = (await photograph(60, 40).png().toBuffer()).subarray(0, 2000);
  const body = '![Half](half.png)\n\n![None](b.png)\n\n---\n\n![Half](half.png)\n\n![None](b.png)';
  await project({ body, files: { 'content/half.png': half } }, async (cwd) => {
    const checked = await checkDrafts({ drafts: [], cwd });
    const built = await buildDrafts({ drafts: [], cwd, only: ['thread', 'brief'] });
    const told = checked.messages.map(({ reason, note }) => [reason, note]);
    expect(told).toEqual([
      ['Unexpected end or fault in the image `half.png`, expected a whole one', 'Export it anew'],
      // The draft `a.md` is not what is meant
      ['The image `b.png` does not exist', undefined],
    ]);
    expect(built.messages.map(({ reason }) => reason)).toEqual(['The image `b.png` does not exist']);
  });
});
