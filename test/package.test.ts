import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);

let folder: string;
/** The packed file. */
let tarball: string;
/** A project that has the package installed, and nothing of this repository but its dependencies. */
let app: string;
let installed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threadwright-package-'));
  tarball = await pack(join(folder, 'source'));
  app = join(folder, 'app');
  installed = await install(tarball, app);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the packed files', () => {
  test('are the compiled program, its schema, its templates and its papers: no test, no source, no map', async () => {
    const files = await filesBelow(installed);
    expect(files.filter((file) => !/^(?:dist|templates)\//.test(file)).sort()).toEqual([
      'CHANGELOG.md',
      'GUIDE.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'package.json',
      'schemas/thread.schema.json',
    ]);
    expect(files.filter((file) => file.startsWith('dist/') && !/(?:\.d\.ts|\.js)$/.test(file))).toEqual([]);
    const compiled = files
      .filter((file) => file.startsWith('dist/'))
      .map((file) => file.replace(/(?:\.d\.ts|\.js)$/, ''));
    const sources = await filesBelow('src');
    expect([...new Set(compiled)].sort()).toEqual(
      sources
        .filter((file) => /(?<!\.d)\.ts$/.test(file))
        .map((file) => `dist/${file.replace(/\.ts$/, '')}`)
        .sort(),
    );
    expect(files.filter((file) => file.startsWith('templates/')).sort()).toEqual(
      (await filesBelow('templates')).map((file) => `templates/${file}`).sort(),
    );
  });

  test('name no map that is missing and no folder of the machine they were made on', async () => {
    const found: string[] = [];
    for (const file of await filesBelow(installed)) {
      const text = await readFile(join(installed, file), 'utf8');
      for (const word of ['sourceMappingURL', folder, process.cwd()])
        if (text.includes(word)) found.push(`${file}: ${word}`);
    }
    expect(found).toEqual([]);
  });

  test('import nothing but Node and the packages that are installed with them, types included', async () => {
    const known = dependencies(await readFile(join(installed, 'package.json'), 'utf8')).flatMap((name) => [
      name,
      name.replace(/^@types\//, ''),
    ]);
    const found: string[] = [];
    for (const file of (await filesBelow(installed)).filter((name) => name.startsWith('dist/'))) {
      const { importedFiles, ambientExternalModules } = ts.preProcessFile(
        await readFile(join(installed, file), 'utf8'),
      );
      for (const name of [...importedFiles.map(({ fileName }) => fileName), ...(ambientExternalModules ?? [])])
        if (!/^(?:\.|node:)/.test(name) && !known.includes(packageOf(name))) found.push(`${file}: ${name}`);
    }
    expect(found).toEqual([]);
  });

  test('please publint', async () => {
    const pkg = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('please attw: types are found wherever ESM can be imported', async () => {
    const { stdout } = await run(bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color']);
    expect(stdout).toContain('node16 (from ESM)');
  });
});

describe('an installed package', () => {
  test('builds the one draft of a folder without any configuration', async () => {
    await writeFile(join(app, 'harbour.md'), DRAFT);
    await mkdir(join(folder, 'home'));
    const { stdout, stderr } = await run('npx', ['--no-install', 'threadwright', 'build'], {
      cwd: app,
      env: { ...process.env, HOME: join(folder, 'home'), GITHUB_ACTIONS: '' },
    });
    expect(stderr).toBe('✓ harbour.md  x 2 posts · bluesky 2 posts · mastodon 2 posts · brief · report\n');
    expect(stdout).toContain('Open out/index.html');
    const out = join(app, 'out/harbour');
    expect(await readFile(join(out, 'thread.x.txt'), 'utf8')).toBe(
      '1. Twelve boats came in over three days.\n---\n2. Most boats came on Monday.\n',
    );
    const brief = await readFile(join(out, 'brief.html'), 'utf8');
    expect(brief.replace(/<[^>]*>/g, '')).toContain('Most boats came on Monday.');
    expect(brief).toContain('data:font/woff2;base64,');
    expect(await readFile(join(out, 'charts/daily.svg'), 'utf8')).toContain('<svg');
    expect((await readFile(join(out, 'report.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is found by a program, which builds a draft in memory and reads its messages', async () => {
    await writeFile(join(app, 'program.mjs'), PROGRAM);
    const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: app });
    expect(stdout).toBe(
      [
        'x: 1. Two boats. (13 of 280)',
        'thread.x.txt thread.json thread.html brief.html card.png figures.json',
        'memory.md:8:8 column-unknown Did you mean `boats`?',
        '',
      ].join('\n'),
    );
    expect(await readdir(app)).not.toContain('memory.md');
  });

  test.each([
    ['node16', { module: 'node16', moduleResolution: 'node16' }],
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('types a strict program under moduleResolution %s', async (name, options) => {
    const consumer = join(app, name);
    await mkdir(consumer);
    await writeFile(join(consumer, 'package.json'), '{"type": "module"}');
    await writeFile(join(consumer, 'program.ts'), TYPED_PROGRAM);
    const config = {
      compilerOptions: { ...options, target: 'es2022', lib: ['es2023'], types: ['node'], strict: true, noEmit: true },
      include: ['program.ts'],
    };
    await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = await run(bin('tsc'), ['-p', consumer]).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe('');
  });
});

const DRAFT = `---
title: A quiet harbour
date: 2026-03-10
---

\`\`\`sql port
SELECT 12 AS boats, 3 AS days
\`\`\`

\`\`\`sql daily
SELECT * FROM (VALUES ('Monday', 7), ('Tuesday', 3), ('Wednesday', 2)) AS t(day, boats) ORDER BY boats DESC
\`\`\`

{{count port.boats "boat"}} came in over {{count port.days "day"}}.

---

Most boats came on {{daily.0.day}}.

![Boats a day, fewer every day](chart:daily 'Boats a day')

\`\`\`vega-lite daily
mark: bar
encoding: {x: {field: day, type: nominal}, y: {field: boats, type: quantitative}}
\`\`\`
`;

const PROGRAM = `
import { publishDraft } from 'threadwright';

const head = '---\\ntitle: In memory\\ndate: 2026-03-10\\nplatforms: [x]\\n---\\n\\n';
const sql = '\\n\\n\`\`\`sql port\\nSELECT 2 AS boats\\n\`\`\`\\n';
const good = await publishDraft({ draft: 'memory.md', text: head + '{{count port.boats "boat"}}.' + sql, only: ['thread', 'brief'] });
for (const { platform, posts } of good.publication.threads)
  for (const { text, count, limit } of posts) console.log(\`\${platform}: \${text} (\${count} of \${limit})\`);
console.log(good.files.map(({ path }) => path).join(' '));
const bad = await publishDraft({ draft: 'memory.md', text: head + '\\n{{port.boat}}' + sql });
for (const { place, rule, note } of bad.messages)
  console.log(\`\${place.file}:\${place.line}:\${place.column} \${rule} \${note}\`);
`;

const TYPED_PROGRAM = `
import {
  buildDrafts,
  formatText,
  hasErrors,
  publishDraft,
  queryDraft,
  RULES,
  type BuildOptions,
  type Message,
  type OutputFile,
  type Publication,
  type RuleId,
  type Thread,
} from 'threadwright';

const options: BuildOptions = { only: ['thread'], date: '2026-03-10' };
const { drafts, messages, sources } = await buildDrafts(options);
const said: string = formatText(messages, { colour: false, sources });
const rules: RuleId[] = messages.filter((message: Message) => RULES[message.rule].severity === 'error').map(({ rule }) => rule);
const { publication, files } = await publishDraft({ draft: 'a.md', text: 'Text' });
const threads: readonly Thread[] = (publication satisfies Publication | undefined)?.threads ?? [];
const bytes: number = files.reduce((sum: number, file: OutputFile) => sum + file.bytes.byteLength, 0);
const { peeks } = await queryDraft({ draft: 'a.md', name: 'total' });
const cells: readonly unknown[] = peeks.flatMap(({ rows }) => rows);
// @ts-expect-error There is no such output
await buildDrafts({ only: ['poster'] });
// @ts-expect-error A publication is not there when there are errors
publication.threads;
console.log(said, rules, threads, bytes, cells, drafts.length, hasErrors(messages));
`;

function bin(name: string): string {
  return resolve('node_modules/.bin', name);
}

/** Packs a copy of the repository, since packing compiles everything anew. */
async function pack(source: string): Promise<string> {
  for (const name of ['src', 'schemas', 'templates', 'package.json', 'tsconfig.json', 'LICENSE', 'NOTICE'])
    await cp(name, join(source, name), { recursive: true });
  for (const name of ['README.md', 'GUIDE.md', 'CHANGELOG.md', 'eslint.config.js', 'content', 'test'])
    await cp(name, join(source, name), { recursive: true });
  await symlink(resolve('node_modules'), join(source, 'node_modules'));
  const { stdout } = await run('npm', ['pack', '--json', '--offline', '--silent'], {
    cwd: source,
    env: { ...process.env, npm_config_cache: join(folder, 'cache') },
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  return join(source, packed.filename);
}

/**
 * Does what `npm install` would, with the dependencies that are here already instead of a registry. Only those that the
 * package names stand where it finds them; each finds its own from where it is.
 */
async function install(packed: string, into: string): Promise<string> {
  const modules = join(into, 'node_modules');
  await mkdir(join(modules, '.bin'), { recursive: true });
  // The program that imports the package has Node's types of its own
  for (const name of [...dependencies(await readFile('package.json', 'utf8')), '@types/node']) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(resolve('node_modules', name), join(modules, name));
  }
  await run('tar', ['-xzf', packed, '-C', into]);
  const target = join(modules, 'threadwright');
  await cp(join(into, 'package'), target, { recursive: true });
  await rm(join(into, 'package'), { recursive: true });
  const { bin: programs } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  for (const [name, path] of Object.entries(programs)) {
    await chmod(join(target, path), 0o755);
    await symlink(join('..', 'threadwright', path), join(modules, '.bin', name));
  }
  await writeFile(join(into, 'package.json'), '{"name": "app", "private": true}');
  return target;
}

/** The packages that a `package.json` says are needed at run time. */
function dependencies(manifest: string): readonly string[] {
  return Object.keys((JSON.parse(manifest) as { dependencies: Record<string, string> }).dependencies);
}

/** `@scope/name` of `@scope/name/file.js`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
