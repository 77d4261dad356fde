import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';

/** Who may import whom, by folder of `src`; a folder may always import itself. `.` holds the files of `src` itself. */
const ALLOWED: Record<string, readonly string[]> = {
  model: [],
  diagnostic: ['model'],
  sql: [],
  figure: ['model', 'diagnostic'],
  platform: ['model', 'diagnostic'],
  // What an expression means, for drafts and for page templates
  expression: ['model', 'diagnostic', 'figure'],
  // Stages: pure, and none imports another
  import: ['model', 'diagnostic', 'platform'],
  parse: ['model', 'diagnostic', 'sql', 'figure', 'platform'],
  query: ['model', 'diagnostic', 'sql', 'figure', 'platform'],
  fill: ['model', 'diagnostic', 'figure', 'expression', 'platform'],
  check: ['model', 'diagnostic', 'figure', 'platform'],
  chart: ['model', 'diagnostic', 'figure', 'platform'],
  render: ['model', 'diagnostic', 'figure', 'expression', 'platform'],
  // What somebody accepted, held against what is said now
  record: ['model', 'diagnostic'],
  // What other data would be
  vary: ['model'],
  // Hands: what touches the world for a stage
  child: [],
  engine: ['model', 'diagnostic', 'query', 'child'],
  draw: ['model', 'diagnostic', 'child'],
  browser: ['model', 'diagnostic', 'child'],
  image: ['model'],
  // Desk: what people call
  config: ['model', 'diagnostic', 'parse'],
  build: [
    '.',
    'pipeline',
    'model',
    'diagnostic',
    'parse',
    'query',
    'fill',
    'render',
    'child',
    'engine',
    'draw',
    'image',
    'browser',
    'config',
    'record',
    'vary',
  ],
  cli: ['.', 'model', 'diagnostic', 'build', 'record', 'vary'],
  // The ways of a draft through the stages and the hands
  pipeline: [
    'model',
    'diagnostic',
    'import',
    'parse',
    'query',
    'fill',
    'check',
    'chart',
    'render',
    'engine',
    'draw',
    'image',
    'browser',
    'record',
    'platform',
    'vary',
  ],
  '.': ['pipeline', 'model', 'diagnostic', 'check', 'build', 'record'],
};

/** Which folders may import a package from the registry; types included. */
const PACKAGES: Record<string, readonly string[]> = {
  '@cantoo/pdf-lib': ['browser'],
  '@duckdb/node-api': ['engine'],
  '@resvg/resvg-js': ['draw'],
  chokidar: ['build'],
  commander: ['cli'],
  'fastest-levenshtein': ['diagnostic'],
  handlebars: ['render'],
  harfbuzzjs: ['draw'],
  hast: ['render'],
  'hast-util-raw': ['render'],
  'hast-util-sanitize': ['render'],
  'hast-util-to-html': ['render'],
  mdast: ['model', 'parse', 'fill', 'check', 'render', 'record'],
  'mdast-util-from-markdown': ['parse'],
  'mdast-util-to-hast': ['render'],
  'mdast-util-to-string': ['fill', 'render'],
  'micromark-util-types': ['parse'],
  'puppeteer-core': ['browser'],
  'read-excel-file': ['engine'],
  'remark-frontmatter': ['parse'],
  'remark-gfm': ['parse'],
  'remark-parse': ['parse'],
  sharp: ['image'],
  'subset-font': ['draw'],
  unified: ['parse'],
  'unist-util-visit': ['parse', 'render'],
  vega: ['draw'],
  'vega-interpreter': ['draw'],
  'vega-lite': ['chart', 'draw'],
  'vscode-json-languageservice': ['chart'],
  'vscode-languageserver-textdocument': ['chart'],
  yaml: ['parse', 'chart', 'config'],
};

/** Packages whose files are looked up instead of imported, and the folder that does it. */
const LOOKED_UP: Record<string, string> = {
  '@expo-google-fonts/amiri': 'draw',
  '@sparticuz/chromium': 'browser',
  'source-sans': 'draw',
  'source-serif': 'draw',
};

/** The only folders where Node's own modules that touch the world may stand. */
const EFFECT_FOLDERS = ['child', 'engine', 'draw', 'browser', 'config', 'build', 'cli'];
const EFFECT_MODULES =
  /^(fs|fs\/promises|child_process|http|https|http2|net|dgram|dns|tls|os|worker_threads|cluster|readline|process|inspector|v8|vm)$/;

const STAGES = [
  'model',
  'diagnostic',
  'sql',
  'figure',
  'expression',
  'platform',
  'import',
  'parse',
  'query',
  'fill',
  'check',
  'chart',
  'render',
  'record',
  'vary',
];

let modules: readonly IModule[];

beforeAll(async () => {
  const { output } = await cruise(['src'], {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ruleSet: { forbidden: [{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  });
  modules = (output as ICruiseResult).modules.filter(({ source }) => source.startsWith('src/'));
}, 120_000);

function folderOf(path: string): string {
  const parts = path.split('/');
  return parts.length === 2 ? '.' : (parts[1] ?? '.');
}

describe('the house', () => {
  test('is seen whole: as many modules as there are source files', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(ts|mjs)$/.test(name) && !name.endsWith('.d.ts'),
    );
    const seen = modules.filter(({ source }) => !source.endsWith('.d.ts'));
    expect(seen.length).toBe(files.length);
    expect(seen.length).toBeGreaterThan(100);
  });

  test('has no cycle of imports', () => {
    const cycles = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ circular, dependencyTypes }) => circular && !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => `${source} → ${resolved}`),
    );
    expect(cycles).toEqual([]);
  });

  test('lets a folder import only what the plan allows', () => {
    const wrong = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => resolved.startsWith('src/'))
        .filter(({ resolved }) => {
          const [from, to] = [folderOf(source), folderOf(resolved)];
          return from !== to && !(ALLOWED[from] ?? []).includes(to);
        })
        .map(({ resolved }) => `${source} → ${resolved}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps the renderers apart from each other, except what pages share', () => {
    const wrong = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ resolved }) => source.startsWith('src/render/') && resolved.startsWith('src/render/'))
        .filter(({ resolved }) => {
          const [from, to] = [source.split('/')[2], resolved.split('/')[2]];
          return from !== to && to !== 'page' && to !== 'template' && to !== 'words';
        })
        .map(({ resolved }) => `${source} → ${resolved}`),
    );
    expect(wrong).toEqual([]);
  });

  test('imports each package in its own folder only', () => {
    const wrong = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ dependencyTypes }) => dependencyTypes.some((type) => type.startsWith('npm')))
        .map(({ module }) =>
          module
            .replace(/^@types\//, '')
            .split('/')
            .slice(0, module.startsWith('@') && !module.startsWith('@types/') ? 2 : 1)
            .join('/'),
        )
        .filter((name) => !(PACKAGES[name] ?? []).includes(folderOf(source)))
        .map((name) => `${source} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('names no package in its table that nothing imports', () => {
    const seen = new Set(modules.flatMap(({ dependencies }) => dependencies.map(({ module }) => module)));
    const isSeen = (name: string): boolean =>
      [...seen].some((module) => module === name || module.startsWith(`${name}/`));
    expect(Object.keys(PACKAGES).filter((name) => !isSeen(name))).toEqual([]);
  });

  test.each(Object.entries(LOOKED_UP))('looks %s up in one folder', (name, folder) => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const naming = files.filter((file) => readFileSync(join('src', file), 'utf8').includes(`'${name}`));
    expect([...new Set(naming.map((file) => file.split('/')[0]))]).toEqual([folder]);
  });

  test('touches the world in its hands and at its desk only', () => {
    const wrong = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ dependencyTypes }) => dependencyTypes.includes('core'))
        .map(({ module }) => module.replace(/^node:/, ''))
        .filter(
          (name) =>
            EFFECT_MODULES.test(name) && !EFFECT_FOLDERS.includes(folderOf(source)) && source !== 'src/setup.mjs',
        )
        .map((name) => `${source} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a stage', () => {
  const FORBIDDEN: Record<string, RegExp> = {
    'the clock': /\bDate\.now\b|new Date\(\s*\)|performance\.now/,
    chance: /Math\.random|randomUUID|randomBytes/,
    'the environment': /process\.(?:env|cwd|platform|argv)/,
    'the machine’s locale':
      /toLocale(?:String|DateString|TimeString|UpperCase|LowerCase)\(\s*\)|new Intl\.\w+\(\s*\)|new Intl\.\w+\(undefined/,
    'the machine’s time zone': /\.get(?:Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\(/,
  };

  test.each(STAGES)('%s reads no clock, chance, environment, locale or time zone', (stage) => {
    const files = readdirSync(join('src', stage), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap((name) => {
      const text = readFileSync(join('src', stage, name), 'utf8');
      return Object.entries(FORBIDDEN)
        .filter(([, pattern]) => pattern.test(text))
        .map(([what]) => `${stage}/${name} reads ${what}`);
    });
    expect(found).toEqual([]);
  });
});
