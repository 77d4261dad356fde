import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finish, makeProject, type Run } from './project.js';

interface Report {
  readonly versions: Record<string, string>;
  readonly browser: Record<string, unknown> | null;
  readonly engine: Record<string, unknown> | null;
  readonly fonts: readonly { family: string; path: string; package: string; bytes: number }[];
  readonly project: { root: string; config: string | null; templates: readonly string[] };
  readonly page: { pages: number; bytes: number; fonts: readonly string[] } | null;
  readonly messages: readonly { rule: string; reason: string; note: string | null }[];
}

const isPackaged = process.platform === 'linux' && process.arch === 'x64';

describe('threadwright doctor', { timeout: 120_000 }, () => {
  test.runIf(isPackaged)('names what a build works with, prints a page, and writes nothing', async () => {
    await using project = await makeProject();
    const { code, stdout, stderr } = await project.run('doctor');
    expect([code, stderr]).toEqual([0, '']);
    for (const line of [
      /^✓ versions Threadwright \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, Vega 6\.\d+\.\d+, Vega-Lite 6\.\d+\.\d+$/m,
      /^ +linux x64, ICU \d+/m,
      /^ +cache \/.+$/m,
      /^✓ browser {2}packaged, HeadlessChrome\/143\.[\d.]+, in its sandbox/m,
      /^ +\/.+\/chromium, comes with Threadwright$/m,
      /^✓ engine {3}DuckDB v1\.[\d.]+, 1 thread$/m,
      /^✓ fonts {4}Threadwright Serif 400, 400 italic, 600 \(source-serif 4\.5\.1\); Threadwright Sans 400, 600 \(source-sans/m,
      /^ +\/.+SourceSans3-Regular\.ttf$/m,
      /^✓ project {2}none: /m,
      /^✓ page {5}printed a report of \d pages?, \d+ kB; it is kept nowhere$/m,
      /^ +fonts in it: SourceSans3-Regular, /m,
      /^Nothing is lacking$/m,
    ])
      expect(stdout).toMatch(line);
    expect(stdout).not.toContain('\u001b[');
    expect(await readdir(project.folder)).toEqual([]);
    expect((await finish(project.start(['doctor'], { FORCE_COLOR: '1' }))).stdout).toContain('\u001b[32m✓');
  });

  test('says what is lacking and what to do about it, and exits with 3', async () => {
    await using project = await makeProject();
    const { code, stdout, stderr } = await project.run('doctor', '--browser', './none');
    expect(code).toBe(3);
    expect(stdout).toMatch(/^✗ browser {2}none that prints$/m);
    expect(stdout).toMatch(/^✗ page {5}not printed$/m);
    expect(stdout).toMatch(/^✓ engine/m);
    expect(stdout).toMatch(/^1 error$/m);
    expect(stderr).toContain(`${join(project.folder, 'none')}\`: there is no such program (browser-missing)`);
    expect(stderr).toContain('→ Correct or remove `--browser`');
  });

  test('prints all of it as JSON, with the project’s own configuration and templates', async () => {
    await using project = await makeProject({
      'threadwright.config.yaml': 'limits: {memory: 256, time: 7}\n',
      'templates/partials/colophon.hbs': '<p>Our own words</p>\n',
      'templates/README.md': 'no template',
    });
    const run = await project.run('doctor', '--json');
    const report = reportOf(run);
    expect([run.code, run.stderr, report.messages]).toEqual([0, '', []]);
    expect(Object.keys(report)).toEqual([
      'version',
      'versions',
      'browser',
      'installed_browsers',
      'engine',
      'fonts',
      'project',
      'page',
      'messages',
    ]);
    expect(report.versions).toMatchObject({ node: process.versions.node, icu: process.versions['icu'] });
    expect(report.browser).toMatchObject({ sandboxed: true });
    expect(report.engine).toMatchObject({ threads: 1, memory_limit: '256.0 MiB', seconds: 7, rows: 100_000 });
    expect(report.fonts).toHaveLength(7);
    expect(report.project).toEqual({
      root: project.folder,
      config: join(project.folder, 'threadwright.config.yaml'),
      templates: ['partials/colophon.hbs'],
    });
    expect(report.page?.pages).toBeGreaterThan(0);
    expect(report.page?.fonts).toContain('SourceSerif4-Regular');
  });

  test('tells a broken configuration or template at its place, as a build would', async () => {
    await using project = await makeProject({
      'threadwright.config.yaml': 'browsre: chrome\n',
      'templates/partials/colophon.hbs': '<p>{{#if title}}</p>\n',
    });
    const config = await project.run('doctor');
    expect(config.code).toBe(1);
    expect(config.stdout).toMatch(/^✗ project/m);
    expect(config.stdout).toMatch(/^✓ page/m);
    expect(config.stderr).toContain('threadwright.config.yaml:1:1 error');
    await project.write('threadwright.config.yaml', '');
    const template = await project.run('doctor');
    expect(template.code).toBe(1);
    expect(template.stdout).toMatch(/^✗ project/m);
    expect(template.stderr).toContain('templates/partials/colophon.hbs');
  });

  test('says which part of a half installed package cannot be used, and tries the rest', async () => {
    await using project = await makeProject({ 'work/.keep': '' });
    await halfInstall(project.folder, ['@duckdb', 'source-sans']);
    const program = join(project.folder, 'dist/cli/threadwright.js');
    const run = await finish(
      spawn(process.execPath, [program, 'doctor', '--json'], { cwd: join(project.folder, 'work') }),
    );
    const report = reportOf(run);
    expect(run.code).toBe(3);
    expect(report.messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['package-broken', expect.stringMatching(/^The database engine cannot be used: Cannot find package '@duckdb/)],
      ['package-broken', expect.stringMatching(/^The fonts cannot be used: Cannot find module 'source-sans/)],
    ]);
    expect(report.messages[0]?.note).toBe('Install Threadwright’s packages anew, with those for this machine');
    expect(report.engine).toBeNull();
    expect(report.page?.pages).toBe(1);
  });
});

function reportOf({ stdout }: Run): Report {
  return JSON.parse(stdout) as Report;
}

/** The package as it is installed, without some of what it needs. */
async function halfInstall(folder: string, missing: readonly string[]): Promise<void> {
  for (const part of ['dist', 'templates', 'package.json']) await cp(part, join(folder, part), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir('node_modules')) {
    if (missing.includes(name)) continue;
    await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
}
