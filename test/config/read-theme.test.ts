import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.js';
import { PALETTES } from '../../src/model/theme.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-theme-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0,0H9V9Z"/></svg>';
const FONT = createRequire(import.meta.url).resolve('source-serif/TTF/SourceSerif4-Regular.ttf');

/** Reads a project with a theme; gives what is wrong. */
async function themed(
  theme: string,
  files: Readonly<Record<string, string | Buffer>> = {},
  config = 'theme: theme.yaml',
): Promise<{ theme: Awaited<ReturnType<typeof readConfig>>['value']['theme']; said: string[] }> {
  for (const [name, text] of Object.entries({ 'threadwright.config.yaml': config, 'theme.yaml': theme, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const { value, messages } = await readConfig(folder);
  const said = messages.map(
    ({ place, rule, reason }) =>
      `${place?.file.split('/').at(-1) ?? ''}:${place?.line ?? 0}:${place?.column ?? 0} ${rule} ${reason}`,
  );
  return { theme: value.theme, said };
}

describe('a theme file', () => {
  it('has colours, fonts, a logo and a footer; what it leaves out is as it ships', async () => {
    const { theme, said } = await themed(
      [
        "colours: {light: {accent: '#8A1538', paper: '#fff8f0'}}",
        'fonts: {text: {regular: fonts/house.ttf, bold: fonts/house.ttf}}',
        'logo: {file: images/logo.svg, alt: Field desk}',
        "footer: '© Field desk'",
      ].join('\n'),
      { 'fonts/house.ttf': await readFile(FONT), 'images/logo.svg': SVG },
    );
    expect(said).toEqual([]);
    expect(theme?.light).toEqual({ ...PALETTES.light, accent: '#8a1538', paper: '#fff8f0' });
    expect(theme?.dark).toBeUndefined();
    expect(theme?.fonts.map(({ use, weight, style }) => [use, weight, style])).toEqual([
      ['text', 400, 'normal'],
      ['text', 600, 'normal'],
    ]);
    expect(theme?.logo).toEqual({
      url: `data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}`,
      alt: 'Field desk',
    });
    expect(theme?.footer).toBe('© Field desk');
  });

  it.each([
    [
      'colors: {}',
      'theme.yaml:1:1 theme-invalid Unexpected key `colors`, expected `colours`, `fonts`, `logo` or `footer`',
    ],
    [
      'colours: {light: {accent: red}}',
      "theme.yaml:1:27 theme-invalid Unexpected `red`, expected a colour such as `'#8a1538'`",
    ],
    [
      "colours:\n  light:\n    quiet: '#999999'",
      'theme.yaml:3:12 theme-invalid Unexpected contrast 2.85 of `quiet` (#999999) on `paper` (#ffffff), expected at least 4.5',
    ],
    [
      "colours: {dark: {paper: '#ffffff'}}",
      'theme.yaml:1:25 theme-invalid Unexpected contrast 1.22 of `ink` (#e7e9eb) on `paper` (#ffffff), expected at least 4.5',
    ],
    ['fonts: {text: {bold: a.ttf}}', 'theme.yaml:1:15 theme-invalid Missing `regular`'],
    [
      'fonts: {text: {regular: a.ttf}}',
      'theme.yaml:1:25 theme-invalid The file `a.ttf` cannot be read: it is not there',
    ],
    ['logo: {file: logo.svg}', 'theme.yaml:1:7 theme-invalid Missing `alt`'],
    [
      'logo: {file: ../logo.svg, alt: x}',
      'theme.yaml:1:14 theme-invalid Unexpected path `../logo.svg`, expected a file of the project',
    ],
    [
      'logo: {file: .git/logo.svg, alt: x}',
      'theme.yaml:1:14 theme-invalid Unexpected path `.git/logo.svg`, expected a file of the project',
    ],
    [
      '- a',
      'theme.yaml:1:1 theme-invalid Unexpected list, expected a mapping of `colours`, `fonts`, `logo` or `footer`',
    ],
  ])('says where and what is wrong: %j', async (yaml, expected) => {
    expect((await themed(yaml)).said).toContain(expected);
  });

  it('takes contrast at its limit, and refuses one below it', async () => {
    expect((await themed("colours: {light: {quiet: '#767676'}}")).said).toEqual([]);
    expect((await themed("colours: {light: {quiet: '#777777'}}")).said).toHaveLength(1);
  });

  it.each([
    ['OTTO', 'CFF outlines'],
    ['wOF2', 'WOFF packing'],
    ['<svg', 'content'],
    ['\0\x01\0\0\0\x01\0\0\0\0\0\0fvar\0\0\0\0\0\0\0\0\0\0\0\0', 'variable axes'],
  ])('refuses a font that would print as pictures of letters: %j', async (head, what) => {
    const font = Buffer.from(head, 'latin1');
    const { said, theme } = await themed('fonts: {heads: {regular: a.ttf}}', { 'a.ttf': font });
    expect(said).toEqual([`theme.yaml:1:26 theme-invalid Unexpected ${what} in \`a.ttf\`, expected a TrueType font`]);
    expect(theme?.fonts).toEqual([]);
  });

  it.each([
    ['<svg><script>alert(1)</script></svg>', '`<script`'],
    ['<svg onload="alert(1)"></svg>', '`onload=`'],
    ['<svg><image href="x.png"/></svg>', '`<image`'],
    ['<svg><a href="https://example.org"/></svg>', '`https://`'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', '`<!DOCTYPE`'],
    ['GIF89a', 'content'],
  ])('refuses a logo that would run or load something: %s', async (logo, what) => {
    const { said, theme } = await themed('logo: {file: a.svg, alt: x}', { 'a.svg': logo });
    expect(said).toEqual([
      `theme.yaml:1:14 theme-invalid Unexpected ${what} in \`a.svg\`, expected a still SVG or PNG picture`,
    ]);
    expect(theme?.logo).toBeUndefined();
  });

  it('is looked for where the configuration says, and says there when it is not', async () => {
    expect((await themed('', {}, 'theme: newsroom')).said).toEqual([
      'threadwright.config.yaml:1:8 config-invalid The file `newsroom` cannot be read: it is not there',
    ]);
    await symlink('/etc/hostname', join(folder, 'out.yaml'));
    expect((await themed('', {}, 'theme: out.yaml')).said).toEqual([
      'threadwright.config.yaml:1:8 config-invalid Unexpected link `out.yaml` that leads out of the project',
    ]);
  });
});
