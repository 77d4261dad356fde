import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.js';
import type { Message } from '../../src/diagnostic/message.js';
import { DEFAULTS } from '../../src/model/defaults.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-config-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a project', () => {
  it('without a configuration is the folder itself, as it ships', async () => {
    expect(await readConfig(folder)).toEqual({
      value: { root: folder, configFile: undefined, defaults: DEFAULTS, browser: undefined, limits: {} },
      messages: [],
    });
  });

  it('starts where the nearest configuration lies', async () => {
    await write('threadwright.config.yaml', 'lang: de');
    await mkdir(join(folder, 'content/deep'), { recursive: true });
    const { value } = await readConfig(join(folder, 'content/deep'));
    expect([value.root, value.defaults.lang]).toEqual([folder, 'de']);
    await write('content/threadwright.config.yaml', 'lang: fr');
    const nearer = await readConfig(join(folder, 'content/deep'));
    expect([nearer.value.root, nearer.value.defaults.lang]).toEqual([join(folder, 'content'), 'fr']);
  });

  it('is told when the configuration is nearly named right, which would be passed over in silence', async () => {
    for (const name of ['threadwright.config.yml', 'threadwright.yaml', 'threadwright.config.json']) {
      await write(name, 'lang: de');
      await mkdir(join(folder, 'content'), { recursive: true });
      const { value, messages } = await readConfig(join(folder, 'content'));
      expect([value.root, value.defaults]).toEqual([folder, DEFAULTS]);
      expect(messages).toMatchObject([
        {
          rule: 'config-invalid',
          reason: `Unexpected name \`${name}\`, expected \`threadwright.config.yaml\``,
          note: 'Rename it, it is not read',
        },
      ]);
      expect(messages[0]?.place?.file).toContain(name);
      await rm(join(folder, name));
    }
    await write('threadwright.config.yml', 'lang: de');
    await write('threadwright.config.yaml', 'lang: fr');
    expect((await readConfig(folder)).messages).toEqual([]);
  });

  it('gives drafts their defaults', async () => {
    const { value, messages } = await config(`
data:
  events: {file: data/events.csv, dated_by: date, source: Desk}
lang: en-US
authors: [Desk]
outputs: [thread]
platforms: [bluesky]
numbering: {style: 1/n, place: end}
breaks: join
paper: letter
numbers: {words_to: 10, group: ' '}
lists: {serial_comma: true}
dates: {week_starts: sunday}
base_url: https://example.org/
browser: chromium
limits: {time: 5, rows: 200}
`);
    expect(messages).toEqual([]);
    expect(value.defaults).toMatchObject({
      lang: 'en-US',
      authors: ['Desk'],
      outputs: ['thread'],
      platforms: ['bluesky'],
      numbering: { style: '1/n', place: 'end', first: true, start: 1 },
      breaks: 'join',
      paper: 'letter',
      baseUrl: 'https://example.org',
      style: { numbers: { wordsTo: 10, group: ' ' }, lists: { serialComma: true }, dates: { weekStarts: 'sunday' } },
    });
    expect(value.browser).toBe('chromium');
    expect(value.limits).toEqual({ timeMs: 5000, maxRows: 200 });
    const [events] = value.defaults.data;
    expect(events).toMatchObject({ name: 'events', file: 'data/events.csv', declaredIn: 'config' });
    expect(value.configFile?.text.slice(events?.span.start, events?.span.end)).toBe('data/events.csv');
  });

  it.each([
    ['platfroms: [x]', ['1:1 config-invalid Unexpected key `platfroms`, expected one that the guide lists']],
    ['title: x', ['1:1 config-invalid Unexpected key `title`, expected it in a draft']],
    ['- a', ['1:1 config-invalid Unexpected list, expected keys and values']],
    ['lang: {{x}}', ['1:7 tag-place Unexpected tag `{{x}}` in `lang`, expected plain text']],
    ['numbering: 1.', ['1:12 config-hint Unexpected number `1.`, expected text; it is read as the style `1.`']],
    ['theme: dark', ['1:8 config-invalid The file `dark` cannot be read: it is not there']],
    [
      'limits: {time: 0, memory: many, cpu: 1}',
      [
        '1:33 config-invalid Unexpected key `cpu` in `limits`, expected `time`, `memory` or `rows`',
        '1:16 config-invalid Unexpected number `0`, expected a whole number from 1 to 86400',
        '1:27 config-invalid Unexpected `many`, expected a whole number from 64 to 1048576',
      ],
    ],
    ['a: [b', ['1:4 config-invalid Unexpected `[` without its `]`, expected one before the next key']],
    ['\uFEFFlang: xx_yy', ['1:7 config-invalid Unexpected `xx_yy`, expected the tag of a language']],
    ['lang: de\r\npaper: a5\r\n', ['2:8 config-invalid Unexpected `a5`, expected `a4` or `letter`']],
  ])('says what is wrong with %j', async (yaml, expected) => {
    const { value, messages } = await config(yaml);
    expect(messages.map(line)).toEqual(expected);
    expect(value.root).toBe(folder);
    expect(messages.every(({ place }) => place?.file.endsWith('threadwright.config.yaml'))).toBe(true);
  });

  it('may be empty', async () => {
    expect((await config('# only a comment\n')).messages).toEqual([]);
  });

  it.each([
    './chrome',
    '../chrome',
    'bin/chrome',
    'chrome/../evil.sh',
    '/usr/bin/chromium',
    '/usr/bin/../../tmp/evil.sh',
    '/proc/self/cwd/evil.sh',
    '/proc/self/cwd/../evil.sh',
    '/proc/self/root/tmp/evil.sh',
    '/dev/fd/3',
    '~/evil.sh',
    '$HOME/evil.sh',
    'chrome\u0000.sh',
    'chrome ',
    'CHROME',
    'C:\\evil.exe',
    '\\\\server\\share\\evil.exe',
    'file:///tmp/evil.sh',
  ])('runs no program that the configuration names as %j', async (browser) => {
    const { value, messages } = await config(`browser: ${JSON.stringify(browser)}`);
    expect(value.browser).toBeUndefined();
    expect(messages.map(({ rule }) => rule)).toEqual(['config-invalid']);
    expect(messages[0]?.reason).toContain('expected `packaged`, `headless-shell`, `chrome`, `chromium` or `edge`');
  });

  it('says how a program is named instead', async () => {
    const { messages } = await config('browser: /opt/mine/browser');
    expect(messages[0]?.note).toBe('A project names no program; `--browser FILE` or `THREADWRIGHT_BROWSER` does');
  });

  it.each([
    ['a folder', (path: string) => mkdir(path), /^Unexpected folder `.*config.yaml`, expected a file$/],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), /^Unexpected pipe `.*config.yaml`, expected a file$/],
    ['a link to nothing', (path: string) => symlink('gone', path), /cannot be read: it is a link to nothing, or gone$/],
    ['a link out of the project', (path: string) => symlink('/dev/zero', path), /that leads out of the project$/],
    ['too large', (path: string) => writeFile(path, '#'.repeat(1_000_001)), /1,000,001 bytes, expected at most/],
  ])('that is %s is said to be so', async (_, make, reason) => {
    await make(join(folder, 'threadwright.config.yaml'));
    const { messages } = await readConfig(folder);
    expect(messages.map(({ rule }) => rule)).toEqual(['file-unreadable']);
    expect(messages[0]?.reason).toMatch(reason);
  });

  it.each(['packaged', 'headless-shell', 'chrome', 'chromium', 'edge'])('may ask for %s', async (browser) => {
    expect((await config(`browser: ${browser}`)).value.browser).toBe(browser);
  });

  it('that cannot be read is said to be so', async () => {
    await write('threadwright.config.yaml', Buffer.from([0x6c, 0xe9]));
    expect((await readConfig(folder)).messages.map(line)).toEqual([
      expect.stringMatching(
        /^1:1 file-unreadable Unexpected bytes in `.*threadwright.config.yaml` that are no UTF-8 text$/,
      ),
    ]);
    await rm(join(folder, 'threadwright.config.yaml'));
    await mkdir(join(folder, 'threadwright.config.yaml'));
    expect((await readConfig(folder)).messages.map(({ rule }) => rule)).toEqual(['file-unreadable']);
  });
});

async function config(yaml: string): ReturnType<typeof readConfig> {
  await write('threadwright.config.yaml', yaml);
  return readConfig(folder);
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, path), content);
}

function line({ place, rule, reason }: Message): string {
  return `${place?.line ?? 0}:${place?.column ?? 0} ${rule} ${reason}`;
}
