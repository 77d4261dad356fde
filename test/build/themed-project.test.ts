import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildDrafts } from '../../src/build/build-drafts.js';
import { coloursIn } from '../browser/look.js';
import { openEye } from '../browser/pdf-picture.js';
import { makeProject } from '../cli/project.js';

const DRAFT = `---
title: Boats
date: 2026-06-01
outputs: [brief, thread]
platforms: [x]
lints: {unbound-figure: off, media-unmentioned: off}
---

\`\`\`sql daily
SELECT * FROM (VALUES (1, 3), (2, 5)) AS t (day, n)
\`\`\`

Boats by day. ![Bars](chart:daily 'Boats')

\`\`\`vega-lite daily
mark: bar
encoding: {x: {field: day, type: ordinal}, y: {field: n, type: quantitative}}
\`\`\`
`;
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(name);

const THEME = `colours: {light: {paper: '#fff8f0', accent: '#8a1538'}, dark: {accent: '#ff9db5'}}
fonts: {text: {regular: fonts/house.ttf}, heads: {regular: fonts/heads.ttf, bold: fonts/heads-bold.ttf}}
logo: {file: logo.svg, alt: Field desk}
footer: '© <b>Desk</b>'
`;

test('one theme file changes pages, charts, cards and the index', { timeout: 120_000 }, async () => {
  await using project = await makeProject({
    'threadwright.config.yaml': 'theme: theme.yaml',
    'theme.yaml': THEME,
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0,0H9V9Z"/></svg>',
    'fonts/house.ttf': await readFile(fontFile('source-serif/TTF/SourceSerif4-It.ttf')),
    'fonts/heads.ttf': await readFile(fontFile('source-serif/TTF/SourceSerif4-Regular.ttf')),
    'fonts/heads-bold.ttf': await readFile(fontFile('source-serif/TTF/SourceSerif4-Black.ttf')),
    'content/a.md': DRAFT,
  });
  const { messages } = await buildDrafts({ drafts: [], cwd: project.folder });
  expect(messages.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([]);
  const read = (path: string): Promise<string> => readFile(join(project.folder, 'out', path), 'utf8');
  for (const page of [await read('a/brief.html'), await read('index.html')]) {
    expect(page).toContain('--accent:#8a1538');
    expect(page).toContain('--accent:#ff9db5');
    expect(page).toContain('@media print{:root{--paper:#ffffff;');
    expect(page).toContain("--serif:'Theme text'");
    expect(page).toContain('font-family:"Theme text"');
    // The theme's font has every letter of the page, so the bundled one is not in it
    expect(page).not.toContain('font-family:"Threadwright Serif";');
    expect(page).toContain('<img src="data:image/svg+xml;base64,');
    expect(page).toContain('© &#60;b&#62;Desk&#60;/b&#62;');
  }
  const night = await read('a/charts/daily.dark.svg');
  expect(night).toContain('#ff9db5');
  expect(night).not.toMatch(/#ffffff|#8a1538/);
  expect(await read('index.html')).toContain(
    '<source media="screen and (prefers-color-scheme: dark)" srcset="./a/charts/daily.dark.svg"><img src="./a/charts/daily.svg"',
  );
  const chart = await read('a/charts/daily.svg');
  expect(chart).toContain('#8a1538');
  expect(chart).not.toMatch(/#00639c|var\(--/);
  // Charts are set in the font of heads, in the page’s copy of it and in their own
  expect(chart).toMatch(/^<svg [^>]*font-family="Theme heads, Threadwright Sans, sans-serif"/);
  expect(chart).toContain('@font-face{font-family:"Theme heads"');
  expect(chart).not.toContain('@font-face{font-family:"Threadwright Sans"');
  expect(await read('a/brief.html')).toMatch(/<svg [^>]*font-family="Theme heads, /);
  await using eye = await openEye();
  for (const file of ['card.png', 'charts/daily.png']) {
    const colours = coloursIn(await eye.png(await readFile(join(project.folder, 'out/a', file)))).map(
      ([colour]) => colour,
    );
    expect(colours[0]).toEqual([0xff, 0xf8, 0xf0]);
    expect(colours.slice(0, 12)).toContainEqual([0x8a, 0x15, 0x38]);
  }
});

test('a theme with a fault stops the build at its line and column', { timeout: 120_000 }, async () => {
  await using project = await makeProject({
    'threadwright.config.yaml': 'theme: theme.yaml',
    'theme.yaml': "colours:\n  light: {accent: '#eeeeee'}\n",
    'content/a.md': DRAFT,
  });
  const { messages, drafts } = await buildDrafts({ drafts: [], cwd: project.folder });
  expect(drafts).toEqual([]);
  expect(messages.map(({ rule, place }) => [rule, place?.line, place?.column])).toEqual([['theme-invalid', 2, 19]]);
});
