import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openDrawer, type Drawer } from '../../src/draw/open-drawer.js';
import type { JsonObject, PreparedChart } from '../../src/model/chart.js';
import type { Picture } from '../../src/model/picture.js';
import { prepare, table } from '../chart/prepare.js';
import { GALLERY } from './gallery.js';
import { GALLERY_DATA } from './gallery-data.js';

// Starting a process on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

const drawer = openDrawer();
afterAll(async () => {
  await drawer[Symbol.asyncDispose]();
});

describe('the gallery', () => {
  it.each(Object.keys(GALLERY))('draws %s', async (name) => {
    const picture = await draw(name);
    expect(picture.width).toBeGreaterThanOrEqual(716);
    expect(picture.width).toBeLessThanOrEqual(722);
    expect(picture.height).toBeGreaterThan(100);
    expect(markup(picture.file)).not.toMatch(/\bNaN\b|undefined|<script|<image|<a\b|href=|url\((?!#|data:font)/);
    expect(picture.inline).toMatch(
      new RegExp(`^<svg [^>]*width="${picture.width}" height="${picture.height}" viewBox="0 0 `),
    );
  });

  it('prints no text past the picture’s edge', async () => {
    const picture = await draw('several lines');
    // A title this long stands on two lines, of which neither is the whole.
    const lines = [...picture.file.matchAll(/<text[^>]*font-size="20"[^>]*>([^<]*)</g)].map(([, line]) => line);
    expect(lines).toHaveLength(2);
    expect(lines.join(' ')).toContain('while the rest of the country');
  });

  it('is whole XML whatever control characters stand in its data and its words', async () => {
    const text = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('') + '\\n\\"\uFFFE\uD800';
    const spec = { title: text, mark: 'text', data: { values: [{ text }] }, encoding: { text: { field: 'text' } } };
    const { picture } = await drawRaw(spec);
    for (const svg of [picture?.inline ?? '', picture?.file ?? '']) {
      expect(svg).not.toMatch(/[\0-\x08\v\f\x0e-\x1f\uFFFE\uFFFF]|\p{Surrogate}/u);
      expect(svg).toContain('\\n\\"');
    }
  });

  it('shows what data says as text, never as markup', async () => {
    const { file } = await draw('a column named a.b');
    expect(file).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(file).toContain('&amp;amp; {{x}}');
    expect(file).not.toContain('<script');
  });

  it.each(['a.b', 'n [all]', "it's", 'say "so"', 'größe', '$ per day', 'count'])(
    'finds the values of a column named %s',
    async (name) => {
      const field = JSON.stringify(name);
      const spec = `mark: text\nencoding: {y: {field: ${field}, type: nominal, sort: {field: ${field}}}, text: {field: ${field}}}`;
      const { value, found } = prepare(spec, [table('q', [name], [['seen']])], { name: 'q' });
      expect(found).toEqual([]);
      const picture = value && (await drawer.draw(value)).value;
      // As the axis' label and as the mark.
      expect(picture?.inline.match(/>seen</g)).toHaveLength(2);
    },
  );

  it('cuts no label that fits', async () => {
    const { inline } = await draw('horizontal bars, sorted');
    expect(inline).not.toContain('…');
    expect(inline).toContain('>Mitteltal<');
  });

  it.each(Object.keys(GALLERY))('makes a picture of %s that every platform takes', async (name) => {
    const { png, pixels } = await draw(name);
    const header = Buffer.from(png.subarray(0, 33));
    expect(header.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([pixels.width, pixels.height]);
    expect(pixels.width).toBeGreaterThanOrEqual(1190);
    expect(pixels.width).toBeLessThanOrEqual(1204);
    expect(png.byteLength).toBeLessThan(1_000_000);
  });

  it('draws the letters of a picture of pixels', async () => {
    const dark = (text: string): Promise<number> =>
      drawRaw({ title: text, mark: 'bar', data: { values: [{ a: 1 }] }, encoding: {} }).then(
        ({ picture }) => picture?.png.byteLength ?? 0,
      );
    // The same chart under a longer title has more to hold.
    expect(await dark('A title of many, many letters')).toBeGreaterThan((await dark('I')) + 2000);
  });

  it('leaves title and source of a page’s drawing to the caption', async () => {
    const { inline, narrow, words } = await draw('bars by day');
    expect(words.source).toBe('Source: Field desk, from the group’s own claims');
    expect(inline).not.toContain('Source:');
    expect(narrow).not.toContain('Source:');
  });

  it('draws again for a phone, with words no smaller', async () => {
    const { narrow = '' } = await draw('several lines');
    expect(Number(/width="(\d+)"/.exec(narrow)?.[1])).toBeLessThanOrEqual(342);
    expect(narrow).toContain('font-size="13px"');
  });

  it('prints the source line below', async () => {
    expect((await draw('bars by day')).file).toContain('>Source: Field desk, from the group’s own claims<');
  });

  it('gives every chart ids of its own', async () => {
    const twice = [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ];
    const spec = { mark: { type: 'line', clip: true }, data: { values: twice }, encoding: encode('a', 'b') };
    const [one, two] = [await drawRaw(spec, 'one'), await drawRaw(spec, 'zwei é')];
    const ids = (svg: string | undefined): string[] =>
      [...(svg ?? '').matchAll(/\bid="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids(one.picture?.inline)).not.toEqual([]);
    expect(ids(one.picture?.inline).filter((id) => ids(two.picture?.inline).includes(id))).toEqual([]);
    for (const id of ids(two.picture?.inline)) expect(two.picture?.inline).toContain(`url(#${id})`);
    expect(ids(one.picture?.inline).filter((id) => ids(one.picture?.narrow).includes(id))).toEqual([]);
  });

  it('lets a page change the colours of the theme, and a file keep them', async () => {
    const { inline, file } = await draw('bars by day');
    expect(inline).toContain('var(--chart-accent, #00639c)');
    expect(file).not.toContain('var(');
    expect(file).toContain('font/woff2;base64,');
  });
});

describe('the same chart', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is the same bytes in every time zone, twice, and in another process', async () => {
    const names = ['bars by day', 'several lines', 'heatmap', 'a rule and a text over bars'];
    const before = await Promise.all(names.map((name) => draw(name)));
    for (const place of ['UTC', 'America/Los_Angeles', 'Asia/Kabul']) {
      process.env['TZ'] = place;
      await using other = openDrawer();
      for (const [index, name] of names.entries()) expect(await draw(name, other)).toEqual(before[index]);
    }
  });

  it('is the same when it samples at random', async () => {
    const spec: JsonObject = {
      data: { sequence: { start: 0, stop: 500, as: 'a' } },
      transform: [{ sample: 20 }, { calculate: 'random()', as: 'b' }],
      mark: 'point',
      encoding: encode('a', 'b'),
    };
    expect(await drawRaw(spec)).toEqual(await drawRaw(spec));
  });
});

describe('a chart that cannot be drawn', () => {
  const values = [{ a: 1, b: 2, d: 'x' }];
  const BAR: JsonObject = { mark: 'bar', data: { values }, encoding: encode('a', 'b') };
  const CASES: readonly [what: string, spec: JsonObject, told: string][] = [
    [
      'has a field of nothing',
      { mark: 'bar', data: { values }, encoding: encode('gone', 'b') },
      'Unexpected field `gone` without any number',
    ],
    [
      'filters all of its rows away',
      {
        mark: 'bar',
        data: { values },
        transform: [{ filter: 'false' }],
        encoding: { x: { field: 'a', type: 'nominal' } },
      },
      'Unexpected empty chart: no row is left to draw',
    ],
    [
      'filters away all rows of a number',
      { mark: 'bar', data: { values }, transform: [{ filter: 'false' }], encoding: encode('a', 'b') },
      'Unexpected empty chart: no row is left to draw',
    ],
    [
      'reads an address',
      { mark: 'bar', data: { url: 'http://127.0.0.1:9/a.csv' }, encoding: encode('a', 'b') },
      'Unexpected address `http://127.0.0.1:9/a.csv`: a chart loads nothing',
    ],
    [
      'reads a file',
      { mark: 'bar', data: { url: 'package.json' }, encoding: encode('a', 'b') },
      'Unexpected address `package.json`',
    ],
    [
      'reads a file by its address',
      { mark: 'bar', data: { url: 'file:///etc/passwd' }, encoding: encode('a', 'b') },
      'Unexpected address `file:///etc/passwd`',
    ],
    [
      'links to a script',
      { mark: { type: 'bar', href: 'javascript:alert(1)' }, data: { values }, encoding: encode('a', 'b') },
      'Unexpected address `javascript:alert(1)`',
    ],
    [
      'links',
      { mark: { type: 'bar', href: 'https://example.org' }, data: { values }, encoding: encode('a', 'b') },
      'Unexpected address',
    ],
    [
      'shows a picture',
      { mark: { type: 'image', url: 'https://example.org/a.png' }, data: { values }, encoding: encode('a', 'b') },
      'a chart loads nothing',
    ],
    [
      'is painted from elsewhere',
      { mark: { type: 'bar', fill: 'url(https://example.org/a.svg#b)' }, data: { values }, encoding: encode('a', 'b') },
      'Unexpected `url(`',
    ],
    [
      'has dates that are none',
      {
        mark: 'point',
        data: { values },
        encoding: { x: { field: 'd', type: 'temporal' }, y: { field: 'b', type: 'quantitative' } },
      },
      'Unexpected',
    ],
    [
      'has a channel its mark cannot show',
      { mark: 'bar', data: { values }, encoding: { ...encode('a', 'b'), shape: { field: 'd', type: 'nominal' } } },
      'Unexpected channel `shape`',
    ],
    ['is none at all', null as unknown as JsonObject, 'This chart cannot be drawn'],
    ['is larger than anything', { ...BAR, width: 5000 }, 'Unexpected chart of 50'],
    [
      'has more marks than can be seen',
      { mark: 'point', data: { sequence: { start: 0, stop: 60_000, as: 'a' } }, encoding: encode('a', 'a') },
      'marks in this chart, more than a picture can show (Aggregate in the query',
    ],
    ['has no mark', { data: { values } }, 'This chart cannot be drawn'],
    [
      'calls what it may not',
      {
        mark: 'bar',
        data: { values },
        transform: [{ calculate: "datum.a.constructor.constructor('return process')()", as: 'c' }],
        encoding: encode('a', 'c'),
      },
      'This chart cannot be drawn',
    ],
  ];

  it.each(CASES)('because it %s, is said', async (_, spec, told) => {
    const { picture, reasons } = await drawRaw(spec);
    expect(picture).toBeUndefined();
    expect(reasons.join('\n')).toContain(told);
  });

  it('never ends the tool: time and memory run out for it alone', async () => {
    await using small = openDrawer({ timeMs: 3000, memoryMb: 400 });
    const endless = {
      data: { values: [{ a: 1, t: `${'a'.repeat(40)}!` }] },
      transform: [{ filter: "test(regexp('^(a+)+$'), datum.t)" }],
      mark: 'bar',
      encoding: encode('a', 'a'),
    };
    const huge = { data: { sequence: { start: 0, stop: 1e8, as: 'a' } }, mark: 'bar', encoding: encode('a', 'a') };
    const fine = { data: { values }, mark: 'bar', encoding: encode('a', 'b') };
    const [late, wide, good] = await Promise.all([endless, huge, fine].map((spec) => drawRaw(spec, 'c', small)));
    expect(late?.reasons.join()).toContain('It took longer than 3 seconds');
    expect(wide?.reasons.join()).toMatch(/It needed more than 400 MB of memory|It took longer than 3 seconds/);
    expect(good?.reasons).toEqual([]);
    expect(good?.picture).toBeDefined();
  });

  it('is said when it asks for letters that no font has', async () => {
    const { picture, reasons } = await drawRaw({
      title: '漢字',
      mark: 'bar',
      data: { values },
      encoding: encode('a', 'b'),
    });
    expect(picture).toBeDefined();
    expect(reasons.join()).toContain('none of the bundled fonts has them');
  });
});

async function draw(name: string, by: Drawer = drawer): Promise<Picture> {
  const { value, found } = prepare((GALLERY[name] ?? '').trim(), GALLERY_DATA, { name: 'chart' });
  if (!value) throw new Error(found.join('\n'));
  const { value: picture, messages } = await by.draw(value);
  if (!picture) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  expect(messages.map(({ reason }) => reason)).toEqual([]);
  return picture;
}

/** Draws a specification that no stage has looked at. */
async function drawRaw(
  spec: JsonObject,
  name = 'raw',
  by: Drawer = drawer,
): Promise<{ picture: Picture | undefined; reasons: string[] }> {
  const place = { file: 'draft.md', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const chart: PreparedChart = { name, spec, source: undefined, alt: '', place };
  const { value, messages } = await by.draw(chart);
  return { picture: value, reasons: messages.map(({ reason, note }) => (note ? `${reason} (${note})` : reason)) };
}

function encode(x: string, y: string): JsonObject {
  return { x: { field: x, type: 'quantitative' }, y: { field: y, type: 'quantitative' } };
}

/** The tags of a picture without its texts and fonts. */
function markup(svg: string): string {
  return (svg.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]+>/g) ?? []).join('');
}
